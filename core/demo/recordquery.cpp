// SPDX-License-Identifier: MIT
#include "core/demo/recordquery.h"

#include "core/demo/demotables.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

RecordQuery::RecordQuery(const QString &text)
{
    static const QHash<QString, Operator> operators{
        {u"="_s, Operator::Is},
        {u"!="_s, Operator::IsNot},
        {u"ISEMPTY"_s, Operator::IsEmpty},
        {u"ISNOTEMPTY"_s, Operator::IsNotEmpty},
        {u"IN"_s, Operator::In},
        {u"LIKE"_s, Operator::Contains},
        {u"STARTSWITH"_s, Operator::StartsWith},
        {u"CHANGES"_s, Operator::Changes},
        {u"CHANGESTO"_s, Operator::ChangesTo},
        {u"CHANGESFROM"_s, Operator::ChangesFrom},
    };
    static const QRegularExpression pattern(
        u"^([a-z0-9_.]+)(ISNOTEMPTY|ISEMPTY|STARTSWITH|CHANGESTO|CHANGESFROM|CHANGES|LIKE|IN|!=|=)(.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    for (QString part : text.split(u'^', Qt::SkipEmptyParts)) {
        if (part.startsWith("ORDERBY"_L1)) {
            const bool isDescending = part.startsWith("ORDERBYDESC"_L1);
            m_orders.append({part.mid(isDescending ? 11 : 7), isDescending});
            continue;
        }
        const bool isOr = part.startsWith("OR"_L1);
        if (isOr)
            part.remove(0, 2);
        const QRegularExpressionMatch match = pattern.match(part);
        if (!match.hasMatch())
            continue;
        const Condition condition{
            match.captured(1), operators.value(match.captured(2)), match.captured(3)};
        if (isOr && !m_all.isEmpty())
            m_all.last() += condition;
        else
            m_all.append(QList<Condition>{condition});
    }
}

bool RecordQuery::matches(const DemoRecord &record, const RecordChange *change) const
{
    return std::ranges::all_of(m_all, [&](const QList<Condition> &any) {
        return std::ranges::any_of(
            any, [&](const Condition &condition) { return holds(condition, record, change); });
    });
}

QList<DemoRecord> RecordQuery::select(const QList<DemoRecord> &records) const
{
    QList<DemoRecord> found;
    for (const DemoRecord &record : records) {
        if (matches(record))
            found += record;
    }
    std::ranges::stable_sort(found, [this](const DemoRecord &a, const DemoRecord &b) {
        for (const Order &order : m_orders) {
            const QString former =
                order.isDescending ? b.value(order.field).value : a.value(order.field).value;
            const QString latter =
                order.isDescending ? a.value(order.field).value : b.value(order.field).value;
            if (former != latter)
                return former < latter;
        }
        return false;
    });
    return found;
}

bool RecordQuery::holds(const Condition &condition,
                        const DemoRecord &record,
                        const RecordChange *change)
{
    const QString value = record.value(condition.field).value;
    switch (condition.op) {
    case Operator::Is:
        return value == condition.value;
    case Operator::IsNot:
        return value != condition.value;
    case Operator::IsEmpty:
        return value.isEmpty();
    case Operator::IsNotEmpty:
        return !value.isEmpty();
    case Operator::In:
        return condition.value.split(u',').contains(value);
    case Operator::Contains:
        return value.contains(condition.value, Qt::CaseInsensitive);
    case Operator::StartsWith:
        return value.startsWith(condition.value, Qt::CaseInsensitive);
    case Operator::Changes:
    case Operator::ChangesTo:
    case Operator::ChangesFrom:
        return !change || changes(condition, *change);
    }
    return false;
}

bool RecordQuery::changes(const Condition &condition, const RecordChange &change)
{
    if (!change.changes.contains(condition.field))
        return false;
    const auto isValue = [&condition](const std::optional<DemoRecord> &record) {
        return record && record->value(condition.field).value == condition.value;
    };
    if (condition.op == Operator::ChangesTo)
        return isValue(change.after);
    return condition.op == Operator::Changes || isValue(change.before);
}

} // namespace amb
