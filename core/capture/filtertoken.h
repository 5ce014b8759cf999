// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filter.h"

namespace amb {

/// A piece of a filter's text.
struct FilterToken
{
    /// What the piece is.
    enum class Type : quint8 {
        End,
        Open, ///< (
        Close, ///< )
        And,
        Or,
        Not,
        Word,
        Phrase, ///< "…"
        Pattern, ///< /…/, or /…/i
        Key, ///< `key:value`
        Size, ///< `size>10k`
    };

    Type type = Type::End;
    qsizetype begin = 0;
    qsizetype end = 0;
    QString key; ///< of a Key in small letters; of a Size the operator
    QString value; ///< without quotes and slashes
    qsizetype valueBegin = 0;
    bool isCaseless = false; ///< of a Pattern
};

/// Cuts a filter's text into tokens. Stops at the first problem.
class FilterLexer
{
public:
    explicit FilterLexer(QStringView text)
        : m_text(text)
    { }

    /// The next token; End also after a problem.
    FilterToken next();
    [[nodiscard]] const std::optional<FilterProblem> &problem() const { return m_problem; }

    /// Whether a word or a value without quotes ends before this character.
    static bool endsRun(QChar c);
    /// Names of keys and of fields: letters, digits, `_` and `.`.
    static bool isName(QStringView text);

private:
    FilterToken readPhrase();
    std::optional<FilterToken> readPattern();
    FilterToken readRun();
    FilterToken readKey(FilterToken token);
    FilterToken readSize(FilterToken token);
    /// The text in quotes that begins at m_at; m_at moves behind it.
    QString takeQuoted();
    [[nodiscard]] qsizetype endOfRun(qsizetype from) const;
    void skipSpaces();
    void fail(const QString &text, qsizetype begin, qsizetype end);

    QStringView m_text;
    qsizetype m_at = 0;
    std::optional<FilterProblem> m_problem;
};

} // namespace amb
