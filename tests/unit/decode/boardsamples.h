// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"
#include "core/decode/boardreading.h"
#include "core/decode/boardrecords.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace amb {

/// Traffic and readings of task boards that tests write by hand.
namespace boards {

/// A delivery of a record watcher, written field by field.
class Delivery
{
public:
    /// operation: insert, update or delete.
    Delivery(QByteArray operation, QByteArray table, QByteArray sysId);

    Delivery &action(const QByteArray &action);
    Delivery &set(const QByteArray &field, const QByteArray &value, const QByteArray &display = {});
    Delivery &version(int modCount);
    Delivery &by(const QByteArray &user);
    Delivery &named(const QByteArray &name);

    [[nodiscard]] QByteArray toJson(const QByteArray &channel = "/rw/any") const;

private:
    QByteArray m_operation;
    QByteArray m_action;
    QByteArray m_table;
    QByteArray m_sysId;
    QByteArray m_name = "a record";
    QByteArray m_user = "agent.one";
    QByteArray m_changes;
    QByteArray m_record;
    int m_version = -1;
};

Delivery insertion(const QByteArray &table, const QByteArray &sysId);
Delivery update(const QByteArray &table, const QByteArray &sysId, int version);
Delivery deletion(const QByteArray &table, const QByteArray &sysId);

/// What a reading says of one record.
BoardReading::Record read(const QString &table,
                          const QString &sysId,
                          int version,
                          const QList<std::pair<BoardField, FieldText>> &fields);
/// The board "b" with the lanes "todo" and "done" and the cards "c1" and "c2" in the first.
BoardReading smallBoard();

/// A board as lines of text: each lane with its cards.
QString text(const Board &board);

} // namespace boards

} // namespace amb
