// SPDX-License-Identifier: MIT
#include "ui/connection/statusline.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace amb {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_recorded(new ElidedLabel(this))
    , m_gaps(new QToolButton(this))
    , m_refused(new QToolButton(this))
{
    m_recorded->setObjectName(u"statusRecorded"_s);
    m_gaps->setObjectName(u"statusGaps"_s);
    m_refused->setObjectName(u"statusRefused"_s);
    m_recorded->reserve(tr("not recorded to disk, rows: %1, %2")
                            .arg(numberText(10'000'000), sizeText(999'900'000)));
    build(m_gaps, tr("gaps: %1").arg(numberText(1000)));
    build(m_refused, tr("refused: %1").arg(numberText(1000)));
    m_recorded->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_gaps, &QToolButton::clicked, this, &StatusLine::gapRequested);
    connect(m_refused, &QToolButton::clicked, this, &StatusLine::refusedRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(14);
    layout->addWidget(m_recorded);
    layout->addWidget(m_gaps);
    layout->addWidget(m_refused);
    colourCounts();
    setGaps(0);
    setRefused(0);
    showRecorded();
}

/// A count that leads to what is counted, as wide as it may get.
void StatusLine::build(QToolButton *button, const QString &widest)
{
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMinimumWidth(fontMetrics().horizontalAdvance(widest) + 2 * fontMetrics().height());
}

void StatusLine::setRecorded(qint64 rows, qint64 bytes)
{
    m_rows = rows;
    m_bytes = bytes;
    showRecorded();
}

void StatusLine::setRecordingFailed(bool failed)
{
    m_recordingFailed = failed;
    m_recorded->setTone(failed ? Tone::Bad : Tone::Plain);
    showRecorded();
}

void StatusLine::setGaps(int gaps)
{
    m_gaps->setText(tr("gaps: %1").arg(numberText(gaps)));
    m_gaps->setIcon(gaps > 0 ? glyphIcon(Glyph::Warning, Tone::Warning) : QIcon());
    m_gaps->setEnabled(gaps > 0);
    m_gaps->setToolTip(gaps > 0 ? tr("Times at which messages may be missing. Go to the next one.")
                                : tr("No message is known to be missing."));
}

void StatusLine::setRefused(int refused)
{
    m_refused->setText(tr("refused: %1").arg(numberText(refused)));
    m_refused->setIcon(refused > 0 ? glyphIcon(Glyph::Cross, Tone::Bad) : QIcon());
    m_refused->setEnabled(refused > 0);
    m_refused->setToolTip(refused > 0 ? tr("Channels that the server refused. Go to the next one.")
                                      : tr("No channel is refused."));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colourCounts();
    QWidget::changeEvent(event);
}

/// Where nothing is counted there is nothing to click, but still something to read.
void StatusLine::colourCounts()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Disabled, QPalette::ButtonText, toneColor(Tone::Quiet, colours));
    m_gaps->setPalette(colours);
    m_refused->setPalette(colours);
}

void StatusLine::showRecorded()
{
    const QString text =
        m_recordingFailed ? tr("not recorded to disk, rows: %1, %2") : tr("recorded rows: %1, %2");
    m_recorded->setText(text.arg(numberText(m_rows), sizeText(m_bytes)));
}

} // namespace amb
