// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    qsizetype m_capacity = 1;
};

} // namespace amb
