// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"
#include "core/capture/capturetypes.h"

#include <QString>
#include <QStringView>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace amb {

class FilterNode;
class FilterSubject;

/// Where and why a filter's text cannot be understood.
struct FilterProblem
{
    QString text; ///< for people: what is wrong and what to write instead
    qsizetype position = 0; ///< of the first character that is wrong
    qsizetype length = 0; ///< 0 where something is missing
    bool isUnfinished = false; ///< more typing at the end may mend it
};

/// A condition on messages, as people type it:
///
///     printer "does not print"     both the word and the phrase, in any case of letters
///     channel:incident             the channel's name has it, or the watched table and query
///     channel:/rw/**               or matches a pattern: * within a segment, ** over all
///     kind:event,publish  dir:out  transport:long-polling
///     size>10k                     also >= < <= =; k and M are decimal
///     user:agent.one               who sent it, changed the record or is present
///     table:incident               of the record or of the channel
///     priority:changed             a record's field that the message says has changed
///     /INC00[0-9]+/i               a regular expression on the message's text
///     a or b, not c, ( … )         not binds closest, then and (or nothing), then or
///
/// A value: cheap to copy; any number of threads may use one.
class Filter
{
public:
    /// Matches every row.
    Filter() = default;

    /// The filter, or in `problem` what is wrong with the text. Empty text matches every row.
    static Filter parse(QStringView text, std::optional<FilterProblem> &problem);

    /// The same filter for the rows of a time only; no range lifts that again.
    [[nodiscard]] Filter during(std::optional<TimeRange> range) const;
    [[nodiscard]] const std::optional<TimeRange> &timeRange() const { return m_range; }

    /// The same filter, but for rows only whose channel's name passes the test, which any thread
    /// may ask at any time. It is asked once a channel; rows without a channel have an empty name.
    [[nodiscard]] Filter onChannels(const std::function<bool(QByteArrayView)> &test) const;

    [[nodiscard]] bool isEverything() const { return !m_root && !m_range && !m_channels; }
    /// Whether it has a `kind:`, and so may be after messages that are left out otherwise.
    [[nodiscard]] bool namesKinds() const { return m_namesKinds; }

    /// Whether one is a copy of the other.
    friend bool operator==(const Filter &, const Filter &) = default;

private:
    friend class FilterMatcher;

    std::shared_ptr<const FilterNode> m_root;
    std::optional<TimeRange> m_range;
    std::shared_ptr<const FilterNode> m_channels; ///< of onChannels()
    std::size_t m_channelTests = 0; ///< in the root
    bool m_namesKinds = false;
};

/// Applies a filter to rows of a snapshot. For one thread.
class FilterMatcher
{
public:
    FilterMatcher(Filter filter, CaptureSnapshot snapshot);
    ~FilterMatcher();
    FilterMatcher(const FilterMatcher &) = delete;
    FilterMatcher &operator=(const FilterMatcher &) = delete;
    FilterMatcher(FilterMatcher &&) = delete;
    FilterMatcher &operator=(FilterMatcher &&) = delete;

    [[nodiscard]] bool matches(Row row);

private:
    Filter m_filter;
    std::unique_ptr<FilterSubject> m_subject;
};

} // namespace amb
