// SPDX-License-Identifier: MIT
#include "core/instance/encodedquery.h"

#include "core/instance/queryoperator.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::EncodedQuery)
};

/// Names of columns have small letters; what follows in capitals is the operator.
bool isOfField(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.'
        || (c.unicode() > 0x7F && c.isLetter());
}

/// Where the next `^` stands that is not half of `^^`, which means one in a value.
qsizetype findJoint(QStringView text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] != u'^')
            continue;
        if (i + 1 < text.size() && text[i + 1] == u'^')
            ++i;
        else
            return i;
    }
    return text.size();
}

QueryJoint takeJoint(QStringView &text)
{
    const bool isSort = text.startsWith(u"ORDERBY");
    if (!text.startsWith(u"NQ") && (!text.startsWith(u"OR") || isSort))
        return QueryJoint::And;
    const QueryJoint joint = text.startsWith(u"OR") ? QueryJoint::Or : QueryJoint::NewQuery;
    text = text.sliced(2);
    return joint;
}

QString jointText(QueryJoint joint)
{
    switch (joint) {
    case QueryJoint::And:
        return u"^"_s;
    case QueryJoint::Or:
        return u"^OR"_s;
    case QueryJoint::NewQuery:
        return u"^NQ"_s;
    }
    return {};
}

QueryPart::Kind kindOfRest(QStringView text)
{
    if (text.isEmpty() || text == u"EQ")
        return QueryPart::Kind::End;
    if (text.startsWith(u"ORDERBY") || text.startsWith(u"GROUPBY"))
        return QueryPart::Kind::Sort;
    return QueryPart::Kind::Unknown;
}

QueryPart parsePart(QStringView text, QueryJoint joint)
{
    QueryPart part;
    part.joint = joint;
    qsizetype end = 0;
    while (end < text.size() && isOfField(text[end]))
        ++end;
    const QueryOperator *found = end > 0 ? operatorAt(text.sliced(end)) : nullptr;
    if (!found) {
        part.kind = kindOfRest(text);
        part.text = text.toString();
        return part;
    }
    part.field = text.first(end).toString();
    part.code = found->code;
    part.value = text.sliced(end + found->code.size()).toString().replace("^^"_L1, "^"_L1);
    return part;
}

QString sayPart(const QueryPart &part)
{
    if (!part.isCondition())
        return part.text;
    if (!part.code.front().isLetter()) // a sign says it as well and is shorter
        return part.field + part.code + part.value;
    const QString said = part.field + u' ' + operatorWords(part.code);
    return part.value.isEmpty() ? said : said + u' ' + part.value;
}

} // namespace

QString QueryPart::encoded() const
{
    if (!isCondition())
        return text;
    return field + code + QString(value).replace("^"_L1, "^^"_L1);
}

EncodedQuery EncodedQuery::parse(QStringView text)
{
    QList<QueryPart> parts;
    for (qsizetype begin = 0; begin <= text.size() && !text.isEmpty();) {
        const qsizetype end = findJoint(text, begin);
        QStringView part = text.sliced(begin, end - begin);
        const QueryJoint joint = begin == 0 ? QueryJoint::And : takeJoint(part);
        parts.append(parsePart(part, joint));
        begin = end + 1;
    }
    return EncodedQuery(std::move(parts));
}

bool EncodedQuery::hasCondition() const
{
    return std::ranges::any_of(m_parts, [](const QueryPart &part) {
        return part.kind == QueryPart::Kind::Condition || part.kind == QueryPart::Kind::Unknown;
    });
}

QString EncodedQuery::toString() const
{
    QString text;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (i > 0)
            text += jointText(m_parts[i].joint);
        text += m_parts[i].encoded();
    }
    return text;
}

QString EncodedQuery::inWords() const
{
    // `^OR` binds closer than `^`: conditions are said in groups of those that it joins.
    QString said;
    QStringList group;
    QueryJoint joint = QueryJoint::And;
    const auto sayGroup = [&] {
        if (group.isEmpty())
            return;
        const QString all = group.join(Words::tr(" or "));
        if (!said.isEmpty())
            said += joint == QueryJoint::NewQuery ? Words::tr(", or else ") : Words::tr(" and ");
        said += group.size() > 1 ? u'(' + all + u')' : all;
        group.clear();
    };
    for (const QueryPart &part : m_parts) {
        if (part.kind == QueryPart::Kind::Sort || part.kind == QueryPart::Kind::End)
            continue;
        if (part.joint != QueryJoint::Or) {
            sayGroup();
            joint = part.joint;
        }
        group.append(sayPart(part));
    }
    sayGroup();
    return said;
}

} // namespace amb
