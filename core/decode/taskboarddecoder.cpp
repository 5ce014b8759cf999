// SPDX-License-Identifier: MIT
#include "core/decode/taskboarddecoder.h"

#include "core/decode/jsonwords.h"
#include "core/decode/recordwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

using Operation = RecordPayload::Operation;

QString quoted(const QString &text)
{
    return u"'%1'"_s.arg(text);
}

/// What a card is called: by its own display value, else by its text or its task.
QString cardName(const RecordWords &card)
{
    if (!card.payload().displayValue().isEmpty())
        return card.name();
    for (const QString &field : {u"short_description"_s, u"task"_s}) {
        if (const QString text = card.now(field); !text.isEmpty())
            return text;
    }
    return card.name();
}

/// "in its lane (position 2 → 3)": cards are counted from 0.
QString positionWords(const RecordWords &words)
{
    const QString now = words.now(u"order"_s);
    const auto before = words.before(u"order"_s);
    if (now.isEmpty())
        return {};
    return before ? Words::tr(" (position %1 → %2)").arg(*before, now)
                  : Words::tr(" (position %1)").arg(now);
}

QString cardMoved(const RecordWords &card, const QString &subject)
{
    const QString lane = card.now(u"lane"_s);
    const auto before = card.before(u"lane"_s);
    if (lane.isEmpty())
        return Words::tr("%1 moved to a lane that the message does not name").arg(subject);
    return before ? Words::tr("%1 moved from %2 to %3").arg(subject, *before, lane)
                  : Words::tr("%1 moved to %2").arg(subject, lane);
}

QString cardAdded(const RecordWords &card, const QString &subject)
{
    const QString lane = card.now(u"lane"_s);
    const QString board = card.now(u"board"_s);
    QString sentence = lane.isEmpty() ? Words::tr("%1 added").arg(subject)
                                      : Words::tr("%1 added to %2").arg(subject, lane);
    if (!board.isEmpty())
        sentence = Words::tr("%1 on board %2").arg(sentence, board);
    return sentence + card.by();
}

QString cardSentence(const RecordWords &card)
{
    const QString subject = Words::tr("Card %1").arg(quoted(cardName(card)));
    if (card.payload().operation() == Operation::Insert)
        return cardAdded(card, subject);
    QStringList said{u"lane"_s, u"order"_s};
    QString sentence;
    if (card.hasChanged(u"removed"_s)) {
        const auto removed = card.payload().value(u"removed"_s);
        const bool isBack = removed && removed->raw == "false"_L1;
        sentence = isBack ? Words::tr("%1 put back on the board").arg(subject)
                          : Words::tr("%1 archived").arg(subject);
        said.append(u"removed"_s);
    } else if (card.hasChanged(u"board"_s)) {
        const auto before = card.before(u"board"_s);
        const QString board = card.now(u"board"_s);
        sentence = before
            ? Words::tr("%1 moved from board %2 to board %3").arg(subject, *before, board)
            : Words::tr("%1 moved to board %2").arg(subject, board);
        said.append(u"board"_s);
    } else if (card.hasChanged(u"lane"_s)) {
        sentence = cardMoved(card, subject);
    } else if (card.hasChanged(u"order"_s)) {
        sentence = Words::tr("%1 moved within its lane%2").arg(subject, positionWords(card));
    } else {
        return card.sentence(subject);
    }
    const QString others = card.changes(said);
    return others.isEmpty() ? sentence + card.by() : u"%1; %2%3"_s.arg(sentence, others, card.by());
}

QString laneSentence(const RecordWords &lane)
{
    const QString subject = Words::tr("Lane %1").arg(quoted(lane.name()));
    const QString board = lane.now(u"board"_s);
    if (lane.payload().operation() == Operation::Insert)
        return (board.isEmpty()
                    ? Words::tr("%1 added%2").arg(subject, lane.by())
                    : Words::tr("%1 added to board %2%3").arg(subject, board, lane.by()));
    if (lane.hasChanged(u"name"_s)) {
        const QString now = quoted(lane.now(u"name"_s));
        const auto before = lane.before(u"name"_s);
        const QString others = lane.changes({u"name"_s});
        const QString renamed = before
            ? Words::tr("Lane %1 renamed to %2").arg(quoted(*before), now)
            : Words::tr("Lane renamed to %1").arg(now);
        return (others.isEmpty() ? renamed : u"%1; %2"_s.arg(renamed, others)) + lane.by();
    }
    if (lane.hasChanged(u"order"_s) && lane.changes({u"order"_s}).isEmpty())
        return Words::tr("%1 moved%2%3").arg(subject, positionWords(lane), lane.by());
    return lane.sentence(subject);
}

/// The fields `user` and `board` are by the names of the table's columns; not confirmed on a real
/// instance.
QString memberSentence(const RecordWords &member)
{
    const QString user = member.now(u"user"_s);
    const QString board = member.now(u"board"_s);
    if (member.payload().operation() == Operation::Insert && !user.isEmpty())
        return (board.isEmpty() ? Words::tr("%1 became a member of a board").arg(user)
                                : Words::tr("%1 became a member of board %2").arg(user, board))
            + member.by();
    return member.sentence(Words::tr("Board member %1").arg(quoted(member.name())));
}

} // namespace

bool TaskBoardDecoder::claims(const ParsedMessage &message) const
{
    if (!message.isTraffic())
        return false;
    const auto payload = RecordPayload::read(message.data, message.channel);
    return payload && payload->key().table.startsWith("vtb_"_L1);
}

DecodedMessage TaskBoardDecoder::decode(const ParsedMessage &message,
                                        const RecordHistory &history) const
{
    const auto payload = RecordPayload::read(message.data, message.channel);
    if (!payload)
        return {};
    const RecordWords words(*payload, history);
    const QString table = payload->key().table;
    QString sentence;
    if (table == "vtb_card"_L1)
        sentence = cardSentence(words);
    else if (table == "vtb_lane"_L1)
        sentence = laneSentence(words);
    else if (table == "vtb_board"_L1)
        sentence = words.sentence(Words::tr("Board %1").arg(quoted(words.name())));
    else if (table == "vtb_board_member"_L1)
        sentence = memberSentence(words);
    else
        sentence = words.sentence();
    return words.message(message, Words::tr("Task board"), sentence);
}

} // namespace amb
