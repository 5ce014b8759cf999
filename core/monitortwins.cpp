// SPDX-License-Identifier: MIT
#include "core/monitortwins.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// More are not kept, however long they might wait: a flood must not take the memory.
constexpr std::size_t mostWaiting = 200'000;

/// A field's value, which instances send as {"display_value":…,"value":…}, or a plain one.
QString fieldText(const QJsonValue &field)
{
    const QJsonValue value = field.isObject() ? field.toObject().value("value"_L1) : field;
    return value.toVariant().toString();
}

} // namespace

MonitorTwins::MonitorTwins(std::chrono::milliseconds window, std::chrono::milliseconds plainWindow)
    : m_window(window)
    , m_plainWindow(plainWindow)
{ }

MonitorTwins::Key MonitorTwins::keyOf(const Record &event)
{
    const QJsonObject message = QJsonDocument::fromJson(event.raw.toByteArray()).object();
    const QJsonObject data = message.value("data"_L1).toObject();
    const QByteArray channel = event.channel.toByteArray() + '\n';
    const QString id = data.value("sys_id"_L1).toString();
    const QString operation = data.value("operation"_L1).toString();
    const QString count = fieldText(data.value("record"_L1).toObject().value("sys_mod_count"_L1));
    if (!id.isEmpty() && !operation.isEmpty() && !count.isEmpty())
        return {channel + (id + u'|' + operation + u'|' + count).toUtf8(), false};
    const QString messageId = message.value("ext"_L1).toObject().value("sys_id"_L1).toString();
    if (!messageId.isEmpty())
        return {channel + "ext " + messageId.toUtf8(), false};
    return {channel + QCryptographicHash::hash(event.raw.toByteArray(), QCryptographicHash::Sha1),
            true};
}

bool MonitorTwins::isTwin(Side side, const Record &event, Clock::time_point time)
{
    expire(m_expiries, time);
    expire(m_plainExpiries, time);
    if (!isLooking())
        return false;
    const Key key = keyOf(event);
    if (takeTwin(key.text, side, time)) {
        ++m_found;
        return true;
    }
    if (!m_isActive)
        return false;
    const auto until = time + (key.isPlain ? m_plainWindow : m_window);
    m_waiting[key.text].push_back({side, until});
    std::deque<Expiry> &queue = key.isPlain ? m_plainExpiries : m_expiries;
    queue.push_back({until, key.text});
    if (queue.size() > mostWaiting)
        dropOldest(queue);
    return false;
}

bool MonitorTwins::takeTwin(const QByteArray &key, Side side, Clock::time_point time)
{
    const auto found = m_waiting.find(key);
    if (found == m_waiting.end())
        return false;
    std::vector<Waiting> &waiting = *found;
    const auto twin =
        std::find_if(waiting.rbegin(), waiting.rend(), [side, time](const Waiting &other) {
            return other.side != side && other.until > time;
        });
    if (twin == waiting.rend())
        return false;
    waiting.erase(std::next(twin).base());
    if (waiting.empty())
        m_waiting.erase(found);
    return true;
}

void MonitorTwins::expire(std::deque<Expiry> &queue, Clock::time_point time)
{
    while (!queue.empty() && queue.front().until <= time)
        dropOldest(queue);
}

void MonitorTwins::dropOldest(std::deque<Expiry> &queue)
{
    const Expiry &oldest = queue.front();
    if (const auto found = m_waiting.find(oldest.key); found != m_waiting.end()) {
        std::erase_if(*found,
                      [&oldest](const Waiting &waiting) { return waiting.until <= oldest.until; });
        if (found->empty())
            m_waiting.erase(found);
    }
    queue.pop_front();
}

} // namespace amb
