// SPDX-License-Identifier: MIT
#include "ui/chart/ratestrip.h"

#include "core/capture/capturestore.h"
#include "ui/chart/ratechart.h"
#include "ui/chart/ratelegend.h"
#include "ui/connection/trafficmeter.h"
#include "ui/messages/messagemodel.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto shownKey = "chart/shown"_L1;
constexpr auto spanKey = "chart/minutes"_L1;
constexpr std::array spans{1, 5, 15, 60, 24 * 60}; // minutes
constexpr int usualSpan = 5;

/// "HH:mm:ss"
QString toTheSecond(Timestamp time)
{
    return clockText(time).section(u'.', 0, 0);
}

} // namespace

RateStrip::RateStrip(const TrafficMeter &meter,
                     MessageModel &model,
                     Timestamp begin,
                     QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_history(model.store(), begin)
    , m_chart(new RateChart(m_history, model.store(), this))
    , m_legend(new RateLegend(this))
    , m_range(new QToolButton(this))
    , m_span(new QToolButton(this))
{
    setObjectName(u"rateStrip"_s);
    build();
    buildSpans();
    connect(&meter, &TrafficMeter::sampled, this, [this] {
        if (m_isCapture)
            return;
        m_history.sample(now());
        refresh();
    });
    connect(m_chart, &RateChart::rangeChosen, &model, &MessageModel::setTimeRange);
    connect(m_range, &QToolButton::clicked, &model, [this] { m_model.setTimeRange({}); });
    connect(&model, &MessageModel::timeRangeChanged, this, &RateStrip::showRange);
    const int minutes = m_settings.value(spanKey, usualSpan).toInt();
    const bool isOffered = std::find(spans.begin(), spans.end(), minutes) != spans.end();
    m_chart->setSpan(std::chrono::minutes(isOffered ? minutes : usualSpan));
    showSpan();
    showRange();
    refresh();
}

void RateStrip::build()
{
    m_legend->setObjectName(u"rateLegend"_s);
    m_legend->setEmptyText(tr("Messages a second: none in this time"));
    m_range->setObjectName(u"chartRange"_s);
    m_range->setToolTip(tr("Only messages of this time are shown. Show those of all times again "
                           "(Esc in the chart)."));
    m_range->setFocusPolicy(Qt::StrongFocus);
    m_span->setObjectName(u"chartSpan"_s);
    m_span->setToolTip(tr("How much time the chart shows"));
    m_span->setAccessibleName(tr("Time that the chart shows"));
    m_span->setAutoRaise(true);
    m_span->setFocusPolicy(Qt::StrongFocus);
    m_span->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 1, 6, 1);
    row->setSpacing(6);
    row->addWidget(m_legend, 1);
    row->addWidget(m_range);
    row->addWidget(m_span);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_chart);
}

void RateStrip::buildSpans()
{
    auto *menu = new QMenu(m_span);
    menu->setObjectName(u"chartSpanMenu"_s);
    auto *group = new QActionGroup(menu);
    for (const int minutes : spans) {
        QAction *action = menu->addAction(spanText(std::chrono::minutes(minutes)));
        action->setObjectName(u"chartSpan%1"_s.arg(minutes));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, minutes] {
            m_chart->setSpan(std::chrono::minutes(minutes));
            m_settings.setValue(spanKey, minutes);
            showSpan();
            refresh();
        });
        connect(menu, &QMenu::aboutToShow, action, [this, action, minutes] {
            action->setChecked(m_chart->span() == std::chrono::minutes(minutes));
        });
    }
    m_span->setMenu(menu);
}

void RateStrip::followAction(QAction &action)
{
    const bool isShown = m_settings.value(shownKey, true).toBool();
    action.setCheckable(true);
    action.setChecked(isShown);
    setVisible(isShown);
    connect(&action, &QAction::toggled, this, &RateStrip::setShown);
}

void RateStrip::showCapture()
{
    m_isCapture = true;
    m_history.readRows();
    const CaptureStore &store = m_model.store();
    if (store.endRow() > store.firstRow()) {
        const auto length = m_history.end() - store.info(store.firstRow()).time;
        const auto fits = std::find_if(spans.begin(), spans.end(), [length](int minutes) {
            return std::chrono::minutes(minutes) >= length;
        });
        m_chart->setSpan(std::chrono::minutes(fits == spans.end() ? spans.back() : *fits));
    }
    showSpan();
    refresh();
}

void RateStrip::setShown(bool shown)
{
    setVisible(shown);
    m_settings.setValue(shownKey, shown);
    // Nobody would see by what the list is filtered.
    if (!shown)
        m_model.setTimeRange({});
    refresh();
}

void RateStrip::refresh()
{
    if (isHidden())
        return;
    m_chart->refresh();
    QList<RateLegend::Entry> entries;
    for (qsizetype place = 0; place < RateSeries::most; ++place) {
        if (const auto channel = m_chart->series().channelAt(place)) {
            const QByteArray name = m_model.store().channelName(*channel);
            entries.append({RateSeries::color(place, palette()), m_model.channelText(name)});
        }
    }
    const auto &intervals = m_chart->intervals();
    const bool hasOthers = std::any_of(intervals.begin(), intervals.end(), [this](const auto &one) {
        return m_chart->series().othersIn(one) > 0;
    });
    if (hasOthers)
        entries.append({RateSeries::color(RateSeries::most, palette()), tr("others")});
    m_legend->setEntries(entries);
}

void RateStrip::showSpan()
{
    m_span->setText(tr("last %1").arg(spanText(m_chart->span())));
}

void RateStrip::showRange()
{
    const auto range = m_model.timeRange();
    m_chart->setChosen(range);
    m_range->setVisible(range.has_value());
    if (!range)
        return;
    const QString text = tr("%1 – %2").arg(toTheSecond(range->begin), toTheSecond(range->end));
    m_range->setText(text + u"  ×"_s);
    m_range->setAccessibleName(tr("Only from %1, show all times").arg(text));
}

} // namespace amb
