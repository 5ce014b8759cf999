// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace amb {

class BoardPlayer;

/// The moment that a board is shown at: a slider over everything that happened, and the way back
/// to now.
class BoardReplayBar : public QWidget
{
    Q_OBJECT

public:
    /// The player must outlive the bar.
    explicit BoardReplayBar(BoardPlayer &player, QWidget *parent = nullptr);

private:
    void update();

    BoardPlayer &m_player;
    QToolButton *m_live;
    QSlider *m_slider;
    QLabel *m_moment;
};

} // namespace amb
