// SPDX-License-Identifier: MIT
#include "ui/messagemodel.h"

#include "core/capture/capturestore.h"
#include "core/decode/summary.h"
#include "ui/jsonreader.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A few screens of a large monitor.
constexpr int cachedLines = 400;
/// Item views count in int and need one number beyond the last row.
constexpr qint64 mostRows = std::numeric_limits<int>::max() - 1;

bool isReply(MessageKind kind, Direction direction)
{
    return direction == Direction::In && kind != MessageKind::Event && kind != MessageKind::Note
        && kind != MessageKind::Malformed && kind != MessageKind::Unknown;
}

/// The bytes of a member of the outermost object; empty where there is none. Only the envelope is
/// looked at, what is in it is skipped.
QByteArrayView memberOf(QByteArrayView message, QByteArrayView quotedName)
{
    const JsonValue outermost = outermostJson(message);
    if (outermost.type != JsonType::Object)
        return {};
    JsonMembers members(message, outermost);
    while (const auto member = members.next()) {
        if (message.sliced(member->nameBegin, member->nameEnd - member->nameBegin) == quotedName)
            return message.sliced(member->value.begin, member->value.end - member->value.begin);
    }
    return {};
}

/// The monitor's own rows are told apart by what they are about.
Saying sayNote(QByteArrayView message)
{
    const QByteArrayView about = memberOf(message, "\"note\"");
    if (about == "\"gap\"")
        return {Glyph::Warning, Tone::Warning, MessageModel::tr("gap")};
    if (about == "\"damaged\"")
        return {Glyph::Warning, Tone::Warning, MessageModel::tr("damaged")};
    if (about == "\"refused\"")
        return {Glyph::Cross, Tone::Bad, MessageModel::tr("refused")};
    if (about == "\"transport\"")
        return {Glyph::Note, Tone::Accent, MessageModel::tr("transport")};
    if (about == "\"session\"")
        return {Glyph::Note, Tone::Accent, MessageModel::tr("session")};
    return {Glyph::Note, Tone::Accent, MessageModel::tr("note")};
}

QString toolTip(int column, const MessageModel::Line &line, const RowInfo &info)
{
    switch (column) {
    case MessageModel::TimeColumn:
        return fullTimeText(info.time);
    case MessageModel::KindColumn:
        return MessageModel::tr("%1, %2").arg(line.kind.word, directionText(info.direction));
    case MessageModel::SizeColumn:
        return MessageModel::tr("%1 bytes").arg(line.size);
    default:
        return toolTipText(column == MessageModel::ChannelColumn ? line.channel : line.summary);
    }
}

} // namespace

MessageModel::MessageModel(const CaptureStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_first(store.firstRow())
    , m_count(int(std::min(store.endRow() - store.firstRow(), mostRows)))
    , m_lines(cachedLines)
{ }

MessageModel::~MessageModel() = default;

int MessageModel::indexOf(Row row) const
{
    const qint64 index = row - m_first;
    return index >= 0 && index < m_count ? int(index) : -1;
}

const MessageModel::Line &MessageModel::line(int index) const
{
    const Row row = rowAt(index);
    if (const Line *cached = m_lines.object(qint64(row)))
        return *cached;
    auto *made = new Line(makeLine(row)); // the cache owns it
    m_lines.insert(qint64(row), made);
    return *made;
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Line &shown = line(index.row());
    if (role == Qt::ToolTipRole)
        return toolTip(index.column(), shown, m_store.info(rowAt(index.row())));
    switch (index.column()) {
    case TimeColumn:
        return shown.time;
    case ChannelColumn:
        return shown.channel;
    case KindColumn:
        if (role == Qt::DisplayRole)
            return shown.kind.word;
        return tr("%1, %2").arg(shown.kind.word,
                                directionText(m_store.info(rowAt(index.row())).direction));
    case SummaryColumn:
        return shown.summary;
    case SizeColumn:
        return role == Qt::DisplayRole ? shown.size : tr("%1 bytes").arg(shown.size);
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) // read aloud; the header itself is hidden
        return role == Qt::DisplayRole ? QVariant(qint64(rowAt(section)) + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ChannelColumn:
        return tr("Channel");
    case KindColumn:
        return tr("Kind");
    case SummaryColumn:
        return tr("Summary");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

void MessageModel::appendRows(Row first, qint64 count)
{
    // A batch that was published before this model was made is known already.
    const qint64 added = (first + count) - (m_first + m_count);
    if (added <= 0)
        return;
    if (m_count + added > mostRows)
        dropRows(m_first + std::min<qint64>(m_count, m_count + added - mostRows));
    const int shown = int(std::min(added, mostRows - m_count));
    beginInsertRows({}, m_count, m_count + shown - 1);
    m_count += shown;
    endInsertRows();
}

void MessageModel::dropRows(Row firstKept)
{
    const int dropped = int(std::min<qint64>(firstKept - m_first, m_count));
    if (dropped <= 0)
        return;
    beginRemoveRows({}, 0, dropped - 1);
    m_first = m_first + dropped;
    m_count -= dropped;
    endRemoveRows();
}

MessageModel::Line MessageModel::makeLine(Row row) const
{
    const RowInfo info = m_store.info(row);
    const QByteArray message = m_store.message(row);
    Line line{.time = clockText(info.time),
              .channel = QString::fromUtf8(m_store.channelName(info.channel)),
              .kind = sayKind(info.kind, info.direction),
              .summary = summarize(message, info.kind, info.direction),
              .size = numberText(info.size),
              .isNote = info.kind == MessageKind::Note};
    line.isHeartbeat = info.kind == MessageKind::Connect;
    if (line.isNote) {
        line.kind = sayNote(message);
    } else if (isReply(info.kind, info.direction)
               && memberOf(message, "\"successful\"") == "false") {
        line.kind = {Glyph::Cross, Tone::Bad, tr("refused")};
        line.isHeartbeat = false;
    }
    return line;
}

} // namespace amb
