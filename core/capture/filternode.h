// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/capture/textneedle.h"

#include <QRegularExpression>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace amb {

class FilterSubject;

/// What can be said of a row without reading its message.
enum class FilterAnswer : quint8 {
    No,
    Yes,
    Unknown, ///< the message must be read
};

/// A channel as filters see it.
struct ChannelFacts
{
    QByteArray name;
    QString words; ///< table and query of a record watcher; else empty
    QString table; ///< that the name is about; else empty
};
ChannelFacts channelFacts(QByteArrayView name);

/// One condition of a filter, or several joined. Any number of threads may ask it at the same time.
class FilterNode
{
public:
    FilterNode() = default;
    FilterNode(const FilterNode &) = delete;
    FilterNode &operator=(const FilterNode &) = delete;
    FilterNode(FilterNode &&) = delete;
    FilterNode &operator=(FilterNode &&) = delete;
    virtual ~FilterNode() = default;

    /// From the index and the channel alone.
    [[nodiscard]] virtual FilterAnswer glance(FilterSubject &subject) const = 0;
    /// From the message too.
    [[nodiscard]] virtual bool matches(FilterSubject &subject) const = 0;
};

using FilterNodes = std::vector<std::unique_ptr<const FilterNode>>;

/// All of some conditions, or any of them.
class FilterGroup : public FilterNode
{
public:
    enum class Wants : quint8 {
        All,
        Any,
    };
    FilterGroup(Wants wants, FilterNodes nodes);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    /// The answer of one condition that decides: a No of all, a Yes of any.
    [[nodiscard]] FilterAnswer decisive() const
    {
        return m_wants == Wants::All ? FilterAnswer::No : FilterAnswer::Yes;
    }

    Wants m_wants;
    FilterNodes m_nodes;
};

/// What a condition does not match.
class FilterNot : public FilterNode
{
public:
    explicit FilterNot(std::unique_ptr<const FilterNode> node);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    std::unique_ptr<const FilterNode> m_node;
};

/// What the index knows: kind, direction, transport, size.
class FilterIndexTerm : public FilterNode
{
public:
    explicit FilterIndexTerm(std::function<bool(const RowInfo &)> test);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    std::function<bool(const RowInfo &)> m_test;
};

/// A question about a channel. Asked once a channel, the answer holds for all of its rows.
class ChannelTest
{
public:
    /// number is its place among the tests of a filter.
    ChannelTest(std::size_t number, std::function<bool(const ChannelFacts &)> test)
        : m_number(number)
        , m_test(std::move(test))
    { }
    [[nodiscard]] std::size_t number() const { return m_number; }
    [[nodiscard]] bool holds(const ChannelFacts &facts) const { return m_test(facts); }

private:
    std::size_t m_number;
    std::function<bool(const ChannelFacts &)> m_test;
};

/// `channel:…`
class FilterChannelTerm : public FilterNode
{
public:
    explicit FilterChannelTerm(ChannelTest test);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    ChannelTest m_test;
};

/// Words and phrases: in the message or in what its channel's name says.
class FilterTextTerm : public FilterNode
{
public:
    FilterTextTerm(const QString &text, ChannelTest test);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    TextNeedle m_needle;
    ChannelTest m_test;
};

/// `/regular expression/`
class FilterPatternTerm : public FilterNode
{
public:
    FilterPatternTerm(QRegularExpression pattern, ChannelTest test);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    QRegularExpression m_pattern;
    ChannelTest m_test;
};

/// `user:…`, `table:…`, `<field>:changed`: what must be looked up in the message's JSON, which is
/// read only where the text is in it at all.
class FilterFactTerm : public FilterNode
{
public:
    using Fact = bool (*)(QByteArrayView message, const QString &text);
    FilterFactTerm(Fact fact, const QString &text);
    /// With a test of channels that answers Yes without the message.
    FilterFactTerm(Fact fact, const QString &text, ChannelTest test);
    [[nodiscard]] FilterAnswer glance(FilterSubject &subject) const override;
    [[nodiscard]] bool matches(FilterSubject &subject) const override;

private:
    Fact m_fact;
    QString m_text;
    TextNeedle m_needle;
    std::unique_ptr<const ChannelTest> m_test;
};

} // namespace amb
