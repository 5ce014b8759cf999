// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardtimeline.h"
#include "ui/widgets/capturefollower.h"

#include <QObject>

namespace amb {

class CaptureStore;

/// The task boards of a capture, live or at a moment that was chosen.
class BoardPlayer : public QObject
{
    Q_OBJECT

public:
    /// The store must outlive the player.
    explicit BoardPlayer(const CaptureStore &store, QObject *parent = nullptr);

    /// While it is not active, traffic is not read; then it makes up for it.
    void setActive(bool active) { m_follower.setActive(active); }
    void appendRows() { m_follower.follow(); }
    void dropRows(Row firstKept);
    void addReading(const BoardReading &reading);

    [[nodiscard]] const BoardTimeline &timeline() const { return m_timeline; }
    /// Whether the newest state is shown, and the next one will be.
    [[nodiscard]] bool isLive() const { return m_isLive; }
    /// The step that is shown.
    [[nodiscard]] qsizetype step() const;
    [[nodiscard]] BoardRecords shown() const { return m_timeline.at(step()); }

    void goLive();
    /// Shows a step, until goLive().
    void showStep(qsizetype step);

signals:
    /// Steps were added, this many since the last time.
    void advanced(qsizetype steps);
    /// Another moment is shown, or it is shown in another way.
    void moved();

private:
    void read(Row row, const RowInfo &info);

    const CaptureStore &m_store;
    BoardTimeline m_timeline;
    CaptureFollower m_follower;
    qsizetype m_step = 0;
    qsizetype m_told = 0; // steps that were told of by advanced()
    bool m_isLive = true;
};

} // namespace amb
