// SPDX-License-Identifier: MIT
#pragma once

#include "ui/chart/ratehistory.h"

#include <QSettings>
#include <QWidget>

class QAction;
class QToolButton;

namespace amb {

class MessageModel;
class RateChart;
class RateLegend;
class TrafficMeter;

/// The chart above the messages, with its legend, and the time by which the list is filtered.
/// Whether it is shown and how much time it shows is remembered.
class RateStrip : public QWidget
{
    Q_OBJECT

public:
    /// Counts from begin on. Meter and model must outlive the strip.
    RateStrip(const TrafficMeter &meter,
              MessageModel &model,
              Timestamp begin = now(),
              QWidget *parent = nullptr);

    /// Lets an action that can be checked show and hide the strip.
    void followAction(QAction &action);

    [[nodiscard]] RateHistory &history() { return m_history; }
    /// Shows the rows that are there already, as much of their time as fits, and takes no samples.
    void showCapture();
    /// Shows the samples that the history got.
    void refresh();

private:
    void build();
    void buildSpans();
    void showSpan();
    void showRange();
    void setShown(bool shown);

    MessageModel &m_model;
    QSettings m_settings;
    RateHistory m_history;
    RateChart *m_chart;
    RateLegend *m_legend;
    QToolButton *m_range; ///< the time chosen; a click lifts it
    QToolButton *m_span;
    bool m_isCapture = false;
};

} // namespace amb
