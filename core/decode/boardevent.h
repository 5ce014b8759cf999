// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/row.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace amb {

/// Where and when a capture tells of something.
struct Moment
{
    Row row{};
    Timestamp time;
};

/// How often a record had been written, as far as its teller knows: orders what comes out of order.
struct RecordVersion
{
    qint64 modCount = -1; ///< sys_mod_count; negative when it is not told
    QString updatedOn; ///< sys_updated_on in UTC, "yyyy-MM-dd HH:mm:ss"; empty when not told

    [[nodiscard]] bool isTold() const { return modCount >= 0 || !updatedOn.isEmpty(); }
    /// False also when nothing tells which is older: then what comes later counts as newer.
    [[nodiscard]] bool isOlderThan(const RecordVersion &other) const;
};

/// The tables a task board is made of (amb.md § 7.5; names not confirmed on a real instance).
enum class BoardTable : quint8 {
    Board, ///< vtb_board
    Lane, ///< vtb_lane
    Card, ///< vtb_card
    Member, ///< vtb_board_member
    Task, ///< any other: the record behind a card
};

/// The fields of these tables that a board shows.
enum class BoardField : quint8 {
    Board,
    Lane,
    Order,
    Task,
    Removed,
    ShortDescription,
    AssignedTo,
    Tags,
    Number,
    Name,
    Owner,
    User,
};

/// What a field holds, and what people see of it.
struct FieldText
{
    QString value;
    QString display;

    friend bool operator==(const FieldText &, const FieldText &) = default;
};

/// One field that an event or a reading tells.
struct ToldField
{
    BoardField field;
    FieldText text;
};

/// What one delivery of a record watcher says of a record that may belong to a board (§ 7.1).
struct BoardEvent
{
    enum class Operation : quint8 {
        Insert,
        Update,
        Delete,
    };

    BoardTable table = BoardTable::Task;
    Operation operation = Operation::Update;
    bool isExit = false; ///< the record left the query of the channel
    QString sysId;
    QString name; ///< display_value
    QString user; ///< who did it; empty when it is not told
    QList<ToldField> fields;
    /// What the query of the channel says of a record that it finds, such as its board.
    QList<ToldField> conditions;
    RecordVersion version;

    [[nodiscard]] bool tells(BoardField field) const;
};

BoardTable boardTable(QStringView name);
/// Nothing when boards do not show the field.
std::optional<BoardField> boardField(QStringView name);
/// The name of a field in its table.
QLatin1StringView fieldName(BoardField field);

/// Reads a message of a channel, whichever it is; nothing when it is no record watcher's delivery.
std::optional<BoardEvent> readBoardEvent(QByteArrayView channel, const QByteArray &message);

/// Whether a message may tell of a record: looks at a few bytes of it, far faster than reading it.
bool mayTellOfRecord(const QByteArray &message);
/// The sys_id of the record that a message tells of, found without reading the message; empty when
/// that takes reading it.
QString recordIdIn(const QByteArray &message);

} // namespace amb
