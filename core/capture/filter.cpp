// SPDX-License-Identifier: MIT
#include "core/capture/filter.h"

#include "core/capture/filternode.h"
#include "core/capture/filterparser.h"
#include "core/capture/filtersubject.h"

namespace amb {

Filter Filter::parse(QStringView text, std::optional<FilterProblem> &problem)
{
    FilterParser parser(text);
    Filter filter;
    filter.m_root = parser.parse();
    filter.m_namesKinds = filter.m_root && parser.namesKinds();
    filter.m_channelTests = parser.channelTests();
    problem = parser.problem();
    return filter;
}

Filter Filter::during(std::optional<TimeRange> range) const
{
    Filter filter = *this;
    filter.m_range = range;
    return filter;
}

Filter Filter::onChannels(const std::function<bool(QByteArrayView)> &test) const
{
    Filter filter = *this;
    filter.m_channels = std::make_shared<const FilterChannelTerm>(ChannelTest(
        m_channelTests, [test](const ChannelFacts &facts) { return test(facts.name); }));
    return filter;
}

FilterMatcher::FilterMatcher(Filter filter, CaptureSnapshot snapshot)
    : m_filter(std::move(filter))
    , m_subject(std::make_unique<FilterSubject>(std::move(snapshot)))
{ }

FilterMatcher::~FilterMatcher() = default;

bool FilterMatcher::matches(Row row)
{
    if (m_filter.isEverything())
        return true;
    m_subject->moveTo(row);
    const auto &range = m_filter.m_range;
    if (range && !range->contains(m_subject->info().time))
        return false;
    if (m_filter.m_channels && !m_filter.m_channels->matches(*m_subject))
        return false;
    return !m_filter.m_root || m_filter.m_root->matches(*m_subject);
}

} // namespace amb
