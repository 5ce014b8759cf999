// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

class QPainter;

namespace amb {

/// A row of small bars without axes: the course of a rate at a glance.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    /// The newest value last; capacity is how many have room.
    void setValues(const QList<double> &values, qsizetype capacity);
    [[nodiscard]] QSize sizeHint() const override;

    /// Draws values into rect as the widget does.
    static void paint(QPainter &painter,
                      const QRectF &rect,
                      const QList<double> &values,
                      qsizetype capacity,
                      const QColor &bars);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    qsizetype m_capacity = 1;
};

} // namespace amb
