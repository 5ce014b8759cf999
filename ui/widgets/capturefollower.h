// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace amb {

class CaptureStore;

/// Hands every delivery of a capture to a listener, the old ones first, in slices that leave the
/// window alive. While it is not active nothing is read; then it makes up for it.
class CaptureFollower : public QObject
{
    Q_OBJECT

public:
    using Listener = std::function<void(Row row, const RowInfo &info)>;

    /// The store must outlive the follower.
    CaptureFollower(const CaptureStore &store, Listener listener, QObject *parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    /// Call it when rows were appended.
    void follow();

signals:
    /// A slice was read; more follow at once when it was not the last.
    void advanced(bool isLast);

private:
    void readSlice();

    const CaptureStore &m_store;
    Listener m_listener;
    QTimer m_timer;
    Row m_next{};
    bool m_isActive = false;
};

} // namespace amb
