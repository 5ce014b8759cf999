// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace amb {

/// What one can subscribe to: a channel name, or a name whose last segment is `*` (one segment) or
/// `**` (one or more). Bayeux § Channel globbing; CometD refuses a wildcard in a middle segment.
class ChannelPattern
{
public:
    ChannelPattern() = default;

    /// Checks the grammar; the Error says what is wrong and where.
    static Result<ChannelPattern> parse(QByteArrayView text);

    /// Whether a message on channel is delivered to this pattern. Wildcards never match /meta/….
    [[nodiscard]] bool matches(QByteArrayView channel) const;
    [[nodiscard]] bool isWild() const { return m_wild != Wild::None; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_bytes); }

    friend bool operator==(const ChannelPattern &a, const ChannelPattern &b)
    {
        return a.m_bytes == b.m_bytes;
    }

private:
    enum class Wild {
        None,
        One,
        Deep,
    };

    QByteArray m_bytes;
    Wild m_wild = Wild::None;
};

} // namespace amb
