// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace amb {

class DemoRecord;

/// An encoded query of ServiceNow, such as `active=true^priority=1^ORpriority=2`.
///
/// Understands `=`, `!=`, `ISEMPTY`, `ISNOTEMPTY`, `IN`, `LIKE` and `STARTSWITH` on fields of the
/// table itself, joined by `^` and `^OR` (which belongs to the condition before it). Conditions it
/// does not understand are left out, as an instance does, and sorting is ignored.
class RecordQuery
{
public:
    RecordQuery() = default;
    explicit RecordQuery(const QString &text);

    [[nodiscard]] bool matches(const DemoRecord &record) const;

private:
    enum class Operator {
        Is,
        IsNot,
        IsEmpty,
        IsNotEmpty,
        In,
        Contains,
        StartsWith,
    };

    struct Condition
    {
        QString field;
        Operator op = Operator::Is;
        QString value;
    };

    static bool holds(const Condition &condition, const DemoRecord &record);

    QList<QList<Condition>> m_all; // each list: any of it
};

} // namespace amb
