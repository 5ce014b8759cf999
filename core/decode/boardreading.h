// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardevent.h"

#include <QList>
#include <QString>

namespace amb {

/// What an instance's tables say of one board: its record, its lanes, cards and members, and the
/// tasks behind the cards.
struct BoardReading
{
    struct Record
    {
        BoardTable table = BoardTable::Task;
        QString sysId;
        QList<ToldField> fields;
        RecordVersion version;
    };

    QString board; ///< sys_id
    /// The first row that came after the tables were asked: it may tell of what they did not know.
    Row askedAt{};
    bool hasMembers = true; ///< false: they could not be read
    bool hasTasks = true;
    QList<Record> records;
};

} // namespace amb
