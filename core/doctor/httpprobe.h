// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/wire.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace amb {

/// A request as it goes out; Host, User-Agent and Content-Length are added.
struct ProbeRequest
{
    QByteArray method = "GET";
    QByteArray target = "/";
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// What came back.
struct ProbeAnswer
{
    enum class Outcome : quint8 {
        Answered,
        Silent, ///< nothing, or not all of it, within the limit
        Closed, ///< the connection ended before the answer was complete
        NotHttp,
        NoConnection,
        TlsFailed,
    };

    Outcome outcome = Outcome::Silent;
    int status = 0;
    QByteArray sent; ///< head of the request
    QByteArray head; ///< of the answer, without the empty line
    QByteArray body; ///< at most HttpProbe::longestBody bytes of it
    QByteArray rest; ///< what came behind the head of a 101
    QString said; ///< by the library, of trouble
    std::chrono::microseconds took{}; ///< from sending to the last byte, without connecting
    qint64 bytesOut = 0;
    qint64 bytesIn = 0;

    [[nodiscard]] bool isAnswered() const { return outcome == Outcome::Answered; }
    /// The first header of that name, in any case; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QByteArrayList headers(QByteArrayView name) const;
    /// Whether the body is a web page.
    [[nodiscard]] bool isPage() const;
};

/// HTTP/1.1 over a raw connection, one request at a time, so that every byte of an exchange can be
/// shown. Keeps the connection for the next request where the peer does.
class HttpProbe : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const ProbeAnswer &)>;
    static constexpr qsizetype longestBody = qsizetype(256) * 1024;

    HttpProbe(QUrl site, NetworkSettings settings, QNetworkProxy proxy, QObject *parent = nullptr);

    /// Sends a request; then is called once, never from within this call. An earlier request that
    /// is still open is forgotten.
    void ask(const ProbeRequest &request, std::chrono::milliseconds limit, Then then);
    /// Forgets the request under way and closes the connection.
    void abort();
    /// After a 101: the connection, for other use.
    [[nodiscard]] std::unique_ptr<Wire> takeWire();

private:
    void openWire();
    void read(const QByteArray &bytes);
    [[nodiscard]] bool isComplete(bool atEnd);
    void finish(ProbeAnswer::Outcome outcome, const QString &said = {});
    void onEnd(WireEnd end, const QString &said);

    QUrl m_site;
    NetworkSettings m_settings;
    QNetworkProxy m_proxy;
    std::unique_ptr<Wire> m_wire;
    QTimer m_limit;
    QElapsedTimer m_clock;
    ProbeAnswer m_answer;
    QByteArray m_bytes; ///< of the request
    QByteArray m_input; ///< of the answer so far
    bool m_isReused = false; ///< the connection had an earlier request
    Then m_then;
};

/// The body out of a chunked one; false when it is not complete yet.
bool decodeChunks(QByteArrayView input, QByteArray &body);

} // namespace amb
