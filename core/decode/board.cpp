// SPDX-License-Identifier: MIT
#include "core/decode/board.h"

#include "core/decode/boardrecords.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> orderOf(const KnownRecord &record)
{
    bool isNumber = false;
    const double order = record.text(BoardField::Order).value.toDouble(&isNumber);
    return isNumber ? std::optional(order) : std::nullopt;
}

bool isTrue(const QString &value)
{
    return value == "true"_L1 || value == "1"_L1;
}

/// Whether a name is a task's number, such as INC0010042.
bool isTaskNumber(const QString &name)
{
    constexpr qsizetype longestPrefix = 10;
    const auto digit = std::ranges::find_if(name, [](QChar each) { return each.isDigit(); });
    const qsizetype prefix = digit - name.begin();
    return prefix > 0 && prefix <= longestPrefix && name.size() - prefix > 3
        && std::all_of(name.begin(), digit, [](QChar each) { return each.isUpper(); })
        && std::all_of(digit, name.end(), [](QChar each) { return each.isDigit(); });
}

/// The first of the places where a text stands that was told at all.
QString firstTold(std::initializer_list<std::pair<const KnownRecord *, BoardField>> places)
{
    for (const auto &[record, field] : places) {
        const KnownField *known = record ? record->find(field) : nullptr;
        if (known)
            return known->text.display.isNull() ? u""_s : known->text.display;
    }
    return {};
}

/// Sorts by order, what has none last; then by what else tells two apart, so that it is stable.
template <typename T>
void sortByOrder(QList<T> &things)
{
    std::ranges::sort(things, {}, [](const T &thing) {
        return std::tuple(thing.order.value_or(std::numeric_limits<double>::infinity()),
                          thing.sysId);
    });
}

/// Puts one board together.
class Assembly
{
public:
    Assembly(const BoardRecords &records, const QString &sysId)
        : m_records(records)
    {
        m_board.sysId = sysId;
    }

    Board make()
    {
        if (const KnownRecord *record = m_records.find(m_board.sysId)) {
            m_board.name = firstTold({{record, BoardField::Name}});
            m_board.isGone = record->existence != KnownRecord::Existence::There;
            if (m_board.name.isNull() && !record->name.isEmpty())
                m_board.name = record->name;
        }
        for (auto it = m_records.all().begin(); it != m_records.all().end(); ++it) {
            if (it->existence == KnownRecord::Existence::There && it->table != BoardTable::Task
                && it->text(BoardField::Board).value == m_board.sysId)
                add(it.key(), *it);
        }
        placeCards();
        sortByOrder(m_board.lanes);
        if (!m_unknown.cards.isEmpty())
            m_board.lanes.append(m_unknown);
        for (BoardLane &lane : m_board.lanes)
            sortByOrder(lane.cards);
        std::ranges::sort(m_board.members, {}, [](const BoardMember &member) {
            return std::pair(member.user, member.sysId);
        });
        return m_board;
    }

private:
    void add(const QString &sysId, const KnownRecord &record)
    {
        switch (record.table) {
        case BoardTable::Lane:
            m_board.lanes.append({sysId,
                                  firstTold({{&record, BoardField::Name}}),
                                  orderOf(record),
                                  BoardLane::Standing::Told,
                                  {}});
            if (m_board.lanes.last().name.isNull())
                m_board.lanes.last().name = record.name;
            break;
        case BoardTable::Card:
            if (!isTrue(record.text(BoardField::Removed).value))
                m_cards.append(cardOf(sysId, record));
            nameBoard(record);
            break;
        case BoardTable::Member:
            m_board.members.append({sysId, record.text(BoardField::User).display});
            break;
        case BoardTable::Board:
        case BoardTable::Task:
            break;
        }
    }

    /// A board whose own record nobody told is called what its cards call it.
    void nameBoard(const KnownRecord &record)
    {
        const FieldText text = record.text(BoardField::Board);
        if (m_board.name.isNull() && !text.display.isEmpty() && text.display != text.value)
            m_board.name = text.display;
    }

    BoardCard cardOf(const QString &sysId, const KnownRecord &record) const
    {
        const FieldText task = record.text(BoardField::Task);
        const KnownRecord *behind = task.value.isEmpty() ? nullptr : m_records.find(task.value);
        if (behind && behind->existence != KnownRecord::Existence::There)
            behind = nullptr;
        BoardCard card;
        card.sysId = sysId;
        card.task = task.value;
        card.text = firstTold(
            {{behind, BoardField::ShortDescription}, {&record, BoardField::ShortDescription}});
        // Messages call a card as they call its task: by number, or by text where it is private.
        const QString called = task.display == task.value ? QString() : task.display;
        for (const QString &name : {record.name, called}) {
            if (card.text.isNull() && !name.isEmpty() && !isTaskNumber(name))
                card.text = name;
        }
        card.number = firstTold({{behind, BoardField::Number}});
        for (const QString &name : {called, record.name}) {
            if (card.number.isNull() && isTaskNumber(name))
                card.number = name;
        }
        card.assignee =
            firstTold({{behind, BoardField::AssignedTo}, {&record, BoardField::AssignedTo}});
        const QString labels = firstTold({{behind, BoardField::Tags}, {&record, BoardField::Tags}});
        for (const QString &label : labels.split(u',', Qt::SkipEmptyParts))
            card.labels.append(label.trimmed());
        if (const KnownField *lane = record.find(BoardField::Lane)) {
            card.lane = lane->text.value;
            if (lane->text.display != lane->text.value)
                card.laneName = lane->text.display;
        }
        card.order = orderOf(record);
        card.isUnwatched = record.isUnwatched;
        const KnownRecord &newest = behind && behind->hasTraffic
                && (!record.hasTraffic || behind->last.row > record.last.row)
            ? *behind
            : record;
        card.last = newest.last;
        card.lastUser = newest.lastUser;
        card.hasTraffic = newest.hasTraffic;
        return card;
    }

    void placeCards()
    {
        // The newest first: it knows best how its lane is called now.
        std::ranges::sort(m_cards, std::ranges::greater(), [](const BoardCard &card) {
            return std::pair(card.last.row, card.sysId);
        });
        for (const BoardCard &card : m_cards)
            laneFor(card).cards.append(card);
    }

    BoardLane &laneFor(const BoardCard &card)
    {
        if (card.lane.isEmpty())
            return m_unknown;
        const auto found = std::ranges::find(m_board.lanes, card.lane, &BoardLane::sysId);
        if (found != m_board.lanes.end()) {
            if (found->standing == BoardLane::Standing::Named && found->name.isEmpty())
                found->name = card.laneName;
            return *found;
        }
        // A lane that was deleted, or is another board's, is no place for a card; one that nobody
        // told of is there at least, and its cards may know its name.
        const KnownRecord *record = m_records.find(card.lane);
        const bool isElsewhere = record
            && (record->existence != KnownRecord::Existence::There
                || (record->find(BoardField::Board) != nullptr
                    && record->text(BoardField::Board).value != m_board.sysId));
        if (isElsewhere || (card.laneName.isEmpty() && !record))
            return m_unknown;
        m_board.lanes.append({card.lane,
                              record && record->find(BoardField::Name)
                                  ? record->text(BoardField::Name).display
                                  : card.laneName,
                              record ? orderOf(*record) : std::nullopt,
                              BoardLane::Standing::Named,
                              {}});
        return m_board.lanes.last();
    }

    const BoardRecords &m_records;
    Board m_board;
    BoardLane m_unknown{{}, {}, {}, BoardLane::Standing::Unknown, {}};
    QList<BoardCard> m_cards;
};

} // namespace

const BoardCard *Board::card(const QString &id) const
{
    for (const BoardLane &lane : lanes) {
        const auto found = std::ranges::find(lane.cards, id, &BoardCard::sysId);
        if (found != lane.cards.end())
            return &*found;
    }
    return nullptr;
}

const BoardLane *Board::laneOf(const QString &cardSysId) const
{
    for (const BoardLane &lane : lanes) {
        if (std::ranges::find(lane.cards, cardSysId, &BoardCard::sysId) != lane.cards.end())
            return &lane;
    }
    return nullptr;
}

qsizetype Board::cardCount() const
{
    qsizetype count = 0;
    for (const BoardLane &lane : lanes)
        count += lane.cards.size();
    return count;
}

Board boardOf(const BoardRecords &records, const QString &sysId)
{
    return Assembly(records, sysId).make();
}

} // namespace amb
