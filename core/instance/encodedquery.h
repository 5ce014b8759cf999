// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace amb {

/// How a part of an encoded query is joined to what stands before it.
enum class QueryJoint : quint8 {
    And, ///< `^`, and the beginning of the query
    Or, ///< `^OR`: belongs to the condition before it
    NewQuery, ///< `^NQ`: another query, whose results are added
};

/// One part of an encoded query, between two `^`.
struct QueryPart
{
    /// What the part is for.
    enum class Kind : quint8 {
        Condition, ///< field, operator, value
        Sort, ///< ORDERBY…, ORDERBYDESC…, GROUPBY…: says nothing about which records
        End, ///< `EQ`, and the empty text that a `^` too many leaves
        Unknown, ///< not understood: kept as it stands
    };

    QueryJoint joint = QueryJoint::And;
    Kind kind = Kind::Condition;
    QString field; ///< may be dot-walked, such as `caller_id.vip`
    QString code; ///< the operator as it stands in the query
    QString value; ///< with `^` where the query has `^^`
    QString text; ///< all of a part that is no condition

    [[nodiscard]] bool isCondition() const { return kind == Kind::Condition; }
    [[nodiscard]] bool isDotWalked() const { return field.contains(u'.'); }
    /// The part as it stands in a query, without its joint.
    [[nodiscard]] QString encoded() const;

    friend bool operator==(const QueryPart &, const QueryPart &) = default;
};

/// A query as lists, watchers and the Table API take it: `active=true^priority=1^ORpriority=2`.
///
/// Any text can be parsed, and toString() gives exactly that text again.
class EncodedQuery
{
public:
    EncodedQuery() = default;
    explicit EncodedQuery(QList<QueryPart> parts)
        : m_parts(std::move(parts))
    { }
    static EncodedQuery parse(QStringView text);

    [[nodiscard]] const QList<QueryPart> &parts() const { return m_parts; }
    [[nodiscard]] bool hasCondition() const;
    [[nodiscard]] QString toString() const;
    /// "active=true and (priority=1 or state changes to 6)". For people, not to be parsed.
    [[nodiscard]] QString inWords() const;

    friend bool operator==(const EncodedQuery &, const EncodedQuery &) = default;

private:
    QList<QueryPart> m_parts;
};

} // namespace amb
