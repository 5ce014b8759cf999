// SPDX-License-Identifier: MIT
#include "ui/boards/boardreader.h"

#include "core/monitor.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int mostRows = 10'000;
/// A query goes into the address of a request, which proxies keep below 8 kB.
constexpr qsizetype tasksOfARequest = 100;

const QString boardTableName = u"vtb_board"_s;
const QString cardTableName = u"vtb_card"_s;

/// What boards are made of, and what tells how new it is. Which of these fields real tables have is
/// not confirmed on a real instance; those that are missing in the answer are not known.
QStringList withStamps(const QStringList &fields)
{
    return QStringList{u"sys_id"_s} + fields + QStringList{u"sys_mod_count"_s, u"sys_updated_on"_s};
}

BoardReading::Record recordOf(const QString &table, const TableRow &row)
{
    BoardReading::Record record;
    record.table = boardTable(table);
    record.sysId = row.value(u"sys_id"_s).value;
    for (auto it = row.begin(); it != row.end(); ++it) {
        if (const auto field = boardField(it.key()))
            record.fields.append({*field, {it->value, it->display}});
    }
    bool isNumber = false;
    const qint64 count = row.value(u"sys_mod_count"_s).value.toLongLong(&isNumber);
    if (isNumber)
        record.version.modCount = count;
    record.version.updatedOn = row.value(u"sys_updated_on"_s).value;
    return record;
}

} // namespace

BoardReader::BoardReader(Monitor &monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
{
    connect(&monitor, &Monitor::tableRead, this, &BoardReader::take);
}

void BoardReader::read(const QString &board)
{
    m_asked.clear();
    m_hasAskedForTasks = false;
    m_reading = {};
    m_reading.board = board;
    m_reading.askedAt = m_monitor.capture().endRow();
    const QString ofBoard = u"board="_s + board;
    ask(boardTableName, u"sys_id="_s + board, withStamps({u"name"_s, u"owner"_s}));
    ask(u"vtb_lane"_s, ofBoard, withStamps({u"board"_s, u"name"_s, u"order"_s}));
    ask(cardTableName,
        ofBoard,
        withStamps({u"board"_s, u"lane"_s, u"task"_s, u"order"_s, u"removed"_s}));
    ask(u"vtb_board_member"_s, ofBoard, withStamps({u"board"_s, u"user"_s}));
}

void BoardReader::ask(const QString &table, const QString &query, const QStringList &fields)
{
    TableRequest request;
    request.table = table;
    request.query = query;
    request.fields = fields;
    request.limit = mostRows;
    m_asked.insert(m_monitor.readTable(request), table);
}

void BoardReader::take(TableReadId id, const Result<TableRows> &rows)
{
    const auto asked = m_asked.constFind(id);
    if (asked == m_asked.constEnd())
        return;
    const QString table = *asked;
    m_asked.erase(asked);
    const bool isVital = table == boardTableName || table == cardTableName;
    if (isVital && (!rows || (table == boardTableName && rows->isEmpty()))) {
        m_asked.clear();
        emit failed(rows ? Error{ErrorKind::Refused,
                                 tr("The instance knows no board with this sys_id, or you may not "
                                    "see it. Check the address, and whether you are a member."),
                                 m_reading.board}
                         : rows.error());
        return;
    }
    if (rows) {
        for (const TableRow &row : *rows)
            m_reading.records.append(recordOf(table, row));
    } else if (table == "vtb_board_member"_L1) {
        m_reading.hasMembers = false;
    } else if (table == "task"_L1) {
        m_reading.hasTasks = false;
    }
    if (!m_asked.isEmpty())
        return;
    if (!m_hasAskedForTasks)
        askForTasks();
    if (m_asked.isEmpty())
        emit finished(m_reading);
}

void BoardReader::askForTasks()
{
    m_hasAskedForTasks = true;
    QSet<QString> tasks;
    for (const BoardReading::Record &record : std::as_const(m_reading.records)) {
        for (const ToldField &told : record.fields) {
            if (told.field == BoardField::Task && !told.text.value.isEmpty())
                tasks.insert(told.text.value);
        }
    }
    const QStringList all(tasks.begin(), tasks.end());
    for (qsizetype i = 0; i < all.size(); i += tasksOfARequest)
        ask(u"task"_s,
            u"sys_idIN"_s + all.sliced(i, std::min(tasksOfARequest, all.size() - i)).join(u','),
            withStamps({u"number"_s, u"short_description"_s, u"assigned_to"_s, u"sys_tags"_s}));
}

} // namespace amb
