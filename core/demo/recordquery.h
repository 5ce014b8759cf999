// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace amb {

class DemoRecord;
struct RecordChange;

/// An encoded query of ServiceNow, such as `active=true^priority=1^ORpriority=2`.
///
/// Understands `=`, `!=`, `ISEMPTY`, `ISNOTEMPTY`, `IN`, `LIKE` and `STARTSWITH` on fields of the
/// table itself, joined by `^` and `^OR` (which belongs to the condition before it), and `ORDERBY`
/// and `ORDERBYDESC`; for record watchers also `CHANGES`, `CHANGESTO` and `CHANGESFROM`. Conditions
/// it does not understand are left out, as an instance does.
class RecordQuery
{
public:
    RecordQuery() = default;
    explicit RecordQuery(const QString &text);

    /// Whether a record matches, before or after a change. Without a change, conditions on changes
    /// are not understood.
    [[nodiscard]] bool matches(const DemoRecord &record,
                               const RecordChange *change = nullptr) const;
    /// The records that match, sorted as `ORDERBY` and `ORDERBYDESC` say.
    [[nodiscard]] QList<DemoRecord> select(const QList<DemoRecord> &records) const;

private:
    enum class Operator {
        Is,
        IsNot,
        IsEmpty,
        IsNotEmpty,
        In,
        Contains,
        StartsWith,
        Changes,
        ChangesTo,
        ChangesFrom,
    };

    struct Condition
    {
        QString field;
        Operator op = Operator::Is;
        QString value;
    };

    static bool holds(const Condition &condition,
                      const DemoRecord &record,
                      const RecordChange *change);
    static bool changes(const Condition &condition, const RecordChange &change);

    struct Order
    {
        QString field;
        bool isDescending = false;
    };

    QList<QList<Condition>> m_all; // each list: any of it
    QList<Order> m_orders;
};

} // namespace amb
