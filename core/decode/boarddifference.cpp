// SPDX-License-Identifier: MIT
#include "core/decode/boarddifference.h"

#include "core/decode/board.h"

#include <QHash>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Subject = BoardDifference::Subject;
using Kind = BoardDifference::Kind;
using Field = BoardDifference::Field;

QString orderText(std::optional<double> order)
{
    return order ? QString::number(*order, 'g', 12) : QString();
}

QString nameOf(const BoardCard &card)
{
    if (card.number.isEmpty())
        return card.text;
    return card.text.isEmpty() ? card.number : card.number + u' ' + card.text;
}

/// Collects the differences between two things of one kind.
class Comparison
{
public:
    explicit Comparison(QList<BoardDifference> &found)
        : m_found(found)
    { }

    void begin(Subject subject, const QString &sysId, const QString &name)
    {
        m_subject = subject;
        m_sysId = sysId;
        m_name = name;
    }

    void field(Field field, const QString &shown, const QString &actual)
    {
        if (shown != actual || shown.isNull() != actual.isNull())
            differs(field, shown, actual);
    }

    void differs(Field field, const QString &shown, const QString &actual)
    {
        m_found.append({m_subject, Kind::Changed, field, m_sysId, m_name, shown, actual});
    }

    void only(Kind kind, const QString &shown, const QString &actual)
    {
        m_found.append({m_subject, kind, Field::None, m_sysId, m_name, shown, actual});
    }

private:
    QList<BoardDifference> &m_found;
    Subject m_subject = Subject::Board;
    QString m_sysId;
    QString m_name;
};

/// A card and the lane it is in.
struct Placed
{
    const BoardCard *card = nullptr;
    const BoardLane *lane = nullptr;

    [[nodiscard]] QString laneName() const
    {
        if (lane->standing == BoardLane::Standing::Unknown)
            return {};
        return lane->name.isEmpty() ? lane->sysId : lane->name;
    }
};

QHash<QString, Placed> cardsOf(const Board &board)
{
    QHash<QString, Placed> cards;
    for (const BoardLane &lane : board.lanes) {
        for (const BoardCard &card : lane.cards)
            cards.insert(card.sysId, {&card, &lane});
    }
    return cards;
}

void compareCard(Comparison &comparison, const Placed &shown, const Placed &actual)
{
    comparison.begin(Subject::Card, actual.card->sysId, nameOf(*actual.card));
    // Lanes are compared by what they are; a lane's other name is the lane's difference.
    if (shown.lane->sysId != actual.lane->sysId)
        comparison.differs(Field::Lane, shown.laneName(), actual.laneName());
    comparison.field(Field::Order, orderText(shown.card->order), orderText(actual.card->order));
    comparison.field(Field::Number, shown.card->number, actual.card->number);
    comparison.field(Field::Text, shown.card->text, actual.card->text);
    comparison.field(Field::Assignee, shown.card->assignee, actual.card->assignee);
    const auto labels = [](const BoardCard &card) {
        return card.labels.isEmpty() ? QString() : card.labels.join(u", "_s);
    };
    comparison.field(Field::Labels, labels(*shown.card), labels(*actual.card));
    if (shown.card->isUnwatched != actual.card->isUnwatched)
        comparison.differs(Field::Watched, {}, {});
}

void compareCards(Comparison &comparison, const Board &shown, const Board &fresh)
{
    const QHash<QString, Placed> before = cardsOf(shown);
    const QHash<QString, Placed> after = cardsOf(fresh);
    for (const BoardLane &lane : fresh.lanes) {
        for (const BoardCard &card : lane.cards) {
            const Placed actual{&card, &lane};
            const auto known = before.constFind(card.sysId);
            if (known != before.constEnd()) {
                compareCard(comparison, *known, actual);
                continue;
            }
            comparison.begin(Subject::Card, card.sysId, nameOf(card));
            comparison.only(Kind::Missing, {}, actual.laneName());
        }
    }
    for (const BoardLane &lane : shown.lanes) {
        for (const BoardCard &card : lane.cards) {
            if (after.contains(card.sysId))
                continue;
            comparison.begin(Subject::Card, card.sysId, nameOf(card));
            comparison.only(Kind::Surplus, Placed{&card, &lane}.laneName(), {});
        }
    }
}

const BoardLane *laneWith(const Board &board, const QString &sysId)
{
    for (const BoardLane &lane : board.lanes) {
        if (lane.sysId == sysId && lane.standing != BoardLane::Standing::Unknown)
            return &lane;
    }
    return nullptr;
}

void compareLanes(Comparison &comparison, const Board &shown, const Board &fresh)
{
    for (const BoardLane &lane : fresh.lanes) {
        if (lane.standing == BoardLane::Standing::Unknown)
            continue;
        comparison.begin(Subject::Lane, lane.sysId, lane.name);
        if (const BoardLane *known = laneWith(shown, lane.sysId)) {
            comparison.field(Field::Name, known->name, lane.name);
            comparison.field(Field::Order, orderText(known->order), orderText(lane.order));
        } else {
            comparison.only(Kind::Missing, {}, lane.name);
        }
    }
    for (const BoardLane &lane : shown.lanes) {
        if (lane.standing == BoardLane::Standing::Unknown || laneWith(fresh, lane.sysId))
            continue;
        comparison.begin(Subject::Lane, lane.sysId, lane.name);
        comparison.only(Kind::Surplus, lane.name, {});
    }
}

void compareMembers(Comparison &comparison, const Board &shown, const Board &fresh)
{
    QHash<QString, QString> before;
    for (const BoardMember &member : shown.members)
        before.insert(member.sysId, member.user);
    for (const BoardMember &member : fresh.members) {
        comparison.begin(Subject::Member, member.sysId, member.user);
        if (before.contains(member.sysId))
            comparison.field(Field::Name, before.take(member.sysId), member.user);
        else
            comparison.only(Kind::Missing, {}, member.user);
    }
    for (const BoardMember &member : shown.members) {
        if (!before.contains(member.sysId))
            continue;
        comparison.begin(Subject::Member, member.sysId, member.user);
        comparison.only(Kind::Surplus, member.user, {});
    }
}

} // namespace

QList<BoardDifference> boardDifference(const Board &shown, const Board &fresh)
{
    QList<BoardDifference> found;
    Comparison comparison(found);
    comparison.begin(Subject::Board, fresh.sysId, fresh.name);
    comparison.field(Field::Name, shown.name, fresh.name);
    if (!shown.isGone && fresh.isGone)
        comparison.only(Kind::Surplus, shown.name, {});
    else if (shown.isGone && !fresh.isGone)
        comparison.only(Kind::Missing, {}, fresh.name);
    compareLanes(comparison, shown, fresh);
    compareCards(comparison, shown, fresh);
    compareMembers(comparison, shown, fresh);
    return found;
}

} // namespace amb
