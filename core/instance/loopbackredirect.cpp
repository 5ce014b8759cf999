// SPDX-License-Identifier: MIT
#include "core/instance/loopbackredirect.h"

#include "core/instance/pkce.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

#include <chrono>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestHead = qsizetype(16) * 1024;
constexpr auto patience = 10s; // for a request, once connected
constexpr int mostConnections = 16;

QByteArray page(const QByteArray &status, const QString &title, const QString &text)
{
    const QByteArray body =
        ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"_L1 + title.toHtmlEscaped()
         + "</title><style>body{font-family:sans-serif;max-width:32em;margin:15vh auto;padding:0 "
           "1em;color-scheme:light dark}</style></head><body><h1>"_L1
         + title.toHtmlEscaped() + "</h1><p>"_L1 + text.toHtmlEscaped() + "</p></body></html>\n"_L1)
            .toUtf8();
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html;charset=UTF-8\r\nCache-Control: no-store\r\n"
          "Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

LoopbackRedirect::LoopbackRedirect(QByteArray state, QObject *parent)
    : QObject(parent)
    , m_state(std::move(state))
{
    m_server.setMaxPendingConnections(mostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackRedirect::accept);
}

Result<QByteArray> LoopbackRedirect::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return Error{ErrorKind::Network,
                     tr("The browser could not come back to port %1 of this computer: %2. End the "
                        "other program that uses it, or choose another port here and in the "
                        "application's redirect URL.")
                         .arg(QString::number(port), m_server.errorString()),
                     {}};
    return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/oauth";
}

void LoopbackRedirect::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patience, socket, &QTcpSocket::abort);
    }
}

void LoopbackRedirect::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(longestHead);
    if (head.contains("\r\n\r\n")) {
        socket.skip(socket.bytesAvailable());
        answer(socket, head);
    } else if (head.size() >= longestHead) {
        socket.abort();
    }
}

void LoopbackRedirect::answer(QTcpSocket &socket, const QByteArray &head)
{
    const QByteArray target = head.startsWith("GET ") ? head.split(' ').value(1) : QByteArray();
    const QUrl url = QUrl::fromEncoded(target);
    const QUrlQuery query(url);
    const auto value = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const bool isOurs =
        url.path() == "/oauth"_L1 && equalsInConstantTime(value(u"state"_s).toUtf8(), m_state);
    const QByteArray code = value(u"code"_s).toUtf8();
    const QString error = value(u"error"_s);
    if (!isOurs || (code.isEmpty() && error.isEmpty())) {
        socket.write(page("404 Not Found",
                          tr("Nothing here"),
                          tr("This is not the page that AMB Monitor waits for.")));
        socket.disconnectFromHost();
        return;
    }
    socket.write(code.isEmpty()
                     ? page("200 OK",
                            tr("Not signed in"),
                            tr("The instance did not let AMB Monitor in. You can close this page "
                               "and go back to AMB Monitor, which says more."))
                     : page("200 OK",
                            tr("Signed in"),
                            tr("You can close this page and go back to AMB Monitor.")));
    m_server.close(); // one answer is all
    // Once the page has left: the owner may be done with us then.
    connect(&socket, &QTcpSocket::disconnected, this, [this, code, error] {
        if (code.isEmpty())
            emit refused(error);
        else
            emit codeCame(code);
    });
    socket.disconnectFromHost();
}

} // namespace amb
