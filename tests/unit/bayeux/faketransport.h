// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/transport.h"

#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace amb::test {

/// A transport whose other end is the test. It emits nothing by itself but what the interface
/// promises: failed() after abandon() on a WebSocket.
class FakeTransport final : public Transport
{
    Q_OBJECT

public:
    FakeTransport(TransportType type, class FakeBus &bus);

    [[nodiscard]] TransportType type() const override { return m_type; }
    void open() override { m_openAsked = true; }
    void send(const TransportRequest &request) override;
    [[nodiscard]] std::chrono::steady_clock::duration underWayFor(
        RequestToken token) const override;
    void abandon(RequestToken token) override;
    void close() override { m_closed = true; }

    [[nodiscard]] bool isOpenAsked() const { return m_openAsked; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool isGone() const { return m_closed || m_failed; }

    void comeUp(); ///< the upgrade is accepted
    void deliver(const QByteArray &frame); ///< a frame or a body comes, and no more than that
    void breakDown(const TransportFailure &failure); ///< the link as a whole fails
    void failPost(RequestToken token, const TransportFailure &failure);
    void endPost(RequestToken token); ///< the HTTP reply of a POST was passed on
    void holdBack(RequestToken token); ///< the request waits behind others until letGo()
    void letGo(RequestToken token);

private:
    TransportType m_type;
    class FakeBus &m_bus;
    bool m_openAsked = false;
    bool m_closed = false;
    bool m_failed = false;
    QList<RequestToken> m_heldBack;
};

/// One message that was sent and is, perhaps, still to be answered.
struct SentMessage
{
    QJsonObject json;
    QByteArray text;
    QByteArray channel;
    RequestToken token{};
    QPointer<FakeTransport> link;
    bool isAnswered = false;

    [[nodiscard]] QByteArray id() const;
    [[nodiscard]] QByteArray clientId() const;
    /// "connect!" (at once), "connect", "subscribe /a", "/b" (a publish), …
    [[nodiscard]] QString toString() const;
};

/// The other end of all links: makes the transports, keeps what was sent and answers as told.
///
/// Each verb that answers says whether there was something to answer, so that a test can claim it.
class FakeBus : public TransportFactory
{
public:
    std::unique_ptr<Transport> create(TransportType type) override;
    void take(FakeTransport &link, const TransportRequest &request);

    /// The links that are not closed or broken, oldest first.
    [[nodiscard]] QList<FakeTransport *> links() const;
    [[nodiscard]] FakeTransport *link(TransportType type) const; ///< the newest alive, or null
    [[nodiscard]] int made(TransportType type) const; ///< how many were ever made
    [[nodiscard]] const QList<SentMessage> &sent() const { return m_sent; }
    [[nodiscard]] int count(const QByteArray &channel) const; ///< messages sent there so far
    /// The oldest message on a channel that waits for its answer on a link that is alive.
    [[nodiscard]] std::optional<SentMessage> waiting(const QByteArray &channel) const;
    [[nodiscard]] int waitingConnects() const;
    /// What was sent since the last call, a line a frame or POST: "ws handshake", "lp subscribe /a
    /// + subscribe /b".
    QStringList takeLog();

    bool comeUp() const; ///< the newest WebSocket opens
    /// Answers the oldest message on a channel; fields are added as they are ("\"advice\":{…}").
    bool accept(const QByteArray &channel, const QByteArray &fields = {});
    bool refuse(const QByteArray &channel, const QByteArray &error, const QByteArray &fields = {});
    /// Answers all waiting messages of a channel in one frame.
    bool acceptAll(const QByteArray &channel);
    /// Answers with this frame and nothing else.
    bool answerWith(const QByteArray &channel, const QByteArray &frame);
    /// The POST that carries a waiting message fails.
    bool failPost(const QByteArray &channel, const TransportFailure &failure);
    bool breakDown(TransportType type, const TransportFailure &failure) const;

private:
    SentMessage *find(const QByteArray &channel);
    bool answer(const QByteArray &channel, bool successful, const QByteArray &fields);

    QList<QPointer<FakeTransport>> m_links;
    QList<TransportType> m_made;
    QList<SentMessage> m_sent;
    QStringList m_log;
};

TransportFailure failure(TransportFailure::Kind kind, const QString &text, int httpStatus = 0);

/// What most links die of.
inline const TransportFailure lost =
    failure(TransportFailure::Kind::ConnectionLost, QStringLiteral("The connection broke."));

} // namespace amb::test
