// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace amb {

/// How exactly a pattern fits a channel; -1 when it does not. A name is more exact than any
/// pattern, a longer pattern than a shorter one, `*` than `**`.
qsizetype exactness(const ChannelPattern &pattern, QByteArrayView channel);

/// Which channels the message list shows while some are muted or solo.
///
/// Where several patterns fit a channel, the most exact one decides: with /a/** muted, /a/x is
/// shown when that is subscribed by itself. Solo goes before mute. The monitor's own notes are
/// always shown: nobody must miss a gap.
class ChannelScope
{
public:
    ChannelScope() = default;
    ChannelScope(QList<ChannelPattern> muted,
                 QList<ChannelPattern> solo,
                 QList<ChannelPattern> others);

    [[nodiscard]] bool isEverything() const { return m_muted.isEmpty() && m_solo.isEmpty(); }
    /// Any thread may ask.
    [[nodiscard]] bool shows(QByteArrayView channel) const;

    friend bool operator==(const ChannelScope &, const ChannelScope &) = default;

private:
    QList<ChannelPattern> m_muted;
    QList<ChannelPattern> m_solo;
    QList<ChannelPattern> m_others; ///< subscribed, neither muted nor solo
};

} // namespace amb
