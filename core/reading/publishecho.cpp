// SPDX-License-Identifier: MIT
#include "core/reading/publishecho.h"

#include "core/capture/capturestore.h"
#include "core/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace amb {

namespace {

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

} // namespace

PublishEcho::PublishEcho(const CaptureStore &store,
                         QByteArray channel,
                         QByteArray data,
                         Timestamp sent)
    : m_store(&store)
    , m_channel(std::move(channel))
    , m_data(std::move(data))
    , m_sent(sent)
    , m_next(store.endRow())
{ }

void PublishEcho::read()
{
    const CaptureSnapshot rows = m_store->snapshot();
    m_next = std::max(m_next, rows.firstRow());
    for (; !m_isOver && m_next < rows.endRow(); m_next = m_next + 1) {
        const RowInfo info = rows.info(m_next);
        m_isOver = info.time > m_sent + listened;
        // What was on its way already has nothing to do with it.
        if (m_isOver || info.time < m_sent || info.kind != MessageKind::Event
            || info.direction != Direction::In)
            continue;
        if (!m_echo && isEcho(rows, m_next, info)) {
            m_echo = m_next;
            m_echoDelay = info.time - m_sent;
        } else {
            count(m_next, info.channel);
        }
    }
}

bool PublishEcho::isEcho(const CaptureSnapshot &rows, Row row, const RowInfo &info) const
{
    if (rows.channelName(info.channel) != m_channel)
        return false;
    const QByteArray message = rows.message(row);
    if (checkJson(message))
        return false;
    const QByteArray data = jsonMember(message, "data").toByteArray();
    return data == m_data || valueOf(data) == valueOf(m_data);
}

void PublishEcho::count(Row row, ChannelId channel)
{
    const auto known = std::find_if(m_heard.begin(), m_heard.end(), [channel](const Heard &heard) {
        return heard.channel == channel;
    });
    if (known != m_heard.end())
        ++known->count;
    else if (m_heard.size() < mostChannels)
        m_heard.append({channel, 1, row});
    else
        ++m_others;
}

} // namespace amb
