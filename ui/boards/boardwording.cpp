// SPDX-License-Identifier: MIT
#include "ui/boards/boardwording.h"

#include "core/decode/board.h"
#include "core/oneline.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::BoardWording)
};

constexpr qsizetype longestText = 400;

QString plain(const QString &text)
{
    return oneLine(text, longestText);
}

QString fieldLabel(BoardField field)
{
    switch (field) {
    case BoardField::Board:
        return Words::tr("Board");
    case BoardField::Lane:
        return Words::tr("Lane");
    case BoardField::Order:
        return Words::tr("Place");
    case BoardField::Task:
        return Words::tr("Task");
    case BoardField::Removed:
        return Words::tr("Removed");
    case BoardField::ShortDescription:
        return Words::tr("Text");
    case BoardField::AssignedTo:
        return Words::tr("Assignee");
    case BoardField::Tags:
        return Words::tr("Labels");
    case BoardField::Number:
        return Words::tr("Number");
    case BoardField::Name:
        return Words::tr("Name");
    case BoardField::Owner:
        return Words::tr("Owner");
    case BoardField::User:
        return Words::tr("Person");
    }
    return {};
}

QString valueText(const FieldText &text)
{
    const QString words = plain(text.display.isEmpty() ? text.value : text.display);
    return words.isEmpty() ? Words::tr("nothing") : words;
}

QString changeText(const BoardHappening &happening)
{
    const QString to = valueText(happening.to);
    const QString from = happening.from ? valueText(*happening.from) : Words::tr("not known");
    return Words::tr("%1: %2 → %3").arg(fieldLabel(*happening.field), from, to);
}

} // namespace

QString cardName(const BoardCard &card)
{
    const QString number = plain(card.number);
    const QString text = plain(card.text);
    if (number.isEmpty() && text.isEmpty())
        return Words::tr("Card %1").arg(card.sysId);
    return number.isEmpty() ? text : text.isEmpty() ? number : number + u' ' + text;
}

QString laneTitle(const BoardLane &lane)
{
    if (lane.standing == BoardLane::Standing::Unknown)
        return Words::tr("Lane not known");
    if (lane.name.isEmpty())
        return Words::tr("Lane without name");
    return plain(lane.name);
}

QString laneSpoken(const BoardLane &lane)
{
    const QString count = lane.cards.size() == 1
        ? Words::tr("one card")
        : Words::tr("%1 cards").arg(numberText(lane.cards.size()));
    return Words::tr("Lane %1, %2").arg(laneTitle(lane), count);
}

QString cardSpoken(const QString &card, const BoardLane &lane)
{
    const auto found = std::ranges::find(lane.cards, card, &BoardCard::sysId);
    if (found == lane.cards.end())
        return {};
    QStringList parts{cardName(*found)};
    if (!found->assignee.isEmpty())
        parts.append(Words::tr("assigned to %1").arg(plain(found->assignee)));
    if (!found->labels.isEmpty())
        parts.append(Words::tr("labels %1").arg(plain(found->labels.join(u", "_s))));
    parts.append(Words::tr("lane %1, %2 of %3")
                     .arg(laneTitle(lane))
                     .arg(found - lane.cards.begin() + 1)
                     .arg(lane.cards.size()));
    if (found->isUnwatched)
        parts.append(Words::tr("no longer watched"));
    return parts.join(u", "_s);
}

QString laneHint(const BoardLane &lane)
{
    switch (lane.standing) {
    case BoardLane::Standing::Unknown:
        return Words::tr("No message has told yet in which lane these cards are, or their lane "
                         "was deleted. A fresh reading of the instance (Difference) tells.");
    case BoardLane::Standing::Named:
        return Words::tr("Only cards name this lane: no message has told of the lane itself, so "
                         "its place on the board is not known.");
    case BoardLane::Standing::Told:
        break;
    }
    return plain(lane.name);
}

QString cardHint(const BoardCard &card, const BoardLane &lane)
{
    QStringList lines{cardName(card)};
    if (!card.assignee.isNull())
        lines.append(card.assignee.isEmpty()
                         ? Words::tr("Assigned to nobody")
                         : Words::tr("Assigned to %1").arg(plain(card.assignee)));
    if (!card.labels.isEmpty())
        lines.append(Words::tr("Labels: %1").arg(plain(card.labels.join(u", "_s))));
    if (lane.standing == BoardLane::Standing::Unknown && !card.laneName.isEmpty())
        lines.append(
            Words::tr("Its lane was %1, which is not there any more.").arg(plain(card.laneName)));
    if (card.isUnwatched)
        lines.append(Words::tr("It left the query of its watcher: nobody tells what becomes of it. "
                               "This is what was known last."));
    if (card.hasTraffic && card.lastUser.isEmpty())
        lines.append(Words::tr("Last message at %1").arg(clockText(card.last.time)));
    else if (card.hasTraffic)
        lines.append(Words::tr("Last message at %1, by %2")
                         .arg(clockText(card.last.time), plain(card.lastUser)));
    return lines.join(u'\n');
}

QString happeningText(const BoardHappening &happening)
{
    QString text;
    switch (happening.kind) {
    case BoardHappening::Kind::Created:
        text = Words::tr("Created");
        break;
    case BoardHappening::Kind::Changed:
        text = happening.field ? changeText(happening) : Words::tr("Changed");
        break;
    case BoardHappening::Kind::Touched:
        text = Words::tr("Written, nothing shown here changed");
        break;
    case BoardHappening::Kind::LeftQuery:
        text = Words::tr("Left the query of its watcher");
        break;
    case BoardHappening::Kind::Deleted:
        text = Words::tr("Deleted");
        break;
    case BoardHappening::Kind::Read:
        text = happening.field ? changeText(happening) : QString();
        return Words::tr("%1 (found by reading)").arg(text);
    }
    return happening.isLate ? Words::tr("%1 (came late)").arg(text) : text;
}

QString differenceSubject(const BoardDifference &difference)
{
    const QString name = difference.name.isEmpty() ? difference.sysId : plain(difference.name);
    switch (difference.subject) {
    case BoardDifference::Subject::Board:
        return Words::tr("Board %1").arg(name);
    case BoardDifference::Subject::Lane:
        return Words::tr("Lane %1").arg(name);
    case BoardDifference::Subject::Card:
        return Words::tr("Card %1").arg(name);
    case BoardDifference::Subject::Member:
        return Words::tr("Member %1").arg(name);
    }
    return name;
}

QString differenceField(const BoardDifference &difference)
{
    if (difference.kind == BoardDifference::Kind::Missing)
        return Words::tr("was missing");
    if (difference.kind == BoardDifference::Kind::Surplus)
        return Words::tr("is gone");
    switch (difference.field) {
    case BoardDifference::Field::Name:
        return Words::tr("name");
    case BoardDifference::Field::Order:
        return Words::tr("place");
    case BoardDifference::Field::Lane:
        return Words::tr("lane");
    case BoardDifference::Field::Number:
        return Words::tr("number");
    case BoardDifference::Field::Text:
        return Words::tr("text");
    case BoardDifference::Field::Assignee:
        return Words::tr("assignee");
    case BoardDifference::Field::Labels:
        return Words::tr("labels");
    case BoardDifference::Field::Watched:
        return Words::tr("was no longer watched");
    case BoardDifference::Field::None:
        break;
    }
    return {};
}

QString differenceShown(const BoardDifference &difference)
{
    if (difference.kind == BoardDifference::Kind::Missing
        || difference.field == BoardDifference::Field::Watched)
        return Words::tr("–");
    if (difference.shown.isNull() && difference.kind == BoardDifference::Kind::Changed)
        return Words::tr("not known");
    return difference.shown.isEmpty() ? Words::tr("nothing") : plain(difference.shown);
}

QString differenceActual(const BoardDifference &difference)
{
    if (difference.kind == BoardDifference::Kind::Surplus
        || difference.field == BoardDifference::Field::Watched)
        return Words::tr("–");
    return difference.actual.isEmpty() ? Words::tr("nothing") : plain(difference.actual);
}

} // namespace amb
