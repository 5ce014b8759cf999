// SPDX-License-Identifier: MIT
#include "core/instance/queryoperator.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::QueryOperator)
};

QList<QueryOperator> makeOperators()
{
    return {
        {u"="_s, Words::tr("is")},
        {u"!="_s, Words::tr("is not")},
        {u"ISEMPTY"_s, Words::tr("is empty"), false},
        {u"ISNOTEMPTY"_s, Words::tr("is not empty"), false},
        {u"CHANGES"_s, Words::tr("changes"), false},
        {u"CHANGESTO"_s, Words::tr("changes to"), true},
        {u"CHANGESFROM"_s, Words::tr("changes from"), true},
        {u"VALCHANGES"_s, Words::tr("changes its value"), false},
        {u"IN"_s, Words::tr("is one of")},
        {u"NOT IN"_s, Words::tr("is not one of")},
        {u"LIKE"_s, Words::tr("contains")},
        {u"NOT LIKE"_s, Words::tr("does not contain")},
        {u"STARTSWITH"_s, Words::tr("starts with")},
        {u"ENDSWITH"_s, Words::tr("ends with")},
        {u">"_s, Words::tr("is more than")},
        {u">="_s, Words::tr("is at least")},
        {u"<"_s, Words::tr("is less than")},
        {u"<="_s, Words::tr("is at most")},
        {u"BETWEEN"_s, Words::tr("is between")},
        {u"ON"_s, Words::tr("is on")},
        {u"NOTON"_s, Words::tr("is not on")},
        {u"SAMEAS"_s, Words::tr("is the same as field")},
        {u"NSAMEAS"_s, Words::tr("is different from field")},
        {u"GT_FIELD"_s, Words::tr("is more than field")},
        {u"LT_FIELD"_s, Words::tr("is less than field")},
        {u"GT_OR_EQUALS_FIELD"_s, Words::tr("is at least field")},
        {u"LT_OR_EQUALS_FIELD"_s, Words::tr("is at most field")},
        {u"MORETHAN"_s, Words::tr("is later by more than")},
        {u"LESSTHAN"_s, Words::tr("is later by less than")},
        {u"RELATIVEGT"_s, Words::tr("is relatively after")},
        {u"RELATIVEGE"_s, Words::tr("is relatively on or after")},
        {u"RELATIVELT"_s, Words::tr("is relatively before")},
        {u"RELATIVELE"_s, Words::tr("is relatively on or before")},
        {u"RELATIVEEE"_s, Words::tr("is relatively on")},
        {u"DATEPART"_s, Words::tr("falls in")},
        {u"DYNAMIC"_s, Words::tr("is (dynamic)")},
        {u"INSTANCEOF"_s, Words::tr("is of class")},
        {u"EMPTYSTRING"_s, Words::tr("is an empty text"), false},
        {u"ANYTHING"_s, Words::tr("is anything"), false},
        {u"MATCH_PAT"_s, Words::tr("matches pattern")},
        {u"MATCH_RGX"_s, Words::tr("matches regular expression")},
    };
}

} // namespace

const QList<QueryOperator> &queryOperators()
{
    static const QList<QueryOperator> operators = makeOperators();
    return operators;
}

const QueryOperator *operatorAt(QStringView text)
{
    const QueryOperator *longest = nullptr;
    for (const QueryOperator &each : queryOperators()) {
        if (text.startsWith(each.code) && (!longest || each.code.size() > longest->code.size()))
            longest = &each;
    }
    return longest;
}

QString operatorWords(const QString &code)
{
    const QList<QueryOperator> &all = queryOperators();
    const auto found = std::ranges::find(all, code, &QueryOperator::code);
    return found == all.end() ? code : found->words;
}

} // namespace amb
