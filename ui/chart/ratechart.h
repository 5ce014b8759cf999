// SPDX-License-Identifier: MIT
#pragma once

#include "ui/chart/rateseries.h"

#include <QList>
#include <QTimer>
#include <QWidget>

namespace amb {

/// Messages a second over time as stacked bars, newest at the right. A time is chosen by dragging,
/// or by the arrow keys with Shift.
class RateChart : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the chart.
    RateChart(const RateHistory &history, const CaptureStore &store, QWidget *parent = nullptr);

    /// How much of the time before now is shown.
    void setSpan(std::chrono::seconds span);
    [[nodiscard]] std::chrono::seconds span() const { return m_span; }
    /// Takes the samples that the history got.
    void refresh();

    /// Marks a time as chosen, without telling anybody.
    void setChosen(std::optional<TimeRange> range);
    [[nodiscard]] std::optional<TimeRange> chosen() const { return m_chosen; }

    [[nodiscard]] const RateSeries &series() const { return m_series; }
    [[nodiscard]] const QList<RateHistory::Interval> &intervals() const { return m_intervals; }
    /// What a bar shows, in words: time, rate, and the channels with their counts.
    [[nodiscard]] QString textOf(const RateHistory::Interval &interval) const;
    /// Where a time is drawn.
    [[nodiscard]] double xOf(Timestamp time) const;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user chose another time, or all times.
    void rangeChosen(std::optional<amb::TimeRange> range);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] TimeRange shown() const;
    /// The bar at a place, or the nearest; -1 where there is none.
    [[nodiscard]] qsizetype barAt(double x) const;
    [[nodiscard]] qsizetype barOf(Timestamp time) const;
    void moveCursor(qsizetype bar, bool choosing);
    void tell();
    void paintBars(QPainter &painter, double top) const;
    void paintScale(QPainter &painter, double top) const;
    void paintChosen(QPainter &painter) const;

    const RateHistory &m_history;
    const CaptureStore &m_store;
    std::chrono::seconds m_span = std::chrono::minutes(5);
    RateSeries m_series;
    QList<RateHistory::Interval> m_intervals;
    std::optional<TimeRange> m_chosen;
    std::optional<Timestamp> m_cursor; ///< end of the bar that the keys are at
    std::optional<TimeRange> m_anchor; ///< the bar at which choosing began
    double m_pressedAt = 0;
    bool m_isDragging = false;
    QTimer m_tell; ///< keys are pressed in a row
};

} // namespace amb
