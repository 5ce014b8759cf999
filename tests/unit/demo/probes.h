// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>

#include <memory>
#include <utility>
#include <vector>

namespace amb {

/// One HTTP reply as it came.
struct ProbeReply
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first; empty: none
    [[nodiscard]] QList<QByteArray> all(QByteArrayView name) const;
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QJsonObject object() const;
    /// The cookies it sets that are not tombstones, as one Cookie header.
    [[nodiscard]] QByteArray cookies() const;
};

/// One TCP connection that sends whatever bytes it is told to and reads HTTP replies.
class HttpProbe : public QObject
{
    Q_OBJECT

public:
    explicit HttpProbe(const QUrl &site);

    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    void send(const QByteArray &bytes);
    void request(const QByteArray &method,
                 const QByteArray &path,
                 const Headers &headers = {},
                 const QByteArray &body = {});
    /// Sends a request and waits for its reply; status 0 when none comes.
    ProbeReply get(const QByteArray &path, const Headers &headers = {});
    ProbeReply post(const QByteArray &path, const Headers &headers, const QByteArray &body);

    [[nodiscard]] const QList<ProbeReply> &replies() const { return m_replies; }
    [[nodiscard]] const QByteArray &unread() const { return m_input; } ///< no whole reply yet
    [[nodiscard]] bool isClosed() const;
    void abort() { m_socket.abort(); }

private:
    void read();
    ProbeReply next(qsizetype known);

    QTcpSocket m_socket;
    QByteArray m_host;
    QByteArray m_input;
    QList<ProbeReply> m_replies;
};

/// A Bayeux client written by hand, which sees every byte. Over a WebSocket or over HTTP.
class BayeuxProbe : public QObject
{
    Q_OBJECT

public:
    enum class Over {
        WebSocket,
        Http,
    };

    /// With the cookies of a session, or none.
    BayeuxProbe(const QUrl &site, Over over, QByteArray cookies);

    /// Opens the WebSocket and shakes hands.
    bool open();
    /// Sends a message with a new id and the clientId, unless it has its own; waits for its reply.
    QJsonObject ask(QJsonObject message);
    /// The same without waiting; the id.
    QString tell(QJsonObject message);
    QJsonObject connectNow(); ///< with advice.timeout 0
    QString connectAndWait(); ///< a connect that is held; its id
    QJsonObject subscribe(const QString &channel);
    QJsonObject publish(const QString &channel, const QJsonValue &data);
    /// The reply to a message; empty when it has not come.
    [[nodiscard]] QJsonObject replyTo(const QString &id) const;
    [[nodiscard]] bool waitForReply(const QString &id) const;
    [[nodiscard]] QList<QJsonObject> events(const QString &channel = {}) const;

    /// Every frame or HTTP body that came.
    [[nodiscard]] const QList<QByteArray> &frames() const { return m_frames; }
    /// HTTP replies with another status than 200.
    [[nodiscard]] const QList<int> &failures() const { return m_failures; }
    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    void setClientId(const QString &id) { m_clientId = id; }
    [[nodiscard]] const QByteArray &browserCookie() const { return m_browserCookie; }
    void setBrowserCookie(const QByteArray &cookie) { m_browserCookie = cookie; }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }
    void sendFrame(const QByteArray &frame);
    void abort();

private:
    void take(const QByteArray &frame);

    QUrl m_site;
    Over m_over;
    QByteArray m_cookies;
    QByteArray m_browserCookie;
    QWebSocket m_socket;
    QString m_clientId;
    int m_nextId = 1;
    QList<QByteArray> m_frames;
    QList<int> m_failures;
    QList<QJsonObject> m_messages;
    std::vector<std::unique_ptr<QTcpSocket>> m_requests;
};

/// The cookies of a new session made by a REST request; empty when sign-in failed.
QByteArray signIn(const QUrl &site);
/// The Basic header of the demo user.
std::pair<QByteArray, QByteArray> basicHeader(const QByteArray &password = "demo");

} // namespace amb
