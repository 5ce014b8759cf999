// SPDX-License-Identifier: MIT
#include "ui/elidedlabel.h"

#include "ui/wording.h"

#include <QPainter>

namespace amb {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    update();
}

void ElidedLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void ElidedLabel::reserve(const QString &widest)
{
    m_reserved = widest;
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QString &text = m_reserved.isEmpty() ? m_text : m_reserved;
    return {fontMetrics().horizontalAdvance(text) + 2, fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {m_reserved.isEmpty() ? 0 : sizeHint().width(), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_tone == Tone::Plain ? palette().color(QPalette::WindowText)
                                         : toneColor(m_tone, palette()));
    painter.drawText(rect(),
                     int(m_alignment) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_elideMode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    const bool isCut = fontMetrics().horizontalAdvance(m_text) > width();
    setToolTip(isCut ? toolTipText(m_text) : QString());
}

} // namespace amb
