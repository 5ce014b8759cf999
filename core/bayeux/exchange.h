// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/framesplitter.h"
#include "core/bayeux/pendingrequests.h"
#include "core/bayeux/requestbuilder.h"
#include "core/transport/transport.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace amb {

/// Carries a session's requests over its link and matches what comes back.
///
/// Every message, both ways, goes to the RecordSink. Replies are matched by id and channel; each
/// request ends exactly once: replied(), or in failed() when it was not answered or its link died.
class Exchange : public QObject
{
    Q_OBJECT

public:
    /// One message to send.
    struct Outgoing
    {
        RequestBuilder::Message message;
        MessageKind kind = MessageKind::Connect;
        QByteArray channel;
        ChannelPattern pattern{}; ///< of a subscribe or unsubscribe
        PublishId publish{}; ///< of a publish
    };

    Exchange(TransportFactory &factory,
             RecordSink &sink,
             std::chrono::milliseconds networkDelay,
             QObject *parent = nullptr);
    ~Exchange() override;

    /// Tells which messages only announce a reply, from their raw `ext`: they answer nothing.
    void setNotices(std::function<bool(QByteArrayView ext)> isNotice);
    /// Events on this channel are passed on with watched(); empty: on none.
    void watchChannel(const QByteArray &channel) { m_watched = channel; }

    /// Opens a link of this type. There must be none.
    void openLink(TransportType type);
    /// Goes on over another, open link. The one before is kept until keepLink() and until its
    /// requests are answered.
    void adoptLink(std::unique_ptr<Transport> link);
    /// The adopted link works: the former one may go.
    void keepLink();
    /// Undoes adoptLink(); false when there is no former link.
    bool returnToFormerLink();
    /// Closes all links; the requests that waited are handed back and end without a signal.
    std::vector<PendingRequest> dropLinks();

    [[nodiscard]] bool hasLink() const { return m_link != nullptr; }
    [[nodiscard]] TransportType linkType() const { return m_link->type(); }
    [[nodiscard]] bool isOpened() const { return m_opened; } ///< the link's upgrade was accepted
    [[nodiscard]] bool isOpening() const; ///< a WebSocket whose upgrade was not accepted yet

    /// Sends messages in one frame or POST. Not answered within patience means failed.
    void send(RequestKind kind,
              const std::vector<Outgoing> &messages,
              std::chrono::milliseconds patience);

signals:
    void replied(const amb::PendingRequest &request, const amb::Envelope &reply);
    /// Something came that answers nothing and is no event: a server's disconnect, a late reply.
    void unasked(const amb::Envelope &message, amb::MessageKind kind);
    /// An event came on the channel that is watched.
    void watched(const amb::Envelope &event);
    /// Advice came in any message, before it is passed on otherwise.
    void advised(QByteArrayView advice);
    /// These requests will not be answered any more; the link goes on.
    void requestsFailed(const std::vector<amb::PendingRequest> &requests,
                        const amb::TransportFailure &failure);
    /// The current link is gone, and these requests with it.
    void linkFailed(const std::vector<amb::PendingRequest> &requests,
                    const amb::TransportFailure &failure);

private:
    using Clock = PendingRequest::Clock;

    void attach(std::unique_ptr<Transport> link);
    void onReceived(const Transport &link, QByteArrayView frame, Timestamp time);
    void take(const Envelope &envelope, MessageKind kind);
    void onAnswered(RequestToken token);
    void onRequestFailed(RequestToken token, const TransportFailure &failure);
    void onLinkFailed(Transport *link, const TransportFailure &failure);
    void onDeadline();
    void armDeadline();
    void wakeBy(Clock::time_point time);
    [[nodiscard]] bool isOfFormer(const PendingRequest &request) const;
    std::vector<PendingRequest> missedOnSocket(const std::vector<PendingRequest> &overdue,
                                               Clock::time_point time);
    void releaseIdleFormer();
    void dispose(std::unique_ptr<Transport> link);

    TransportFactory &m_factory;
    RecordSink &m_sink;
    std::chrono::milliseconds m_networkDelay;
    std::function<bool(QByteArrayView ext)> m_isNotice;
    QByteArray m_watched;
    FrameSplitter m_splitter;
    PendingRequests m_pending;
    std::unique_ptr<Transport> m_link;
    std::unique_ptr<Transport> m_former;
    std::vector<RequestToken> m_formerTokens; // those that were sent over m_former
    bool m_mayReturn = false;
    quint64 m_lastToken = 0;
    bool m_opened = false;
    Clock::time_point m_lastReceived;
    QTimer m_deadline;
};

} // namespace amb
