// SPDX-License-Identifier: MIT
#include "ui/connection/connectionstrip.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype mostSegments = 5000;
/// A strip of a few seconds would jump about.
constexpr auto shortest = std::chrono::minutes(1);
constexpr qsizetype mostTold = 20;

} // namespace

ConnectionStrip::ConnectionStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"connectionStrip"_s);
    setAccessibleName(tr("Connection over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            update();
    });
    m_clock.start();
}

ConnectionStrip::Phase ConnectionStrip::phaseOf(const ConnectionStatus &status)
{
    if (status.signingIn)
        return Phase::Working;
    switch (status.state) {
    case ConnectionState::Connected:
        return status.transport == TransportType::LongPolling ? Phase::LongPolling
                                                              : Phase::WebSocket;
    case ConnectionState::Handshaking:
    case ConnectionState::Connecting:
        return Phase::Working;
    case ConnectionState::Disconnected:
    case ConnectionState::Waiting:
    case ConnectionState::Disconnecting:
        break;
    }
    return Phase::Down;
}

QString ConnectionStrip::wordFor(Phase phase)
{
    switch (phase) {
    case Phase::WebSocket:
        return transportText(TransportType::WebSocket);
    case Phase::LongPolling:
        return transportText(TransportType::LongPolling);
    case Phase::Working:
        return tr("connecting");
    case Phase::Down:
        return tr("not connected");
    }
    return {};
}

void ConnectionStrip::setStatus(const ConnectionStatus &status)
{
    const Phase phase = phaseOf(status);
    const QString why = status.trouble.isEmpty() ? status.transportReason : status.trouble;
    if (m_segments.isEmpty() || m_segments.last().phase != phase)
        m_segments.append({now(), phase, why});
    else if (!why.isEmpty())
        m_segments.last().why = why;
    if (m_segments.size() > mostSegments)
        m_segments.removeFirst();
    setAccessibleDescription(summary(now()));
    update();
}

QString ConnectionStrip::textAt(Timestamp time) const
{
    for (qsizetype i = m_segments.size(); i > 0; --i) {
        const Segment &segment = m_segments.at(i - 1);
        if (segment.begin > time)
            continue;
        const Timestamp end = i < m_segments.size() ? m_segments.at(i).begin : now();
        const QString text = tr("%1 from %2, for %3")
                                 .arg(wordFor(segment.phase),
                                      clockText(segment.begin),
                                      durationText(end - segment.begin));
        return segment.why.isEmpty() ? text : text + u'\n' + segment.why;
    }
    return {};
}

QString ConnectionStrip::summary(Timestamp time) const
{
    QStringList parts;
    Timestamp end = time;
    for (qsizetype i = m_segments.size(); i > 0 && parts.size() < mostTold; --i) {
        const Segment &segment = m_segments.at(i - 1);
        parts.append(u"%1 %2"_s.arg(wordFor(segment.phase), durationText(end - segment.begin)));
        end = segment.begin;
    }
    return parts.join(u", "_s);
}

QSize ConnectionStrip::sizeHint() const
{
    return {200, fontMetrics().height() + 4};
}

Timestamp ConnectionStrip::begin() const
{
    return std::min(m_segments.first().begin, now() - shortest);
}

Timestamp ConnectionStrip::timeAt(double x) const
{
    const std::chrono::duration<double, std::micro> whole = now() - begin();
    const double share = std::clamp(x / std::max(1, width()), 0.0, 1.0);
    return begin() + std::chrono::microseconds(qint64(whole.count() * share));
}

void ConnectionStrip::paintSegment(QPainter &painter, const QRectF &area, Phase phase) const
{
    const QColor accent = toneColor(Tone::Accent, palette());
    switch (phase) {
    case Phase::WebSocket:
        painter.fillRect(area, accent);
        break;
    case Phase::LongPolling:
        painter.fillRect(area, QBrush(accent, Qt::BDiagPattern));
        painter.setPen(accent);
        painter.drawRect(area.adjusted(0, 0, -1, -1));
        break;
    case Phase::Working:
        painter.fillRect(area, QBrush(toneColor(Tone::Quiet, palette()), Qt::Dense6Pattern));
        break;
    case Phase::Down:
        painter.fillRect(QRectF(area.left(), area.center().y(), area.width(), 1),
                         toneColor(Tone::Quiet, palette()));
        break;
    }
}

void ConnectionStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_segments.isEmpty())
        return;
    const Timestamp time = now();
    const Timestamp first = begin();
    const std::chrono::duration<double, std::micro> whole = time - first;
    const auto place = [&](Timestamp at) {
        const std::chrono::duration<double, std::micro> since = at - first;
        return width() * since.count() / whole.count();
    };
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        const bool isLast = i + 1 == m_segments.size();
        const double left = place(m_segments.at(i).begin);
        const double right = place(isLast ? time : m_segments.at(i + 1).begin);
        // A short loss is what people look for: it never gets too narrow to be seen.
        paintSegment(painter,
                     QRectF(left, 2, std::max(2.0, right - left), height() - 4),
                     m_segments.at(i).phase);
    }
}

bool ConnectionStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_segments.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipText(textAt(timeAt(help->pos().x()))), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace amb
