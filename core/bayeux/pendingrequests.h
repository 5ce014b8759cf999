// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/bayeux/channelpattern.h"
#include "core/message.h"
#include "core/publishoutcome.h"
#include "core/transport/transport.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

namespace amb {

/// One message that waits for its reply.
struct PendingRequest
{
    using Clock = std::chrono::steady_clock;

    QByteArray id;
    QByteArray channel; ///< the reply must name the same one
    MessageKind kind = MessageKind::Connect;
    RequestToken token{};
    Clock::time_point sent;
    Clock::duration patience{}; ///< how long the reply may take
    Clock::time_point deadline;
    ChannelPattern pattern; ///< of a subscribe or unsubscribe
    PublishId publish{}; ///< of a publish
};

/// The messages that wait for replies, found by id and channel (bayeux.md §§ 1, 3: a late or
/// foreign reply matches nothing and is ignored).
class PendingRequests
{
public:
    void add(const PendingRequest &request);
    /// Takes the request that a reply answers, if there is one.
    std::optional<PendingRequest> take(QByteArrayView id, QByteArrayView channel);
    /// Takes all requests of one frame or POST.
    std::vector<PendingRequest> takeAll(RequestToken token);
    std::vector<PendingRequest> takeAll();
    /// Takes all that were not sent with one of these tokens.
    std::vector<PendingRequest> takeAllBut(const std::vector<RequestToken> &tokens);
    std::vector<PendingRequest> takeOverdue(PendingRequest::Clock::time_point time);
    /// Counts the patience of all from now on: until then their link was opening.
    void restartClocks(PendingRequest::Clock::time_point time);
    [[nodiscard]] bool has(RequestToken token) const;
    [[nodiscard]] std::vector<RequestToken> tokens() const;
    [[nodiscard]] std::optional<PendingRequest::Clock::time_point> nextDeadline() const;

private:
    template <typename Predicate>
    std::vector<PendingRequest> takeIf(Predicate predicate);

    QHash<QByteArray, PendingRequest> m_requests; // by id
};

} // namespace amb
