// SPDX-License-Identifier: MIT
#include "ui/connection/connectionbar.h"

#include "ui/connection/connectiondetails.h"
#include "ui/connection/productionframe.h"
#include "ui/connection/trafficmeter.h"
#include "ui/connection/windowidentity.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/swatch.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

bool isFallback(const ConnectionStatus &status)
{
    return status.transport == TransportType::LongPolling && !status.transportReason.isEmpty()
        && status.preference == TransportPreference::Automatic;
}

bool isSignedOut(const ConnectionStatus &status)
{
    return status.session == SessionStatus::Invalidated
        || status.session == SessionStatus::LoggedOut;
}

} // namespace

ConnectionBar::ConnectionBar(const WindowIdentity &identity, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_stateSign(new QLabel(this))
    , m_state(new ElidedLabel(this))
    , m_chip(new QToolButton(this))
    , m_reason(new ElidedLabel(this))
    , m_whyButton(new QPushButton(tr("Wh&y?"), this))
    , m_retryButton(new QPushButton(tr("Retry &Now"), this))
    , m_session(new ElidedLabel(this))
    , m_rate(new ElidedLabel(this))
    , m_sparkline(new Sparkline(this))
    , m_details(new ConnectionDetails(this))
{
    build(identity);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &ConnectionBar::refresh);
    m_clock.start();
    connect(m_chip, &QToolButton::clicked, this, &ConnectionBar::openDetails);
    connect(m_whyButton, &QPushButton::clicked, this, &ConnectionBar::doctorRequested);
    connect(m_details, &ConnectionDetails::doctorRequested, this, &ConnectionBar::doctorRequested);
    connect(m_retryButton, &QPushButton::clicked, this, &ConnectionBar::retryRequested);
    connect(m_details, &ConnectionDetails::retryRequested, this, &ConnectionBar::retryRequested);
    connect(m_details,
            &ConnectionDetails::tryWebSocketRequested,
            this,
            &ConnectionBar::tryWebSocketRequested);
    connect(m_details,
            &ConnectionDetails::preferenceRequested,
            this,
            &ConnectionBar::preferenceRequested);
    refresh();
}

void ConnectionBar::setStatus(const ConnectionStatus &status)
{
    m_status = status;
    refresh();
}

void ConnectionBar::setTold(const QString &text)
{
    m_told = text;
    refresh();
}

void ConnectionBar::showCapture(const QString &text)
{
    m_clock.stop();
    const int side = fontMetrics().height() + 2;
    m_stateSign->setPixmap(glyphIcon(Glyph::Note).pixmap(QSize(side, side), devicePixelRatioF()));
    m_state->setText(tr("Capture"));
    m_reason->setText(text);
    const std::initializer_list<QWidget *> ofConnections = {
        m_chip, m_whyButton, m_retryButton, m_session, m_rate, m_sparkline};
    for (QWidget *widget : ofConnections)
        widget->hide();
}

void ConnectionBar::setTraffic(const TrafficMeter &meter)
{
    m_rate->setText(tr("%1 msg/s").arg(rateText(meter.perSecond())));
    m_sparkline->setValues(meter.history(), TrafficMeter::historySize());
}

void ConnectionBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(button);
}

void ConnectionBar::openDetails()
{
    m_details->setStatus(m_status, now());
    m_details->adjustSize();
    m_details->move(m_chip->mapToGlobal(QPoint(0, m_chip->height() + 2)));
    m_details->show();
}

/// The instance's colour, its name, and the mark of production.
void ConnectionBar::addIdentity(const WindowIdentity &identity)
{
    const int side = fontMetrics().height();
    if (identity.colour.isValid()) {
        auto *swatch = new QLabel(this);
        swatch->setObjectName(u"instanceColour"_s);
        swatch->setPixmap(
            swatchIcon(identity.colour).pixmap(QSize(side, side), devicePixelRatioF()));
        m_layout->addWidget(swatch);
    }
    auto *name = new QLabel(identity.name, this);
    name->setObjectName(u"instanceName"_s);
    name->setTextFormat(Qt::PlainText);
    name->setAccessibleName(tr("Instance %1").arg(identity.name));
    QFont bold = font();
    bold.setBold(true);
    name->setFont(bold);
    m_layout->addWidget(name);
    if (identity.isProduction)
        m_layout->addWidget(new ProductionMark(this));
    m_layout->addSpacing(10);
}

void ConnectionBar::build(const WindowIdentity &identity)
{
    m_state->setObjectName(u"connectionState"_s);
    m_chip->setObjectName(u"transportChip"_s);
    m_chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chip->setFocusPolicy(Qt::StrongFocus);
    m_reason->setObjectName(u"connectionReason"_s);
    m_reason->setMostLines(2);
    m_whyButton->setObjectName(u"whyButton"_s);
    m_whyButton->setAccessibleName(tr("Why? Opens the connection doctor."));
    m_whyButton->setToolTip(tr("Test the connection step by step"));
    m_retryButton->setObjectName(u"retryButton"_s);
    m_session->setObjectName(u"sessionLeft"_s);
    m_session->setTone(Tone::Quiet);
    m_rate->setObjectName(u"messageRate"_s);
    m_rate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rate->reserve(tr("%1 msg/s").arg(rateText(100'000)));
    m_rate->setText(tr("%1 msg/s").arg(rateText(0)));
    m_sparkline->setToolTip(tr("Messages a second over the last minute"));
    m_state->reserve(tr("Disconnecting"));
    m_session->reserve(tr("session %1 left").arg(u"0:00:00"_s));

    m_layout->setContentsMargins(8, 2, 6, 2);
    m_layout->setSpacing(6);
    addIdentity(identity);
    m_layout->addWidget(m_stateSign);
    m_layout->addWidget(m_state);
    m_layout->addWidget(m_chip);
    m_layout->addSpacing(4);
    m_layout->addWidget(m_reason, 1);
    m_layout->addWidget(m_whyButton);
    m_layout->addWidget(m_retryButton);
    m_layout->addSpacing(8);
    m_layout->addWidget(m_session);
    m_layout->addWidget(m_rate);
    m_layout->addWidget(m_sparkline);
    m_layout->addSpacing(6);
}

void ConnectionBar::refresh()
{
    const Timestamp time = now();
    const Saying state = sayState(m_status);
    const int side = fontMetrics().height() + 2;
    m_stateSign->setPixmap(
        glyphIcon(state.glyph, state.tone).pixmap(QSize(side, side), devicePixelRatioF()));
    m_state->setText(state.word);
    refreshChip(time);
    refreshReason(time);
    refreshSession(time);
    m_whyButton->setVisible(isFallback(m_status) || m_status.state == ConnectionState::Waiting);
    m_retryButton->setVisible(m_status.state == ConnectionState::Waiting
                              || m_status.state == ConnectionState::Disconnected);
    m_retryButton->setText(m_status.state == ConnectionState::Waiting ? tr("Retry &Now")
                                                                      : tr("Co&nnect"));
    if (m_details->isVisible())
        m_details->setStatus(m_status, time);
}

void ConnectionBar::refreshChip(Timestamp time)
{
    QString text = m_status.transport ? transportText(*m_status.transport) : tr("No transport");
    const bool fellBack = isFallback(m_status);
    if (fellBack)
        text = tr("Long-polling — fell back");
    QString widest = text;
    if (m_status.transportSince) {
        widest += u" · "_s + tr("%1 min").arg(u"00"_s);
        text += u" · "_s + durationText(time - *m_status.transportSince);
    }
    Glyph glyph = Glyph::Disconnected;
    if (m_status.transport)
        glyph =
            m_status.transport == TransportType::WebSocket ? Glyph::WebSocket : Glyph::LongPolling;
    m_chip->setIcon(
        glyphIcon(fellBack ? Glyph::Warning : glyph, fellBack ? Tone::Warning : Tone::Plain));
    m_chip->setText(text);
    const int fixed = m_chip->sizeHint().width() - m_chip->fontMetrics().horizontalAdvance(text);
    m_chip->setMinimumWidth(fixed + m_chip->fontMetrics().horizontalAdvance(widest));
    m_chip->setAccessibleName(tr("Transport: %1. Opens the connection details.").arg(text));
    const QString why = m_status.transportReason.isEmpty()
        ? tr("Connection details")
        : withHttpStatus(m_status.transportReason, m_status.transportHttpStatus);
    m_chip->setToolTip(toolTipText(why));
}

void ConnectionBar::refreshReason(Timestamp time)
{
    QString text;
    // A session that is lost and cannot be renewed is trouble, although the bus goes on.
    if (m_status.state != ConnectionState::Connected || isSignedOut(m_status))
        text = withHttpStatus(m_status.trouble, m_status.troubleHttpStatus);
    if (!text.isEmpty() && (text == m_told || m_status.trouble == m_told))
        text.clear();
    else if (text.isEmpty())
        text = withHttpStatus(m_status.transportReason, m_status.transportHttpStatus);
    if (m_status.state == ConnectionState::Waiting && m_status.nextAttempt)
        text = tr("Next attempt in %1. %2").arg(countdownText(*m_status.nextAttempt - time), text);
    if (m_status.tryingWebSocket)
        text = tr("WebSocket is being tried beside the poll. %1").arg(text);
    m_reason->setText(text.trimmed());
}

void ConnectionBar::refreshSession(Timestamp time)
{
    const bool hasEnded = isSignedOut(m_status);
    QString text;
    if (m_status.renewing)
        text = hasEnded ? tr("renewing session") : tr("replacing session");
    else if (hasEnded)
        text = tr("not signed in");
    else if (m_status.sessionEnds)
        text = tr("session %1 left").arg(countdownText(*m_status.sessionEnds - time));
    Tone tone = Tone::Quiet;
    if (hasEnded)
        tone = m_status.renewing ? Tone::Warning : Tone::Bad;
    m_session->setTone(tone);
    m_session->setText(text);
    m_session->setVisible(!text.isEmpty());
}

} // namespace amb
