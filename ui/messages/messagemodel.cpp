// SPDX-License-Identifier: MIT
#include "ui/messages/messagemodel.h"

#include "core/capture/capturesearch.h"
#include "core/capture/capturestore.h"
#include "core/jsonreader.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channeltitle.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/rowmarks.h"
#include "ui/widgets/notewords.h"

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
        return toolTipText(line.own.value(column - MessageModel::ColumnCount, line.summary));
    }
}

} // namespace

MessageModel::MessageModel(const CaptureStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_reader(store)
    , m_marks(new RowMarks(this))
    , m_highlighters(new Highlighters(this))
    , m_rows(store.firstRow())
    , m_published(store.endRow())
    , m_search(new CaptureSearch(store, this))
    , m_lines(cachedLines)
{
    m_rows.append(m_published, heartbeatsIn(m_rows.first(), m_published));
    connect(m_highlighters, &Highlighters::changed, this, &MessageModel::forgetLines);
    connect(m_search, &CaptureSearch::found, this, &MessageModel::takeFound);
    connect(m_search, &CaptureSearch::advanced, this, &MessageModel::filterProgressed);
}

MessageModel::~MessageModel() = default;

void MessageModel::setDecoders(std::shared_ptr<const Decoders> decoders)
{
    m_reader.setDecoders(std::move(decoders));
    forgetLines();
}

void MessageModel::setHabits(const ChannelHabits &habits)
{
    m_habits = &habits;
    connect(&habits, &ChannelHabits::changed, this, &MessageModel::forgetLines);
    forgetLines();
}

void MessageModel::setShowsHeartbeats(bool shows)
{
    if (shows == showsHeartbeats())
        return;
    beginResetModel();
    m_lines.clear(); // the row above may be another one
    m_rows.setLeavesOut(!shows);
    endResetModel();
    if (isFiltered())
        searchAnew();
    emit heartbeatsChanged();
}

void MessageModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    searchAnew();
    emit filterChanged();
}

void MessageModel::setTimeRange(std::optional<TimeRange> range)
{
    if (range == m_range)
        return;
    m_range = range;
    searchAnew();
    emit timeRangeChanged();
}

void MessageModel::setScope(const ChannelScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_isScopeLifted = false;
    searchAnew();
    emit scopeChanged();
}

void MessageModel::setScopeLifted(bool lifted)
{
    if (lifted == m_isScopeLifted || m_scope.isEverything())
        return;
    m_isScopeLifted = lifted;
    searchAnew();
    emit scopeChanged();
}

Filter MessageModel::wholeFilter() const
{
    const Filter filter = m_filter.during(m_range);
    if (m_scope.isEverything() || m_isScopeLifted)
        return filter;
    return filter.onChannels(
        [scope = m_scope](QByteArrayView channel) { return scope.shows(channel); });
}

bool MessageModel::isSearching() const
{
    return m_search->isActive() && !m_search->isCaughtUp();
}

void MessageModel::searchAnew()
{
    m_search->cancel();
    const Filter filter = wholeFilter();
    beginResetModel();
    m_lines.clear(); // the row above may be another one
    if (filter.isEverything())
        m_rows.stopChoosing();
    else
        m_rows.startChoosing();
    endResetModel();
    if (!filter.isEverything())
        m_search->start(filter);
}

void MessageModel::takeFound(const QList<Row> &rows)
{
    std::vector<Row> kept;
    kept.reserve(size_t(rows.size()));
    const bool leavesOut = m_rows.leavesOut() && !m_filter.namesKinds();
    for (const Row row : rows) {
        if (row >= m_rows.first() && !(leavesOut && isHeartbeat(row)))
            kept.push_back(row);
    }
    const auto shown = int(std::lower_bound(kept.begin(), kept.end(), m_rows.end()) - kept.begin());
    if (shown > 0)
        beginInsertRows({}, rowCount(), rowCount() + shown - 1);
    m_rows.choose(kept);
    if (shown > 0)
        endInsertRows();
}

void MessageModel::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    if (!paused)
        takeRows(m_published);
    emit pausedChanged(paused);
}

void MessageModel::setTimeStyle(TimeStyle style)
{
    if (style == m_timeStyle)
        return;
    m_timeStyle = style;
    forgetLines();
    emit headerDataChanged(Qt::Horizontal, TimeColumn, TimeColumn);
}

void MessageModel::addOwnColumn(const OwnColumn &column)
{
    if (m_ownColumns.count() >= OwnColumns::most)
        return;
    beginInsertColumns({}, columnCount(), columnCount());
    m_ownColumns.append(column);
    m_lines.clear();
    endInsertColumns();
}

QString MessageModel::addOwnColumn(const QString &path)
{
    const auto parsed = JsonPath::parse(path);
    if (!parsed)
        return parsed.error().text;
    if (m_ownColumns.count() >= OwnColumns::most)
        return tr("There are %1 own columns already; remove one of them first.")
            .arg(OwnColumns::most);
    for (qsizetype i = 0; i < m_ownColumns.count(); ++i) {
        if (m_ownColumns.at(i).path.text() == parsed->text())
            return tr("The column \"%1\" shows that already.").arg(m_ownColumns.at(i).title);
    }
    addOwnColumn(OwnColumn{OwnColumn::usualTitle(path), *parsed});
    return {};
}

void MessageModel::changeOwnColumn(qsizetype own, const OwnColumn &column)
{
    if (own < 0 || own >= m_ownColumns.count())
        return;
    m_ownColumns.replace(own, column);
    forgetLines();
    emit headerDataChanged(Qt::Horizontal, ColumnCount + int(own), ColumnCount + int(own));
}

void MessageModel::removeOwnColumn(qsizetype own)
{
    if (own < 0 || own >= m_ownColumns.count())
        return;
    beginRemoveColumns({}, ColumnCount + int(own), ColumnCount + int(own));
    m_ownColumns.remove(own);
    m_lines.clear();
    endRemoveColumns();
}

void MessageModel::forgetLines()
{
    m_lines.clear();
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
}

const MessageModel::Line &MessageModel::line(int index) const
{
    const Row row = rowAt(index);
    if (const Line *cached = m_lines.object(qint64(row)))
        return *cached;
    auto *made = new Line(makeLine(index)); // the cache owns it
    m_lines.insert(qint64(row), made);
    return *made;
}

DecodedMessage MessageModel::decoded(Row row) const
{
    return m_reader.read(row, m_store.info(row), m_store.message(row));
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.count());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + int(m_ownColumns.count());
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
    if (role == Qt::ToolTipRole && index.column() == ChannelColumn) {
        const RowInfo info = m_store.info(rowAt(index.row()));
        const QString name = QString::fromUtf8(m_store.channelName(info.channel));
        return toolTipText(name == shown.channel ? name : shown.channel + u'\n' + name);
    }
    if (role == Qt::ToolTipRole)
        return toolTip(index.column(), shown, m_store.info(rowAt(index.row())));
    switch (index.column()) {
    case TimeColumn:
        return role == Qt::AccessibleTextRole && m_marks->contains(rowAt(index.row()))
            ? tr("%1, marked").arg(shown.time)
            : shown.time;
    case ChannelColumn:
        return shown.channel;
    case KindColumn:
        if (role == Qt::DisplayRole)
            return shown.kind.word;
        return tr("%1, %2").arg(shown.kind.word,
                                directionText(m_store.info(rowAt(index.row())).direction));
    case SummaryColumn:
        return shown.summary;
    case TransportColumn:
        return shown.transport;
    case SizeColumn:
        return role == Qt::DisplayRole ? shown.size : tr("%1 bytes").arg(shown.size);
    default:
        return shown.own.value(index.column() - ColumnCount);
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) // read aloud; the header itself is hidden
        return role == Qt::DisplayRole ? QVariant(qint64(rowAt(section)) + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const bool isOwn = section >= ColumnCount && section < columnCount();
    if (role == Qt::ToolTipRole && isOwn)
        return toolTipText(m_ownColumns.at(section - ColumnCount).path.text());
    if (role != Qt::DisplayRole)
        return {};
    if (isOwn)
        return m_ownColumns.at(section - ColumnCount).title;
    switch (section) {
    case TimeColumn:
        return m_timeStyle.heading();
    case ChannelColumn:
        return tr("Channel");
    case KindColumn:
        return tr("Kind");
    case SummaryColumn:
        return tr("Summary");
    case TransportColumn:
        return tr("Transport");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

void MessageModel::appendRows(Row first, qint64 count)
{
    // A batch that was published before this model was made is known already.
    m_published = std::max(m_published, first + count);
    m_search->extend();
    if (m_isPaused)
        emit waitingChanged();
    else
        takeRows(m_published);
}

void MessageModel::takeRows(Row end)
{
    if (end - m_rows.first() > mostRows)
        dropRows(m_rows.first() + (end - m_rows.first() - mostRows));
    if (end <= m_rows.end())
        return;
    const std::vector<Row> heartbeats = heartbeatsIn(m_rows.end(), end);
    const auto shown = int(shownIn(end, heartbeats));
    if (shown > 0)
        beginInsertRows({}, rowCount(), rowCount() + shown - 1);
    m_rows.append(end, heartbeats);
    if (shown > 0)
        endInsertRows();
    if (!heartbeats.empty())
        emit heartbeatsChanged();
}

/// How many rows more are shown when the end moves on.
qint64 MessageModel::shownIn(Row end, const std::vector<Row> &heartbeats) const
{
    if (m_rows.isChoosing())
        return m_rows.chosenBefore(end) - m_rows.count();
    const qint64 leftOut = m_rows.leavesOut() ? qint64(heartbeats.size()) : 0;
    return end - m_rows.end() - leftOut;
}

void MessageModel::dropRows(Row firstKept)
{
    if (firstKept <= m_rows.first())
        return;
    m_published = std::max(m_published, firstKept);
    m_marks->dropBefore(firstKept);
    const int dropped = int(m_rows.indexFrom(firstKept));
    if (dropped > 0)
        beginRemoveRows({}, 0, dropped - 1);
    m_rows.dropBefore(firstKept);
    if (dropped > 0)
        endRemoveRows();
}

std::vector<Row> MessageModel::heartbeatsIn(Row first, Row end) const
{
    std::vector<Row> rows;
    for (Row row = first; row < end; row = row + 1) {
        if (isHeartbeat(row))
            rows.push_back(row);
    }
    return rows;
}

bool MessageModel::isHeartbeat(Row row) const
{
    const RowInfo info = m_store.info(row);
    if (info.kind != MessageKind::Connect)
        return false;
    return info.direction == Direction::Out
        || jsonMember(m_store.message(row), "successful") == "true";
}

QString MessageModel::channelText(const QByteArray &name) const
{
    const QString text = QString::fromUtf8(name);
    const QString alias = m_habits != nullptr ? m_habits->of(text).alias : QString();
    return alias.isEmpty() ? channelTitle(text) : alias;
}

MessageModel::Line MessageModel::makeLine(int index) const
{
    const Row row = rowAt(index);
    const RowInfo info = m_store.info(row);
    const QByteArray message = m_store.message(row);
    Timestamp reference = info.time;
    if (m_timeStyle.form == TimeStyle::Form::SinceFirst)
        reference = m_store.info(m_rows.first()).time;
    else if (m_timeStyle.form == TimeStyle::Form::SincePrevious && index > 0)
        reference = m_store.info(rowAt(index - 1)).time;
    const QByteArray channel = m_store.channelName(info.channel);
    Line line{.time = m_timeStyle.text(info.time, reference),
              .channel = channelText(channel),
              .colour = m_habits != nullptr ? m_habits->colourOf(channel) : QColor(),
              .kind = sayKind(info.kind, info.direction),
              .summary = m_reader.read(row, info, message).sentence,
              .transport =
                  info.kind == MessageKind::Note ? QString() : transportText(info.transport),
              .size = numberText(info.size),
              .own = m_ownColumns.textsIn(message),
              .isNote = info.kind == MessageKind::Note};
    line.isHeartbeat = info.kind == MessageKind::Connect;
    if (line.isNote) {
        line.kind = NoteWords::parse(message).saying;
    } else if (isReply(info.kind, info.direction) && jsonMember(message, "successful") == "false") {
        line.kind = {Glyph::Cross, Tone::Bad, tr("refused")};
        line.isHeartbeat = false;
    }
    line.highlighter = m_highlighters->match(
        line.channel + u'\n' + line.kind.word + u'\n' + line.summary, message);
    return line;
}

} // namespace amb
