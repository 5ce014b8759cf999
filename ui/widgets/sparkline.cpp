// SPDX-License-Identifier: MIT
#include "ui/widgets/sparkline.h"

#include "ui/widgets/tone.h"

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
    paint(painter, rect(), m_values, m_capacity, toneColor(Tone::Accent, palette()));
}

void Sparkline::paint(QPainter &painter,
                      const QRectF &rect,
                      const QList<double> &values,
                      qsizetype capacity,
                      const QColor &bars)
{
    if (values.isEmpty())
        return;
    // Below one message a second a full bar would shout.
    const double top = std::max(1.0, *std::max_element(values.cbegin(), values.cend()));
    const double step = rect.width() / double(capacity);
    const double bottom = rect.bottom() - 1;
    double x = rect.right() - step * double(values.size());
    for (const double value : values) {
        const double length = value / top * (rect.height() - 2);
        painter.fillRect(QRectF(x, bottom - length, std::max(1.0, step - 0.5), length), bars);
        x += step;
    }
}

} // namespace amb
