// SPDX-License-Identifier: MIT
#include "core/capture/filterparser.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Type = FilterToken::Type;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Filter)
};

constexpr int deepest = 50;

} // namespace

FilterParser::FilterParser(QStringView text)
    : m_text(text)
    , m_lexer(text)
{ }

std::unique_ptr<const FilterNode> FilterParser::parse()
{
    advance();
    if (isAt(Type::End) && !m_problem)
        return nullptr;
    Node root = parseAny(0);
    if (!m_problem && isAt(Type::Close))
        failAtToken(
            Words::tr("This “)” closes nothing: take it away, or open it before with “(”."));
    return m_problem ? nullptr : std::move(root);
}

FilterParser::Node FilterParser::parseAny(int depth)
{
    FilterNodes nodes;
    nodes.push_back(parseAll(depth));
    while (!m_problem && isAt(Type::Or)) {
        advance();
        nodes.push_back(parseAll(depth));
    }
    if (nodes.size() == 1)
        return std::move(nodes.front());
    return std::make_unique<FilterGroup>(FilterGroup::Wants::Any, std::move(nodes));
}

FilterParser::Node FilterParser::parseAll(int depth)
{
    FilterNodes nodes;
    nodes.push_back(parseOne(depth));
    while (!m_problem && !isAt(Type::End) && !isAt(Type::Or) && !isAt(Type::Close)) {
        if (isAt(Type::And))
            advance();
        nodes.push_back(parseOne(depth));
    }
    if (nodes.size() == 1)
        return std::move(nodes.front());
    return std::make_unique<FilterGroup>(FilterGroup::Wants::All, std::move(nodes));
}

FilterParser::Node FilterParser::parseOne(int depth)
{
    if (m_problem)
        return nullptr;
    if (depth > deepest) {
        failAtToken(
            Words::tr("More than %1 parentheses within each other are too many.").arg(deepest));
        return nullptr;
    }
    switch (m_token.type) {
    case Type::Not: {
        advance();
        Node node = parseOne(depth + 1);
        return m_problem ? nullptr : std::make_unique<FilterNot>(std::move(node));
    }
    case Type::Open:
        return parseGroup(depth);
    case Type::End:
        fail(Words::tr("Something is missing at the end: a word, or channel:, kind:, …"),
             m_text.size(),
             m_text.size());
        return nullptr;
    case Type::And:
    case Type::Or:
        failAtToken(Words::tr("“%1” joins two conditions, and one is missing before it. For the "
                              "word itself write it in quotes.")
                        .arg(m_token.value));
        return nullptr;
    case Type::Close:
        failAtToken(Words::tr("Something is missing before this “)”."));
        return nullptr;
    default:
        break;
    }
    Node node = makeTerm(m_token);
    advance();
    return node;
}

FilterParser::Node FilterParser::parseGroup(int depth)
{
    const FilterToken open = m_token;
    advance();
    if (isAt(Type::Close)) {
        fail(Words::tr("There is nothing between these parentheses."), open.begin, m_token.end);
        return nullptr;
    }
    Node node = parseAny(depth + 1);
    if (m_problem)
        return nullptr;
    if (!isAt(Type::Close)) {
        fail(Words::tr("This “(” is not closed: a “)” is missing."), open.begin, open.end);
        m_problem->isUnfinished = true;
        return nullptr;
    }
    advance();
    return node;
}

ChannelTest FilterParser::channelTest(std::function<bool(const ChannelFacts &)> test)
{
    return {m_channelTests++, std::move(test)};
}

void FilterParser::advance()
{
    m_token = m_lexer.next();
    if (!m_problem)
        m_problem = m_lexer.problem();
}

void FilterParser::fail(const QString &text, qsizetype begin, qsizetype end)
{
    if (!m_problem)
        m_problem = FilterProblem{text, begin, end - begin, end >= m_text.size()};
}

void FilterParser::failAtToken(const QString &text)
{
    fail(text, m_token.begin, m_token.end);
    if (m_problem)
        m_problem->isUnfinished = false; // more text does not mend what stands there
}

} // namespace amb
