// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardreading.h"
#include "core/decode/boardrecords.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace amb {

/// One thing that happened to a card, a lane, a member or a board.
struct BoardHappening
{
    enum class Kind : quint8 {
        Created,
        Changed, ///< field says what
        Touched, ///< written, but nothing of it is shown on a board
        LeftQuery, ///< its watcher does not tell of it any more
        Deleted,
        Read, ///< a reading found field otherwise than it was known
    };

    Kind kind = Kind::Changed;
    BoardTable table = BoardTable::Card;
    Moment moment;
    QString user;
    std::optional<BoardField> field;
    std::optional<FieldText> from; ///< nothing: not known
    FieldText to;
    bool isLate = false; ///< it came after something newer, and so may not be what is shown
};

/// What happened on task boards, from the first message to the newest: the state after each step,
/// and what became of each record.
///
/// Keeps the numbers of rows, not messages; they are read again when somebody looks back. States
/// are kept every so many steps, so that any moment is near one of them.
class BoardTimeline
{
public:
    /// Where rows are read again.
    struct Source
    {
        std::function<QByteArray(Row)> message;
        std::function<QByteArray(Row)> channel;
    };

    explicit BoardTimeline(Source source);

    /// Takes a message if it tells of a board; whether it did. Rows come in their order.
    bool offer(Moment moment, QByteArrayView channel, const QByteArray &message);
    void add(const BoardReading &reading, Timestamp time);
    /// Rows before this one cannot be read any more.
    void forgetBefore(Row row);

    [[nodiscard]] const BoardRecords &now() const { return m_now; }
    /// Steps are counted from 0, the state before anything; the last is the state now.
    [[nodiscard]] qsizetype lastStep() const { return qsizetype(m_steps.size()); }
    /// The first step that can still be shown.
    [[nodiscard]] qsizetype firstStep() const { return m_firstStep; }
    /// The state after a step, from firstStep() to lastStep().
    [[nodiscard]] BoardRecords at(qsizetype step) const;
    /// When a step was; of step 0 when the first was.
    [[nodiscard]] Moment momentOf(qsizetype step) const;
    /// The last step at or before a moment.
    [[nodiscard]] qsizetype stepAt(Row row) const;
    [[nodiscard]] qsizetype stepAt(Timestamp time) const;
    /// How many steps told of a record: while that stays, so does its history.
    [[nodiscard]] qsizetype stepsOf(const QString &sysId) const;
    /// What happened to a record, the newest first.
    [[nodiscard]] QList<BoardHappening> history(const QString &sysId) const;

private:
    struct Step
    {
        Moment moment;
        qint32 reading = -1; // number of the reading; else the row is a message
    };

    struct Checkpoint
    {
        qsizetype step;
        BoardRecords records;
    };

    void addStep(const Step &step);
    void play(BoardRecords &records, const Step &step) const;
    void keepCheckpoint();

    Source m_source;
    BoardRecords m_now;
    std::vector<Step> m_steps;
    QList<BoardReading> m_readings;
    std::vector<Checkpoint> m_checkpoints; // the first is the state before anything
    qsizetype m_spacing;
    qsizetype m_firstStep = 0;
    QHash<QString, QList<qint32>> m_stepsOf; // of each record
    mutable Checkpoint m_recent; // the state that was looked at last
};

} // namespace amb
