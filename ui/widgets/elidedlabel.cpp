// SPDX-License-Identifier: MIT
#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/wording.h"

#include <QPainter>
#include <QTextLayout>

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

void ElidedLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QString &text = m_reserved.isEmpty() ? m_text : m_reserved;
    return {fontMetrics().horizontalAdvance(text) + 2,
            fontMetrics().height() + (m_mostLines - 1) * fontMetrics().lineSpacing() + 2};
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
    painter.drawText(
        rect(), int(m_alignment) | (m_mostLines == 1 ? Qt::TextSingleLine : 0), fitted());
}

QString ElidedLabel::fitted() const
{
    const QString one = fontMetrics().elidedText(m_text, m_elideMode, width());
    if (m_mostLines == 1 || one == m_text)
        return one;
    const QString text = QString(m_text).replace(u'\n', u' ');
    QTextLayout layout(text, font());
    layout.beginLayout();
    QStringList lines;
    qsizetype start = 0;
    while (lines.size() < m_mostLines - 1) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width());
        lines.append(text.mid(start, line.textLength()).trimmed());
        start += line.textLength();
    }
    layout.endLayout();
    lines.append(fontMetrics().elidedText(text.mid(start), m_elideMode, width()));
    return lines.join(u'\n');
}

void ElidedLabel::setHint(const QString &hint)
{
    m_hint = hint;
    updateToolTip();
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    if (!m_hint.isEmpty()) {
        setToolTip(toolTipText(m_hint));
        return;
    }
    const bool isWhole = fitted().replace(u'\n', u' ') == m_text;
    setToolTip(isWhole ? QString() : toolTipText(m_text));
}

} // namespace amb
