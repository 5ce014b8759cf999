// SPDX-License-Identifier: MIT
#include "core/bayeux/pendingrequests.h"

#include <algorithm>

namespace amb {

void PendingRequests::add(const PendingRequest &request)
{
    m_requests.insert(request.id, request);
}

std::optional<PendingRequest> PendingRequests::take(QByteArrayView id, QByteArrayView channel)
{
    const auto it = m_requests.find(QByteArray::fromRawData(id.data(), id.size()));
    if (it == m_requests.end() || it->channel != channel)
        return std::nullopt;
    PendingRequest request = *it;
    m_requests.erase(it);
    return request;
}

template <typename Predicate>
std::vector<PendingRequest> PendingRequests::takeIf(Predicate predicate)
{
    std::vector<PendingRequest> taken;
    for (auto it = m_requests.begin(); it != m_requests.end();) {
        if (predicate(*it)) {
            taken.push_back(*it);
            it = m_requests.erase(it);
        } else {
            ++it;
        }
    }
    std::sort(
        taken.begin(), taken.end(), [](const auto &a, const auto &b) { return a.sent < b.sent; });
    return taken;
}

std::vector<PendingRequest> PendingRequests::takeAll(RequestToken token)
{
    return takeIf([token](const PendingRequest &request) { return request.token == token; });
}

std::vector<PendingRequest> PendingRequests::takeAll()
{
    return takeIf([](const PendingRequest &) { return true; });
}

std::vector<PendingRequest> PendingRequests::takeAllBut(const std::vector<RequestToken> &tokens)
{
    return takeIf([&tokens](const PendingRequest &request) {
        return std::find(tokens.begin(), tokens.end(), request.token) == tokens.end();
    });
}

std::vector<PendingRequest> PendingRequests::takeOverdue(PendingRequest::Clock::time_point time)
{
    return takeIf([time](const PendingRequest &request) { return request.deadline <= time; });
}

void PendingRequests::restartClocks(PendingRequest::Clock::time_point time)
{
    for (PendingRequest &request : m_requests)
        request.deadline = time + request.patience;
}

bool PendingRequests::has(RequestToken token) const
{
    return std::any_of(m_requests.begin(),
                       m_requests.end(),
                       [token](const PendingRequest &request) { return request.token == token; });
}

std::vector<RequestToken> PendingRequests::tokens() const
{
    std::vector<RequestToken> tokens;
    for (const PendingRequest &request : m_requests)
        tokens.push_back(request.token);
    return tokens;
}

std::optional<PendingRequest::Clock::time_point> PendingRequests::nextDeadline() const
{
    std::optional<PendingRequest::Clock::time_point> next;
    for (const PendingRequest &request : m_requests) {
        if (!next || request.deadline < *next)
            next = request.deadline;
    }
    return next;
}

} // namespace amb
