// SPDX-License-Identifier: MIT
#include "ui/boards/boardplayer.h"

#include "core/capture/capturestore.h"

#include <algorithm>
#include <utility>

namespace amb {

BoardPlayer::BoardPlayer(const CaptureStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_timeline({[&store](Row row) { return store.message(row); },
                  [&store](Row row) {
                      return store.channelName(store.info(row).channel);
                  }})
    , m_follower(store, [this](Row row, const RowInfo &info) { read(row, info); })
{
    connect(&m_follower, &CaptureFollower::advanced, this, [this] {
        const qsizetype steps =
            m_timeline.lastStep() - std::exchange(m_told, m_timeline.lastStep());
        if (steps > 0)
            emit advanced(steps);
    });
}

void BoardPlayer::dropRows(Row firstKept)
{
    m_timeline.forgetBefore(firstKept);
    if (!m_isLive && m_step < m_timeline.firstStep())
        showStep(m_timeline.firstStep());
}

void BoardPlayer::addReading(const BoardReading &reading)
{
    m_timeline.add(reading, amb::now());
    const qsizetype steps = m_timeline.lastStep() - std::exchange(m_told, m_timeline.lastStep());
    emit advanced(steps);
}

qsizetype BoardPlayer::step() const
{
    return m_isLive ? m_timeline.lastStep() : m_step;
}

void BoardPlayer::goLive()
{
    if (m_isLive)
        return;
    m_isLive = true;
    emit moved();
}

void BoardPlayer::showStep(qsizetype step)
{
    step = std::clamp(step, m_timeline.firstStep(), m_timeline.lastStep());
    if (!m_isLive && step == m_step)
        return;
    m_isLive = false;
    m_step = step;
    emit moved();
}

void BoardPlayer::read(Row row, const RowInfo &info)
{
    m_timeline.offer({row, info.time}, m_store.channelName(info.channel), m_store.message(row));
}

} // namespace amb
