// SPDX-License-Identifier: MIT
#include "core/reading/capturehistory.h"

#include "core/decode/countdecoder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

QJsonValue dataOf(const QByteArray &message)
{
    return QJsonDocument::fromJson(message).object().value("data"_L1);
}

} // namespace

CaptureHistory::CaptureHistory(const CaptureSnapshot &rows,
                               Row row,
                               ChannelId channel,
                               Memory &memory)
    : m_rows(rows)
    , m_row(row)
    , m_channel(channel)
    , m_memory(memory)
{ }

void CaptureHistory::visit(const RecordKey &record, const Visitor &visitor) const
{
    const QByteArray sysId = record.sysId.toUtf8();
    const Row end = std::max(m_rows.firstRow(), m_row + -farthest);
    int messages = 0;
    qint64 bytes = 0;
    for (Row row = m_row; row > end;) {
        row = row + -1;
        const RowInfo info = m_rows.info(row);
        if (info.kind == MessageKind::Note && isGap(row))
            return;
        if (info.channel != m_channel || info.kind != MessageKind::Event)
            continue;
        bytes += info.size;
        if (++messages > mostMessages || bytes > mostBytes)
            return;
        // Most are of other records, so they are not worth parsing.
        const QByteArray earlier = message(row);
        if (!earlier.contains(sysId))
            continue;
        const auto payload = RecordPayload::read(dataOf(earlier));
        const bool isSame = payload && payload->key().sysId == record.sysId
            && (payload->key().table.isEmpty() || payload->key().table == record.table);
        if (isSame && !visitor(*payload))
            return;
    }
}

std::optional<qint64> CaptureHistory::countBefore() const
{
    const auto finish = [this](qint64 before) {
        if (const auto own = countOf(dataOf(message(m_row))))
            m_memory.totals.insert(qint64(m_row), new qint64(before + *own));
        return before;
    };
    const Row end = std::max(m_rows.firstRow(), m_row + -farthest);
    qint64 sum = 0;
    int messages = 0;
    for (Row row = m_row; row > end;) {
        row = row + -1;
        const RowInfo info = m_rows.info(row);
        if (info.kind == MessageKind::Note && isGap(row))
            return {};
        if (info.channel != m_channel || info.kind != MessageKind::Event)
            continue;
        if (const qint64 *total = m_memory.totals.object(qint64(row)))
            return finish(sum + *total);
        if (++messages > mostMessages)
            return {};
        const auto count = countOf(dataOf(message(row)));
        if (!count)
            return {};
        sum += *count;
    }
    if (end != Row(0))
        return {};
    return finish(sum);
}

/// Rows of the monitor begin with what they are about.
bool CaptureHistory::isGap(Row row) const
{
    return message(row).startsWith(R"({"note":"gap")");
}

QByteArray CaptureHistory::message(Row row) const
{
    if (const QByteArray *known = m_memory.messages.object(qint64(row)))
        return *known;
    const QByteArray message = m_rows.message(row);
    m_memory.messages.insert(
        qint64(row), new QByteArray(message), std::max<qsizetype>(message.size(), 1));
    return message;
}

} // namespace amb
