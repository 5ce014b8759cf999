// SPDX-License-Identifier: MIT
#include "ui/widgets/capturefollower.h"

#include "core/capture/capturestore.h"

#include <QElapsedTimer>

namespace amb {

namespace {

constexpr qint64 sliceMilliseconds = 5;
constexpr qint64 rowsBetweenLooks = 64; // at the clock

} // namespace

CaptureFollower::CaptureFollower(const CaptureStore &store, Listener listener, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_listener(std::move(listener))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CaptureFollower::readSlice);
}

void CaptureFollower::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    if (active)
        follow();
    else
        m_timer.stop();
}

void CaptureFollower::follow()
{
    if (m_isActive && !m_timer.isActive())
        m_timer.start();
}

void CaptureFollower::readSlice()
{
    QElapsedTimer clock;
    clock.start();
    m_next = std::max(m_next, m_store.firstRow());
    const Row end = m_store.endRow();
    qint64 read = 0;
    while (m_next < end) {
        const RowInfo info = m_store.info(m_next);
        if (info.kind == MessageKind::Event && info.direction == Direction::In)
            m_listener(m_next, info);
        m_next = m_next + 1;
        if (++read % rowsBetweenLooks == 0 && clock.elapsed() >= sliceMilliseconds)
            break;
    }
    const bool isLast = m_next >= end;
    if (!isLast)
        m_timer.start();
    emit advanced(isLast);
}

} // namespace amb
