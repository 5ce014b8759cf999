// SPDX-License-Identifier: MIT
#include "ui/chart/ratechart.h"

#include "core/capture/capturestore.h"
#include "ui/channels/channeltitle.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleHints>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int narrowestBar = 3; // in pixels
constexpr std::chrono::milliseconds keysRest(150);

/// The length of a bar's time, so that it is wide enough to be hit.
std::chrono::seconds stepFor(std::chrono::seconds span, int width)
{
    const qint64 bars = std::max(1, width / narrowestBar);
    for (const qint64 step : {1, 2, 5, 10, 15, 30, 60, 120, 300}) {
        if (span.count() / step <= bars)
            return std::chrono::seconds(step);
    }
    return std::chrono::minutes(15);
}

/// 1, 2, 3, 4, 5, 6, 8, 10, 20, … so that the scale does not change with every sample.
double roundUp(double value)
{
    if (value <= 1.0)
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= factor * power)
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

RateChart::RateChart(const RateHistory &history, const CaptureStore &store, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_store(store)
{
    setObjectName(u"rateChart"_s);
    setAccessibleName(tr("Messages a second over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    m_tell.setSingleShot(true);
    m_tell.setInterval(keysRest);
    connect(&m_tell, &QTimer::timeout, this, &RateChart::tell);
}

void RateChart::setSpan(std::chrono::seconds span)
{
    m_span = span;
    refresh();
}

void RateChart::refresh()
{
    m_intervals = m_history.intervals(shown(), stepFor(m_span, width()));
    m_series.follow(RateHistory::busiest(m_intervals, RateSeries::most));
    update();
}

void RateChart::setChosen(std::optional<TimeRange> range)
{
    m_tell.stop();
    m_chosen = range;
    if (!range)
        m_anchor.reset();
    update();
}

QString RateChart::textOf(const RateHistory::Interval &interval) const
{
    QString text = tr("%1 to %2: %3 a second (messages: %4)")
                       .arg(clockText(interval.begin),
                            clockText(interval.end),
                            rateText(interval.perSecond()),
                            numberText(interval.messages));
    const auto add = [&text](const QString &title, qint64 messages) {
        if (messages > 0)
            text += u'\n' + tr("%1: %2").arg(title, numberText(messages));
    };
    qint64 others = interval.messages;
    for (const auto &share :
         interval.shares.first(std::min<qsizetype>(interval.shares.size(), 6))) {
        add(channelTitle(QString::fromUtf8(m_store.channelName(share.channel))), share.messages);
        others -= share.messages;
    }
    add(tr("others"), others);
    return text;
}

double RateChart::xOf(Timestamp time) const
{
    const std::chrono::duration<double> since = time - shown().begin;
    return width() * since.count() / double(m_span.count());
}

QSize RateChart::sizeHint() const
{
    return {400, fontMetrics().height() * 3};
}

TimeRange RateChart::shown() const
{
    return {m_history.end() - m_span, m_history.end()};
}

qsizetype RateChart::barAt(double x) const
{
    for (qsizetype i = 0; i < m_intervals.size(); ++i) {
        if (x < xOf(m_intervals.at(i).end))
            return i;
    }
    return m_intervals.size() - 1;
}

qsizetype RateChart::barOf(Timestamp time) const
{
    for (qsizetype i = 0; i < m_intervals.size(); ++i) {
        if (time <= m_intervals.at(i).end)
            return i;
    }
    return m_intervals.size() - 1;
}

bool RateChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype bar = barAt(help->pos().x());
        const bool isOver = bar >= 0 && help->pos().x() >= xOf(m_intervals.at(bar).begin);
        QToolTip::showText(
            help->globalPos(), isOver ? toolTipText(textOf(m_intervals.at(bar))) : QString(), this);
        return true;
    }
    // Esc leaves the time chosen before it does anything else in the window.
    if (event->type() == QEvent::ShortcutOverride && m_chosen
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void RateChart::resizeEvent(QResizeEvent * /*event*/)
{
    refresh();
}

void RateChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    double busiest = 0;
    for (const auto &interval : m_intervals)
        busiest = std::max(busiest, interval.perSecond());
    const double top = roundUp(busiest);
    paintBars(painter, top);
    paintScale(painter, top);
    paintChosen(painter);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = palette().color(QPalette::Base);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void RateChart::paintBars(QPainter &painter, double top) const
{
    const double floor = height() - 1;
    const double room = floor - 3;
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.25F);
    painter.fillRect(QRectF(0, floor, width(), 1), line);
    for (const auto &interval : m_intervals) {
        const double seconds = std::chrono::duration<double>(interval.end - interval.begin).count();
        if (interval.messages == 0 || seconds <= 0)
            continue;
        const double left = xOf(interval.begin);
        const double wide = std::max(1.0, xOf(interval.end) - left - 0.5);
        double y = floor;
        for (qsizetype place = 0; place <= RateSeries::most; ++place) {
            const auto channel = m_series.channelAt(place);
            if (!channel && place < RateSeries::most)
                continue;
            const qint64 messages =
                channel ? interval.messagesOf(*channel) : m_series.othersIn(interval);
            const double length = double(messages) / seconds / top * room;
            painter.fillRect(QRectF(left, y - length, wide, length),
                             RateSeries::color(place, palette()));
            y -= length;
        }
    }
}

void RateChart::paintScale(QPainter &painter, double top) const
{
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() * 0.85));
    painter.setFont(small);
    const QString text = tr("%1/s").arg(rateText(top));
    const QRect box = QFontMetrics(small).boundingRect(text).translated(4, 0);
    QRect area(3, 1, box.width() + 4, QFontMetrics(small).height());
    QColor behind = palette().color(QPalette::Base);
    behind.setAlphaF(0.75F);
    painter.fillRect(area, behind);
    painter.setPen(toneColor(Tone::Quiet, palette()));
    painter.drawText(area, Qt::AlignCenter, text);
}

void RateChart::paintChosen(QPainter &painter) const
{
    const QColor accent = toneColor(Tone::Accent, palette());
    if (m_chosen) {
        const double left = xOf(m_chosen->begin);
        const double right = std::max(left + 1, xOf(m_chosen->end));
        QColor veil = accent;
        veil.setAlphaF(0.18F);
        painter.fillRect(QRectF(left, 0, right - left, height()), veil);
        for (const double x : {left, right - 1})
            painter.fillRect(QRectF(x, 0, 1, height()), accent);
    }
    if (m_cursor && hasFocus())
        painter.fillRect(QRectF(xOf(*m_cursor) - 1, 0, 1.5, height()),
                         palette().color(QPalette::Text));
}

void RateChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_intervals.size() - 1;
    const qsizetype bar = m_cursor ? barOf(*m_cursor) : last;
    const bool choosing = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor ? bar - 1 : last, choosing);
        break;
    case Qt::Key_Right:
        moveCursor(m_cursor ? bar + 1 : last, choosing);
        break;
    case Qt::Key_Home:
        moveCursor(0, choosing);
        break;
    case Qt::Key_End:
        moveCursor(last, choosing);
        break;
    case Qt::Key_Escape:
        if (!m_chosen) {
            QWidget::keyPressEvent(event);
            return;
        }
        setChosen({});
        tell();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RateChart::moveCursor(qsizetype bar, bool choosing)
{
    if (m_intervals.isEmpty())
        return;
    const qsizetype here = m_cursor ? barOf(*m_cursor) : bar;
    const qsizetype to = std::clamp<qsizetype>(bar, 0, m_intervals.size() - 1);
    const RateHistory::Interval &interval = m_intervals.at(to);
    m_cursor = interval.end;
    if (choosing) {
        if (!m_anchor)
            m_anchor = m_intervals.at(here).range();
        m_chosen = {std::min(m_anchor->begin, interval.begin),
                    std::max(m_anchor->end, interval.end)};
        m_tell.start();
    } else {
        m_anchor.reset();
    }
    const QString text = textOf(interval);
    setAccessibleDescription(text);
    QToolTip::showText(
        mapToGlobal(QPoint(int(xOf(interval.end)), height())), toolTipText(text), this);
    update();
}

void RateChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_intervals.isEmpty()) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressedAt = event->position().x();
    m_isDragging = false;
    const RateHistory::Interval &interval = m_intervals.at(barAt(m_pressedAt));
    m_cursor = interval.end;
    m_anchor = interval.range();
    update();
}

void RateChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_anchor || m_intervals.isEmpty())
        return;
    const double x = event->position().x();
    const int distance = QGuiApplication::styleHints()->startDragDistance();
    m_isDragging = m_isDragging || std::abs(x - m_pressedAt) >= distance;
    if (!m_isDragging)
        return;
    const RateHistory::Interval &interval = m_intervals.at(barAt(x));
    m_chosen = {std::min(m_anchor->begin, interval.begin), std::max(m_anchor->end, interval.end)};
    m_cursor = interval.end;
    update();
}

void RateChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_isDragging)
        tell();
    m_isDragging = false;
    m_anchor.reset();
}

void RateChart::focusInEvent(QFocusEvent *event)
{
    if (!m_cursor && !m_intervals.isEmpty())
        m_cursor = m_intervals.constLast().end;
    QWidget::focusInEvent(event);
}

void RateChart::focusOutEvent(QFocusEvent *event)
{
    m_anchor.reset();
    QWidget::focusOutEvent(event);
}

void RateChart::tell()
{
    m_tell.stop();
    emit rangeChosen(m_chosen);
}

} // namespace amb
