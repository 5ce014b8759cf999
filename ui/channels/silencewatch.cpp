// SPDX-License-Identifier: MIT
#include "ui/channels/silencewatch.h"

#include <algorithm>
#include <utility>

namespace amb {

void SilenceWatch::look(const QList<Channel> &channels, Timestamp time)
{
    QHash<QString, State> states;
    QList<std::pair<QString, std::chrono::microseconds>> noticed;
    QStringList ended;
    for (const Channel &channel : channels) {
        const auto known = m_states.constFind(channel.name);
        State state =
            known == m_states.cend() ? State{time, channel.limit, channel.last, false} : *known;
        if (state.limit != channel.limit) // another wish
            state = State{time, channel.limit, channel.last, state.isNoticed};
        if (channel.last != state.last) {
            state.last = channel.last;
            if (std::exchange(state.isNoticed, false))
                ended.append(channel.name);
        }
        const Timestamp from = channel.last.value_or(state.begun);
        if (!state.isNoticed && channel.limit.count() > 0 && time - from >= channel.limit) {
            state.isNoticed = true;
            noticed.append({channel.name, time - from});
        }
        states.insert(channel.name, state);
    }
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it) {
        if (it->isNoticed && !states.contains(it.key()))
            ended.append(it.key());
    }
    m_states = states;
    for (const QString &channel : std::as_const(ended))
        emit silenceEnded(channel);
    for (const auto &[channel, duration] : std::as_const(noticed))
        emit silenceNoticed(channel, duration);
}

bool SilenceWatch::isNoticed(const QString &channel) const
{
    return m_states.value(channel).isNoticed;
}

} // namespace amb
