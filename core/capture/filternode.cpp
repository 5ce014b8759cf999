// SPDX-License-Identifier: MIT
#include "core/capture/filternode.h"

#include "core/capture/filtersubject.h"
#include "core/recordwatchername.h"

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

ChannelFacts channelFacts(QByteArrayView name)
{
    ChannelFacts facts;
    facts.name = name.toByteArray();
    if (const auto watcher = RecordWatcherName::decode(name)) {
        facts.table = watcher->table;
        facts.words = watcher->table + u' ' + watcher->query;
        return facts;
    }
    // Presence: /sn/rp/<table>/<sys_id>, in portals /sp/rp/… (amb.md § 7.4)
    if (name.startsWith("/sn/rp/") || name.startsWith("/sp/rp/"))
        facts.table = QString::fromUtf8(name).section(u'/', 3, 3);
    return facts;
}

FilterGroup::FilterGroup(Wants wants, FilterNodes nodes)
    : m_wants(wants)
    , m_nodes(std::move(nodes))
{ }

FilterAnswer FilterGroup::glance(FilterSubject &subject) const
{
    bool isKnown = true;
    for (const auto &node : m_nodes) {
        const FilterAnswer answer = node->glance(subject);
        if (answer == decisive())
            return answer;
        isKnown = isKnown && answer != FilterAnswer::Unknown;
    }
    if (!isKnown)
        return FilterAnswer::Unknown;
    return m_wants == Wants::All ? FilterAnswer::Yes : FilterAnswer::No;
}

bool FilterGroup::matches(FilterSubject &subject) const
{
    const bool wantsAll = m_wants == Wants::All;
    // First those that need no message: one of them may decide alone.
    if (const FilterAnswer answer = glance(subject); answer != FilterAnswer::Unknown)
        return answer == FilterAnswer::Yes;
    for (const auto &node : m_nodes) {
        if (node->matches(subject) != wantsAll)
            return !wantsAll;
    }
    return wantsAll;
}

FilterNot::FilterNot(std::unique_ptr<const FilterNode> node)
    : m_node(std::move(node))
{ }

FilterAnswer FilterNot::glance(FilterSubject &subject) const
{
    switch (m_node->glance(subject)) {
    case FilterAnswer::No:
        return FilterAnswer::Yes;
    case FilterAnswer::Yes:
        return FilterAnswer::No;
    case FilterAnswer::Unknown:
        break;
    }
    return FilterAnswer::Unknown;
}

bool FilterNot::matches(FilterSubject &subject) const
{
    return !m_node->matches(subject);
}

FilterIndexTerm::FilterIndexTerm(std::function<bool(const RowInfo &)> test)
    : m_test(std::move(test))
{ }

FilterAnswer FilterIndexTerm::glance(FilterSubject &subject) const
{
    return m_test(subject.info()) ? FilterAnswer::Yes : FilterAnswer::No;
}

bool FilterIndexTerm::matches(FilterSubject &subject) const
{
    return m_test(subject.info());
}

FilterChannelTerm::FilterChannelTerm(ChannelTest test)
    : m_test(std::move(test))
{ }

FilterAnswer FilterChannelTerm::glance(FilterSubject &subject) const
{
    return subject.channelHolds(m_test) ? FilterAnswer::Yes : FilterAnswer::No;
}

bool FilterChannelTerm::matches(FilterSubject &subject) const
{
    return subject.channelHolds(m_test);
}

FilterTextTerm::FilterTextTerm(const QString &text, ChannelTest test)
    : m_needle(text)
    , m_test(std::move(test))
{ }

FilterAnswer FilterTextTerm::glance(FilterSubject &subject) const
{
    return subject.channelHolds(m_test) ? FilterAnswer::Yes : FilterAnswer::Unknown;
}

bool FilterTextTerm::matches(FilterSubject &subject) const
{
    return subject.channelHolds(m_test) || m_needle.isIn(subject.message());
}

FilterPatternTerm::FilterPatternTerm(QRegularExpression pattern, ChannelTest test)
    : m_pattern(std::move(pattern))
    , m_test(std::move(test))
{ }

FilterAnswer FilterPatternTerm::glance(FilterSubject &subject) const
{
    return subject.channelHolds(m_test) ? FilterAnswer::Yes : FilterAnswer::Unknown;
}

bool FilterPatternTerm::matches(FilterSubject &subject) const
{
    return subject.channelHolds(m_test)
        || m_pattern.match(QString::fromUtf8(subject.message())).hasMatch();
}

FilterFactTerm::FilterFactTerm(Fact fact, const QString &text)
    : m_fact(fact)
    , m_text(text)
    , m_needle(text)
{ }

FilterFactTerm::FilterFactTerm(Fact fact, const QString &text, ChannelTest test)
    : m_fact(fact)
    , m_text(text)
    , m_needle(text)
    , m_test(std::make_unique<const ChannelTest>(std::move(test)))
{ }

FilterAnswer FilterFactTerm::glance(FilterSubject &subject) const
{
    if (m_test && subject.channelHolds(*m_test))
        return FilterAnswer::Yes;
    // The session's own messages are about no record and nobody.
    const MessageKind kind = subject.info().kind;
    const bool hasData = kind == MessageKind::Event || kind == MessageKind::Publish
        || kind == MessageKind::PublishReply || kind == MessageKind::Unknown;
    return hasData ? FilterAnswer::Unknown : FilterAnswer::No;
}

bool FilterFactTerm::matches(FilterSubject &subject) const
{
    const FilterAnswer answer = glance(subject);
    if (answer != FilterAnswer::Unknown)
        return answer == FilterAnswer::Yes;
    const QByteArrayView message = subject.message();
    return m_needle.isIn(message) && m_fact(message, m_text);
}

} // namespace amb
