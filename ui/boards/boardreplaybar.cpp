// SPDX-License-Identifier: MIT
#include "ui/boards/boardreplaybar.h"

#include "ui/boards/boardplayer.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace amb {

BoardReplayBar::BoardReplayBar(BoardPlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_live(new QToolButton)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_moment(new QLabel)
{
    m_live->setObjectName(u"boardLive"_s);
    m_live->setText(tr("&Live"));
    m_live->setCheckable(true);
    m_live->setToolTip(tr("Show the board as it is now, and follow it"));
    m_slider->setObjectName(u"boardSlider"_s);
    m_slider->setAccessibleName(tr("Moment of the capture"));
    m_slider->setToolTip(tr("Show the board as it was at any moment of the capture"));
    m_slider->setTracking(true);
    m_moment->setObjectName(u"boardMoment"_s);
    m_moment->setTextFormat(Qt::PlainText);
    m_moment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // Nothing jumps while the numbers grow.
    m_moment->setMinimumWidth(
        fontMetrics().horizontalAdvance(u"00:00:00.000 · 100,000 / 100,000"_s));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 8, 4);
    layout->addWidget(m_live);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_moment);
    connect(m_live, &QToolButton::clicked, this, [this](bool checked) {
        if (checked)
            m_player.goLive();
        else
            m_player.showStep(m_player.step());
    });
    connect(
        m_slider, &QSlider::valueChanged, this, [this](int value) { m_player.showStep(value); });
    connect(&player, &BoardPlayer::advanced, this, &BoardReplayBar::update);
    connect(&player, &BoardPlayer::moved, this, &BoardReplayBar::update);
    update();
}

void BoardReplayBar::update()
{
    const BoardTimeline &timeline = m_player.timeline();
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(int(timeline.firstStep()), int(timeline.lastStep()));
    m_slider->setPageStep(std::max(1, int(timeline.lastStep()) / 20));
    m_slider->setValue(int(m_player.step()));
    m_slider->setEnabled(timeline.lastStep() > timeline.firstStep());
    m_live->setChecked(m_player.isLive());
    m_live->setEnabled(timeline.lastStep() > 0);
    if (timeline.lastStep() == 0) {
        m_moment->clear();
        return;
    }
    m_moment->setText(tr("%1 · %2 / %3")
                          .arg(clockText(timeline.momentOf(m_player.step()).time),
                               numberText(m_player.step()),
                               numberText(timeline.lastStep())));
}

} // namespace amb
