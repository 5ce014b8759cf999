// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filternode.h"
#include "core/capture/filtertoken.h"

namespace amb {

/// Makes conditions of a filter's text:
///
///     any  := all ("or" all)*
///     all  := one (["and"] one)*
///     one  := "not" one | "(" any ")" | term
class FilterParser
{
public:
    explicit FilterParser(QStringView text);

    /// Nothing for an empty text and where there is a problem.
    std::unique_ptr<const FilterNode> parse();
    [[nodiscard]] const std::optional<FilterProblem> &problem() const { return m_problem; }
    [[nodiscard]] bool namesKinds() const { return m_namesKinds; }
    /// How many tests of channels there are.
    [[nodiscard]] std::size_t channelTests() const { return m_channelTests; }

private:
    using Node = std::unique_ptr<const FilterNode>;

    Node parseAny(int depth);
    Node parseAll(int depth);
    Node parseOne(int depth);
    Node parseGroup(int depth);
    Node makeTerm(const FilterToken &token);
    Node makeText(const QString &text);
    Node makePattern(const FilterToken &token);
    Node makeKeyed(const FilterToken &token);
    Node makeChannel(const FilterToken &token);
    Node makeKinds(const FilterToken &token);
    Node makeDirections(const FilterToken &token);
    Node makeTransports(const FilterToken &token);
    Node makeTable(const FilterToken &token);
    Node makeSize(const FilterToken &token);

    ChannelTest channelTest(std::function<bool(const ChannelFacts &)> test);
    [[nodiscard]] bool isAt(FilterToken::Type type) const { return m_token.type == type; }
    void advance();
    void fail(const QString &text, qsizetype begin, qsizetype end);
    void failAtToken(const QString &text);

    QStringView m_text;
    FilterLexer m_lexer;
    FilterToken m_token;
    std::size_t m_channelTests = 0;
    bool m_namesKinds = false;
    std::optional<FilterProblem> m_problem;
};

} // namespace amb
