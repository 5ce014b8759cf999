// SPDX-License-Identifier: MIT
#include "ui/connection/historymodel.h"

#include "core/capture/capturestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More than a connection that is lost every minute has in a week.
constexpr qsizetype mostEntries = 20'000;

} // namespace

HistoryModel::HistoryModel(const CaptureStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_end(store.firstRow())
{
    take(store.endRow());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == TimeColumn ? fullTimeText(entry.time)
                                            : toolTipText(entry.words.text);
    if (role == Qt::DecorationRole && index.column() == KindColumn)
        return glyphIcon(entry.words.saying.glyph, entry.words.saying.tone);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return clockText(entry.time);
    case KindColumn:
        return entry.words.saying.word;
    case TextColumn:
        return entry.words.text;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("About");
    case TextColumn:
        return tr("What happened");
    default:
        return {};
    }
}

std::optional<Row> HistoryModel::gapAfter(std::optional<Row> row) const
{
    return noteAfter(row, &NoteWords::isGap);
}

std::optional<Row> HistoryModel::refusalAfter(std::optional<Row> row) const
{
    return noteAfter(row, &NoteWords::isRefusal);
}

std::optional<Row> HistoryModel::noteAfter(std::optional<Row> row, bool NoteWords::*what) const
{
    std::optional<Row> first;
    for (const Entry &entry : m_entries) {
        if (!(entry.words.*what))
            continue;
        if (!row || entry.row > *row)
            return entry.row;
        if (!first)
            first = entry.row;
    }
    return first;
}

QString HistoryModel::text() const
{
    QString text;
    for (const Entry &entry : m_entries)
        text += u"%1  %2  %3\n"_s.arg(
            fullTimeText(entry.time), entry.words.saying.word, entry.words.text);
    return text;
}

void HistoryModel::appendRows(Row first, qint64 count)
{
    take(first + count);
}

void HistoryModel::take(Row end)
{
    QList<Entry> fresh;
    for (Row row = std::max(m_end, m_store.firstRow()); row < end; row = row + 1) {
        const RowInfo info = m_store.info(row);
        if (info.kind == MessageKind::Note)
            fresh.append({row, info.time, NoteWords::parse(m_store.message(row))});
    }
    m_end = std::max(m_end, end);
    if (fresh.isEmpty())
        return;
    const qsizetype over = m_entries.size() + fresh.size() - mostEntries;
    if (over > 0 && !m_entries.isEmpty()) {
        const qsizetype dropped = std::min(over, m_entries.size());
        beginRemoveRows({}, 0, int(dropped) - 1);
        m_entries.remove(0, dropped);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    m_entries.append(fresh);
    endInsertRows();
    count(fresh);
}

void HistoryModel::count(const QList<Entry> &fresh)
{
    for (const Entry &entry : fresh) {
        if (entry.words.isRefusal)
            m_refusals.insert(entry.words.text);
    }
    const auto gaps = int(std::count_if(
        fresh.begin(), fresh.end(), [](const Entry &entry) { return entry.words.isGap; }));
    m_gaps += gaps;
    if (gaps > 0)
        emit gapsChanged();
}

} // namespace amb
