// SPDX-License-Identifier: MIT
#include "core/transport/failures.h"

#include "core/statusphrase.h"
#include "core/transport/tlswords.h"
#include "core/wirewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace amb::failures {

namespace {

using Kind = TransportFailure::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TransportFailure)
};

TransportFailure make(Kind kind, QString text, const QString &detail)
{
    return TransportFailure{.kind = kind, .text = std::move(text), .detail = detail};
}

int portOf(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool isSecure =
        scheme == QLatin1StringView("https") || scheme == QLatin1StringView("wss");
    return url.port(isSecure ? 443 : 80);
}

TransportFailure outOfReach(const Place &place)
{
    return place.viaProxy ? proxyFailed(place.said) : connectionRefused(place.url, place.said);
}

} // namespace

TransportFailure hostNotFound(const QUrl &url, const QString &detail)
{
    return make(Kind::HostNotFound,
                Words::tr("The host %1 is not known: check the address and the network connection.")
                    .arg(url.host()),
                detail);
}

TransportFailure connectionRefused(const QUrl &url, const QString &detail)
{
    return make(Kind::ConnectionRefused,
                Words::tr("%1 cannot be reached on port %2: check the address and port, and "
                          "whether the server runs.")
                    .arg(url.host())
                    .arg(portOf(url)),
                detail);
}

TransportFailure connectTimeout(const QUrl &url, std::chrono::milliseconds limit)
{
    const double seconds = std::chrono::duration<double>(limit).count();
    return make(Kind::ConnectTimeout,
                Words::tr("%1 did not finish the connection within %2 s: a firewall or proxy may "
                          "hold it back.")
                    .arg(url.host(), QLocale().toString(seconds, 'g', 3)),
                QString());
}

TransportFailure connectionLost(const QString &detail)
{
    return make(Kind::ConnectionLost, Words::tr("The connection broke."), detail);
}

TransportFailure lostDuringUpgrade(const QString &detail)
{
    return make(
        Kind::ConnectionLost, wire::symptom(wire::Symptom::UpgradeCutOff).sentence(), detail);
}

TransportFailure stalledFrame(const QString &detail)
{
    return make(Kind::ConnectionLost,
                Words::tr("The connection was given up, since it stopped in the middle of a "
                          "message."),
                detail);
}

TransportFailure invalidText(const QString &detail)
{
    return make(Kind::ConnectionLost,
                Words::tr("The connection was given up, since a message over WebSocket is not "
                          "valid UTF-8 text."),
                detail);
}

TransportFailure invalidFrame(const QString &detail)
{
    return make(Kind::ConnectionLost,
                Words::tr("The connection was given up, since the server or a proxy in between "
                          "broke the WebSocket protocol."),
                detail);
}

TransportFailure tlsFailed(const QUrl &url, const QList<QSslError> &errors, const QString &detail)
{
    return make(Kind::TlsFailed, tlsWords(url.host(), errors, detail), tlsDetail(errors, detail));
}

TransportFailure proxyFailed(const QString &detail)
{
    return make(
        Kind::ProxyFailed,
        Words::tr("The proxy did not make the connection: check its address, whether it wants "
                  "a user name and password, and whether it allows this host."),
        detail);
}

TransportFailure upgradeRefused(int httpStatus, const QString &detail)
{
    TransportFailure failure =
        make(Kind::UpgradeRefused,
             Words::tr("The WebSocket upgrade was refused with HTTP %1: %2.")
                 .arg(statusWithPhrase(httpStatus),
                      wire::httpStatus(wire::Exchange::Upgrade, httpStatus).reason()),
             detail);
    failure.httpStatus = httpStatus;
    return failure;
}

TransportFailure upgradeInvalid(const QString &detail)
{
    return make(
        Kind::UpgradeInvalid, wire::symptom(wire::Symptom::UpgradeChanged).sentence(), detail);
}

TransportFailure closedByServer(int closeCode, const QString &reason)
{
    const QString said = oneLine(reason);
    const WireWords words = wire::closeCode(closeCode);
    QString text = said.isEmpty()
        ? Words::tr("The server closed the connection with code %1 (%2)")
              .arg(QString::number(closeCode), words.happened)
        : Words::tr("The server closed the connection with code %1 (%2): “%3”")
              .arg(QString::number(closeCode), words.happened, said);
    if (!words.reason().isEmpty())
        text += QStringLiteral("; %1").arg(words.reason());
    TransportFailure failure = make(Kind::ClosedByServer, text + QChar(u'.'), said);
    failure.closeCode = closeCode;
    return failure;
}

TransportFailure closedByServer()
{
    return make(Kind::ClosedByServer,
                Words::tr("The server closed the connection, as it does when it restarts or is "
                          "overloaded."),
                QString());
}

TransportFailure messageTooBig(qint64 limitBytes, const QString &detail)
{
    return make(Kind::MessageTooBig,
                Words::tr("A message from the server is larger than the limit of %1.")
                    .arg(QLocale().formattedDataSize(limitBytes)),
                detail);
}

TransportFailure noReply()
{
    return make(Kind::NoReply,
                Words::tr("The server did not answer in time: the connection may be blocked on "
                          "the way."),
                QString());
}

TransportFailure httpStatus(int status, const QString &detail)
{
    const Kind kind = status == 407 ? Kind::ProxyFailed : Kind::HttpStatus;
    TransportFailure failure = make(
        kind,
        Words::tr("The server answered with HTTP %1: %2.")
            .arg(statusWithPhrase(status), wire::httpStatus(wire::Exchange::Post, status).reason()),
        detail);
    failure.httpStatus = status;
    return failure;
}

TransportFailure redirect(int status, const QUrl &target, const QString &detail)
{
    // The query of a login redirect may carry tokens.
    const QString place = oneLine(
        target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
    TransportFailure failure =
        make(Kind::Redirect,
             place.isEmpty()
                 ? Words::tr("The server redirects elsewhere with HTTP %1 without saying where.")
                       .arg(statusWithPhrase(status))
                 : Words::tr("The server redirects to %1: %2.")
                       .arg(place, wire::symptom(wire::Symptom::LoginRedirect).reason()),
             detail);
    failure.httpStatus = status;
    return failure;
}

TransportFailure html(const QString &title, const QString &detail)
{
    const QString said = oneLine(title);
    const WireWords words = wire::symptom(wire::Symptom::WebPage);
    TransportFailure failure =
        make(Kind::Html,
             said.isEmpty() ? words.sentence()
                            : Words::tr("The server answered with the web page “%1” instead of "
                                        "Bayeux messages: %2.")
                                  .arg(said, words.reason()),
             detail);
    failure.httpStatus = 200;
    return failure;
}

TransportFailure emptyBody(const QString &detail)
{
    TransportFailure failure =
        make(Kind::EmptyBody, wire::symptom(wire::Symptom::EmptyReply).sentence(), detail);
    failure.httpStatus = 200;
    return failure;
}

TransportFailure notJson(const QString &detail)
{
    TransportFailure failure = make(Kind::NotJson,
                                    Words::tr("The server's reply is not JSON: check that the "
                                              "address is that of a Bayeux server."),
                                    detail);
    failure.httpStatus = 200;
    return failure;
}

TransportFailure whileOpening(QAbstractSocket::SocketError error, const Place &place)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return hostNotFound(place.url, place.said);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsFailed(place.url, {}, place.said);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return proxyFailed(place.said);
    case QAbstractSocket::RemoteHostClosedError:
        return lostDuringUpgrade(place.said);
    default:
        return outOfReach(place);
    }
}

TransportFailure fromNetworkError(QNetworkReply::NetworkError error, const Place &place)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return hostNotFound(place.url, place.said);
    case QNetworkReply::SslHandshakeFailedError:
        return tlsFailed(place.url, {}, place.said);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return proxyFailed(place.said);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::UnknownNetworkError: // also "network unreachable"
    case QNetworkReply::ProtocolUnknownError:
        return outOfReach(place);
    default:
        return connectionLost(place.said);
    }
}

QString oneLine(const QString &text, qsizetype maxLength)
{
    const QString line = text.simplified();
    return line.size() <= maxLength ? line : line.left(maxLength - 1) + QChar(u'…');
}

} // namespace amb::failures
