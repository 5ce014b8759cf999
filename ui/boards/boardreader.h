// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardreading.h"
#include "core/instance/tablerequest.h"

#include <QHash>
#include <QObject>

namespace amb {

class Monitor;

/// Reads the present state of a task board from the tables of an instance, with the session's
/// rights: the board, its lanes, cards and members, then the tasks behind the cards.
///
/// Members and tasks that may not be read are left out: a board is worth seeing without them.
class BoardReader : public QObject
{
    Q_OBJECT

public:
    /// The monitor must outlive the reader.
    explicit BoardReader(Monitor &monitor, QObject *parent = nullptr);

    /// finished() or failed() follows; a reading that is under way is given up.
    void read(const QString &board);
    [[nodiscard]] bool isReading() const { return !m_asked.isEmpty(); }

signals:
    void finished(const amb::BoardReading &reading);
    void failed(const amb::Error &error);

private:
    void ask(const QString &table, const QString &query, const QStringList &fields);
    void take(TableReadId id, const Result<TableRows> &rows);
    void askForTasks();

    Monitor &m_monitor;
    BoardReading m_reading;
    QHash<TableReadId, QString> m_asked; // the table of each read under way
    bool m_hasAskedForTasks = false;
};

} // namespace amb
