// SPDX-License-Identifier: MIT
#include "ui/connection/connectiondetails.h"

#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

// A label that is set to the text it has would lose the user's selection.
void setIfChanged(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

QString inTime(std::optional<Timestamp> when, Timestamp time)
{
    return when ? ConnectionDetails::tr("in %1").arg(countdownText(*when - time)) : u"–"_s;
}

QString stateLine(const ConnectionStatus &status, Timestamp time)
{
    const QString word = sayState(status).word;
    if (status.since == Timestamp{})
        return word;
    return ConnectionDetails::tr("%1, for %2").arg(word, durationText(time - status.since));
}

QString transportLine(const ConnectionStatus &status, Timestamp time)
{
    if (!status.transport)
        return u"–"_s;
    const QString word = transportText(*status.transport);
    if (!status.transportSince)
        return word;
    return ConnectionDetails::tr("%1, for %2")
        .arg(word, durationText(time - *status.transportSince));
}

QString nextStepLine(const ConnectionStatus &status, Timestamp time)
{
    if (!status.nextAttempt)
        return u"–"_s;
    const QString step = status.nextStep == NextStep::Handshake
        ? ConnectionDetails::tr("a new handshake")
        : ConnectionDetails::tr("another connect");
    return ConnectionDetails::tr("%1, %2").arg(step, inTime(status.nextAttempt, time));
}

QString sessionLine(const ConnectionStatus &status, Timestamp time)
{
    QString word = sessionText(status.session);
    if (status.renewing)
        word = ConnectionDetails::tr("%1, being replaced").arg(word);
    if (!status.sessionEnds)
        return word;
    return ConnectionDetails::tr("%1, %2 left")
        .arg(word, countdownText(*status.sessionEnds - time));
}

} // namespace

ConnectionDetails::ConnectionDetails(QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_preference(new QComboBox(this))
    , m_tryButton(new QPushButton(tr("Try &WebSocket Now"), this))
    , m_retryButton(new QPushButton(tr("&Retry Now"), this))
{
    setObjectName(u"connectionDetails"_s);
    setAccessibleName(tr("Connection details"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(14, 12, 14, 12);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(5);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_state = addLine(form, tr("State"), u"detailState"_s);
    m_transport = addLine(form, tr("Transport"), u"detailTransport"_s);
    m_reason = addLine(form, tr("Why this one"), u"detailReason"_s);
    m_trouble = addLine(form, tr("Last trouble"), u"detailTrouble"_s);
    m_nextAttempt = addLine(form, tr("Next attempt"), u"detailNextAttempt"_s);
    m_nextWebSocket = addLine(form, tr("Next WebSocket try"), u"detailNextWebSocket"_s);
    m_lastReply = addLine(form, tr("Last connect reply"), u"detailLastReply"_s);
    m_clientId = addLine(form, tr("Client ID"), u"detailClientId"_s);
    m_session = addLine(form, tr("Session"), u"detailSession"_s);
    m_counts = addLine(form, tr("Since the start"), u"detailCounts"_s);
    for (const auto preference : {TransportPreference::Automatic,
                                  TransportPreference::WebSocketOnly,
                                  TransportPreference::LongPollingOnly})
        m_preference->addItem(preferenceText(preference), int(preference));
    m_preference->setObjectName(u"detailPreference"_s);
    m_preference->setAccessibleName(tr("Transports that may be used"));
    form->addRow(tr("&Use:"), m_preference);
    form->labelForField(m_preference)
        ->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    buildButtons();
    connect(m_preference, &QComboBox::activated, this, [this](int index) {
        emit preferenceRequested(TransportPreference(m_preference->itemData(index).toInt()));
    });
}

void ConnectionDetails::setStatus(const ConnectionStatus &status, Timestamp time)
{
    setIfChanged(m_state, stateLine(status, time));
    setIfChanged(m_transport, transportLine(status, time));
    setIfChanged(m_reason,
                 status.transportReason.isEmpty()
                     ? tr("It is the first choice.")
                     : withHttpStatus(status.transportReason, status.transportHttpStatus));
    setIfChanged(m_trouble,
                 status.trouble.isEmpty()
                     ? tr("none")
                     : withHttpStatus(status.trouble, status.troubleHttpStatus));
    setIfChanged(m_nextAttempt, nextStepLine(status, time));
    setIfChanged(m_nextWebSocket,
                 status.tryingWebSocket ? tr("being tried now")
                                        : inTime(status.nextWebSocketTry, time));
    setIfChanged(m_lastReply, status.lastReply ? fullTimeText(*status.lastReply) : u"–"_s);
    setIfChanged(m_clientId, orNone(status.clientId));
    setIfChanged(m_session, sessionLine(status, time));
    setIfChanged(m_counts,
                 tr("handshakes: %1, gaps: %2, sessions replaced: %3")
                     .arg(numberText(status.handshakes),
                          numberText(status.gaps),
                          numberText(status.replacements)));
    m_preference->setCurrentIndex(m_preference->findData(int(status.preference)));
    m_tryButton->setEnabled(
        status.transport == TransportType::LongPolling && status.state == ConnectionState::Connected
        && status.preference == TransportPreference::Automatic && !status.tryingWebSocket);
    m_retryButton->setEnabled(status.state == ConnectionState::Waiting
                              || status.state == ConnectionState::Disconnected);
}

QString ConnectionDetails::text() const
{
    QString text;
    for (const Line &line : m_lines)
        text += line.name + u": "_s + line.value->text() + u'\n';
    return text;
}

void ConnectionDetails::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    // Not every style gives popups an edge, and the window behind has the same colour.
    QPainter painter(this);
    painter.setPen(toneColor(Tone::Quiet, palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

QLabel *ConnectionDetails::addLine(QFormLayout *form,
                                   const QString &name,
                                   const QString &objectName)
{
    auto *value = new QLabel(this);
    value->setObjectName(objectName);
    value->setAccessibleName(name);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto *label = new QLabel(name + u':', this);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    form->addRow(label, value);
    m_lines.append({name, value});
    return value;
}

void ConnectionDetails::buildButtons()
{
    auto *copyButton = new QPushButton(tr("&Copy"), this);
    copyButton->setObjectName(u"detailCopy"_s);
    auto *doctorButton = new QPushButton(tr("&Doctor…"), this);
    doctorButton->setObjectName(u"detailDoctor"_s);
    doctorButton->setAccessibleName(tr("Connection doctor"));
    m_tryButton->setObjectName(u"detailTryWebSocket"_s);
    m_retryButton->setObjectName(u"detailRetry"_s);
    for (QPushButton *button : {copyButton, doctorButton, m_tryButton, m_retryButton})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_tryButton);
    row->addWidget(m_retryButton);
    row->addWidget(doctorButton);
    row->addStretch();
    row->addWidget(copyButton);
    static_cast<QFormLayout *>(layout())->addRow(row);
    connect(doctorButton, &QPushButton::clicked, this, [this] {
        hide();
        emit doctorRequested();
    });
    connect(copyButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(text());
    });
    connect(m_tryButton, &QPushButton::clicked, this, &ConnectionDetails::tryWebSocketRequested);
    connect(m_retryButton, &QPushButton::clicked, this, &ConnectionDetails::retryRequested);
}

} // namespace amb
