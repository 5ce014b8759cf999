// SPDX-License-Identifier: MIT
#include "ui/sparkline.h"

#include "ui/tone.h"

#include <QPainter>

#include <algorithm>

namespace amb {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double> &values, qsizetype capacity)
{
    m_values = values;
    m_capacity = capacity;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {90, fontMetrics().height()};
}

void Sparkline::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.25F);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), line);
    if (m_values.isEmpty())
        return;
    // Below one message a second a full bar would shout.
    const double top = std::max(1.0, *std::max_element(m_values.cbegin(), m_values.cend()));
    const double step = double(width()) / double(m_capacity);
    double x = width() - step * double(m_values.size());
    for (const double value : m_values) {
        const double length = value / top * (height() - 2);
        painter.fillRect(QRectF(x, height() - 1 - length, std::max(1.0, step - 0.5), length),
                         toneColor(Tone::Accent, palette()));
        x += step;
    }
}

} // namespace amb
