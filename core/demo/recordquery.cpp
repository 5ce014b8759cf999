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
    };
    static const QRegularExpression pattern(
        u"^([a-z0-9_]+)(ISNOTEMPTY|ISEMPTY|STARTSWITH|LIKE|IN|!=|=)(.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    for (QString part : text.split(u'^', Qt::SkipEmptyParts)) {
        const bool isOr = part.startsWith("OR"_L1) && !part.startsWith("ORDERBY"_L1);
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

bool RecordQuery::matches(const DemoRecord &record) const
{
    return std::ranges::all_of(m_all, [&record](const QList<Condition> &any) {
        return std::ranges::any_of(
            any, [&record](const Condition &condition) { return holds(condition, record); });
    });
}

bool RecordQuery::holds(const Condition &condition, const DemoRecord &record)
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
    }
    return false;
}

} // namespace amb
