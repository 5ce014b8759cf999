// SPDX-License-Identifier: MIT
#include "core/capture/filtertoken.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Filter)
};

bool isComparison(QChar c)
{
    return c == u'<' || c == u'>' || c == u'=';
}

/// "size", when that is what the run begins with and a comparison follows.
bool isSize(QStringView run)
{
    return run.startsWith(u"size", Qt::CaseInsensitive)
        && (run.size() == 4 || isComparison(run[4]));
}

} // namespace

bool FilterLexer::endsRun(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"';
}

bool FilterLexer::isName(QStringView text)
{
    return !text.isEmpty() && (text.front().isLetter() || text.front() == u'_')
        && std::ranges::all_of(
            text, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.'; });
}

FilterToken FilterLexer::next()
{
    skipSpaces();
    FilterToken token;
    token.begin = m_at;
    token.end = m_at;
    if (m_problem || m_at >= m_text.size())
        return token;
    const QChar c = m_text[m_at];
    if (c == u'(' || c == u')') {
        token.type = c == u'(' ? FilterToken::Type::Open : FilterToken::Type::Close;
        token.end = ++m_at;
        return token;
    }
    if (c == u'"')
        return readPhrase();
    if (c == u'/') {
        if (const std::optional<FilterToken> pattern = readPattern())
            return *pattern;
    }
    return readRun();
}

FilterToken FilterLexer::readPhrase()
{
    FilterToken token;
    token.type = FilterToken::Type::Phrase;
    token.begin = m_at;
    token.valueBegin = m_at + 1;
    token.value = takeQuoted();
    token.end = m_at;
    return token;
}

QString FilterLexer::takeQuoted()
{
    const qsizetype begin = m_at;
    QString value;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            ++m_at;
            if (value.isEmpty())
                fail(Words::tr("There is nothing between the quotes."), begin, m_at);
            return value;
        }
        // \" and \\ stand for the character itself.
        const bool isEscape = c == u'\\' && m_at + 1 < m_text.size()
            && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
        if (isEscape)
            ++m_at;
        value += m_text[m_at];
    }
    fail(Words::tr("The quotes are not closed: end the phrase with “\"”."), begin, m_text.size());
    return {};
}

/// Nothing where the text is no pattern but a word such as /demo/echo.
std::optional<FilterToken> FilterLexer::readPattern()
{
    FilterToken token;
    token.type = FilterToken::Type::Pattern;
    token.begin = m_at;
    token.valueBegin = m_at + 1;
    qsizetype close = m_at + 1;
    for (; close < m_text.size() && m_text[close] != u'/'; ++close) {
        if (m_text[close] == u'\\')
            ++close;
    }
    if (close >= m_text.size()) {
        fail(Words::tr("The regular expression is not closed: end it with “/”. For the text itself "
                       "write it in quotes."),
             m_at,
             m_text.size());
        return FilterToken{};
    }
    token.end = close + 1;
    if (token.end < m_text.size() && m_text[token.end] == u'i') {
        token.isCaseless = true;
        ++token.end;
    }
    if (token.end < m_text.size() && !endsRun(m_text[token.end]))
        return std::nullopt;
    token.value = m_text.sliced(token.valueBegin, close - token.valueBegin).toString();
    m_at = token.end;
    if (token.value.isEmpty())
        fail(Words::tr("The regular expression between “/” and “/” is empty."),
             token.begin,
             token.end);
    return token;
}

FilterToken FilterLexer::readRun()
{
    FilterToken token;
    token.begin = m_at;
    token.valueBegin = m_at;
    const QStringView run = m_text.sliced(m_at, endOfRun(m_at) - m_at);
    if (isSize(run)) {
        m_at += 4;
        const qsizetype after = m_at;
        skipSpaces();
        if (m_at < m_text.size() && isComparison(m_text[m_at]))
            return readSize(token);
        m_at = after - 4; // the word "size"
    }
    const qsizetype colon = run.indexOf(u':');
    // An address such as http://x is a word.
    if (colon > 0 && isName(run.first(colon)) && !run.sliced(colon + 1).startsWith(u"//")) {
        token.key = run.first(colon).toString().toLower();
        m_at += colon + 1;
        return readKey(token);
    }
    m_at += run.size();
    token.end = m_at;
    token.value = run.toString();
    token.type = FilterToken::Type::Word;
    if (run.compare(u"and", Qt::CaseInsensitive) == 0)
        token.type = FilterToken::Type::And;
    else if (run.compare(u"or", Qt::CaseInsensitive) == 0)
        token.type = FilterToken::Type::Or;
    else if (run.compare(u"not", Qt::CaseInsensitive) == 0)
        token.type = FilterToken::Type::Not;
    return token;
}

FilterToken FilterLexer::readKey(FilterToken token)
{
    token.type = FilterToken::Type::Key;
    token.valueBegin = m_at;
    if (m_at < m_text.size() && m_text[m_at] == u'"') {
        token.value = takeQuoted();
    } else {
        const qsizetype end = endOfRun(m_at);
        token.value = m_text.sliced(m_at, end - m_at).toString();
        m_at = end;
    }
    token.end = m_at;
    return token;
}

FilterToken FilterLexer::readSize(FilterToken token)
{
    token.type = FilterToken::Type::Size;
    for (; m_at < m_text.size() && isComparison(m_text[m_at]); ++m_at)
        token.key += m_text[m_at];
    skipSpaces();
    token.valueBegin = m_at;
    const qsizetype end = endOfRun(m_at);
    token.value = m_text.sliced(m_at, end - m_at).toString();
    m_at = end;
    token.end = m_at;
    return token;
}

qsizetype FilterLexer::endOfRun(qsizetype from) const
{
    while (from < m_text.size() && !endsRun(m_text[from]))
        ++from;
    return from;
}

void FilterLexer::skipSpaces()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

void FilterLexer::fail(const QString &text, qsizetype begin, qsizetype end)
{
    if (!m_problem)
        m_problem = FilterProblem{text, begin, end - begin, end >= m_text.size()};
}

} // namespace amb
