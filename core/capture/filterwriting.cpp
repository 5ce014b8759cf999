// SPDX-License-Identifier: MIT
#include "core/capture/filterwriting.h"

#include "core/capture/filtertoken.h"

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Whether an `or` stands outside of all parentheses: what is added would bind closer.
bool hasOpenOr(const QString &filter)
{
    FilterLexer lexer(filter);
    int depth = 0;
    for (FilterToken token = lexer.next(); token.type != FilterToken::Type::End;
         token = lexer.next()) {
        if (token.type == FilterToken::Type::Open)
            ++depth;
        else if (token.type == FilterToken::Type::Close)
            --depth;
        else if (token.type == FilterToken::Type::Or && depth == 0)
            return true;
    }
    return false;
}

} // namespace

QString filterPhrase(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString filterTerm(QLatin1StringView key, const QString &value)
{
    const bool isPlain = !value.isEmpty()
        && std::ranges::none_of(value, [](QChar c) { return FilterLexer::endsRun(c); });
    return key + u':' + (isPlain ? value : filterPhrase(value));
}

bool canBeFilterField(const QString &name)
{
    return FilterLexer::isName(name);
}

QString narrowedFilter(const QString &filter, const QString &term, bool isLeftOut)
{
    const QString added = isLeftOut ? u"not "_s + term : term;
    QString narrowed = filter.trimmed();
    std::optional<FilterProblem> problem;
    Filter::parse(narrowed, problem);
    if (narrowed.isEmpty() || problem)
        return added;
    if (hasOpenOr(narrowed))
        narrowed = u'(' + narrowed + u')';
    const bool isThere = narrowed == added
        || (narrowed.endsWith(u' ' + added) && !narrowed.endsWith("not "_L1 + added));
    if (isThere)
        return narrowed;
    return narrowed + u' ' + added;
}

} // namespace amb
