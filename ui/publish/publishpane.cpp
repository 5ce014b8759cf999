// SPDX-License-Identifier: MIT
#include "ui/publish/publishpane.h"

#include "core/decode/publishcaution.h"
#include "ui/connection/windowidentity.h"
#include "ui/publish/publishauditdialog.h"
#include "ui/publish/publishguard.h"
#include "ui/publish/publishrepeat.h"
#include "ui/publish/publishresults.h"
#include "ui/publish/publishtemplates.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int usualLines = 15;

/// Never lower than its words need at its width: what they warn of and the field stay apart.
class WritingColumn : public QWidget
{
public:
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        if (!layout()->hasHeightForWidth()) // nothing is warned of
            return least;
        const int place = std::max(width(), least.width());
        return {least.width(), layout()->totalMinimumHeightForWidth(place)};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        updateGeometry();
    }
};

} // namespace

PublishPane::PublishPane(QWidget *parent)
    : QWidget(parent)
    , m_editor(new PublishEditor)
    , m_caution(new NoticeBar)
    , m_guard(new PublishGuard)
    , m_audit(new PublishAuditDialog(this))
    , m_templates(new PublishTemplates)
    , m_repeat(new PublishRepeat)
    , m_sendButton(new QPushButton(tr("S&end")))
    , m_results(new PublishResults)
{
    build();
    connectParts();
    connectRepeat();
    showWhatCanBeDone();
}

QSize PublishPane::sizeHint() const
{
    return QWidget::sizeHint().expandedTo(QSize(0, fontMetrics().lineSpacing() * usualLines));
}

void PublishPane::setInstance(const WindowIdentity &identity)
{
    m_instance = identity.name;
    m_results->restore(m_instance);
    if (identity.isProduction)
        m_guard->setProduction(m_instance);
}

void PublishPane::setCapture(const CaptureStore &store)
{
    m_results->setCapture(store);
}

void PublishPane::setUser(const QString &user)
{
    m_user = user;
}

void PublishPane::setConnected(bool connected)
{
    if (!connected)
        stopRepeating(tr("the connection was lost"));
}

void PublishPane::setSubscriptions(const QList<ChannelPattern> &patterns)
{
    m_results->setSubscriptions(patterns);
}

void PublishPane::readRows()
{
    m_results->readRows();
}

void PublishPane::setKnownChannels(const QStringList &channels)
{
    m_editor->setKnownChannels(channels);
}

QString PublishPane::channelText() const
{
    return m_editor->channelText();
}

QString PublishPane::dataText() const
{
    return m_editor->dataText();
}

void PublishPane::setTexts(const QString &channel, const QString &json)
{
    m_editor->setTexts(channel, json);
}

void PublishPane::focusField()
{
    m_editor->focusField();
}

void PublishPane::addSent(PublishId id, const ChannelName &channel)
{
    m_results->add(id, channel.toString(), m_sending);
    if (m_guard->isProduction())
        m_audit->add(id, channel.toString(), m_sending.size());
}

void PublishPane::showOutcome(const PublishOutcome &outcome)
{
    m_audit->setOutcome(outcome);
    if (!m_results->showOutcome(outcome))
        return;
    if (outcome.result != PublishOutcome::Result::Acknowledged)
        stopRepeating(outcome.text);
}

void PublishPane::build()
{
    m_caution->setObjectName(u"publishCaution"_s);
    m_sendButton->setObjectName(u"publishSend"_s);
    m_sendButton->setToolTip(tr("Send the message (Ctrl+Return)"));
    m_editor->footer().addWidget(m_templates);
    m_editor->footer().addStretch();
    m_editor->footer().addWidget(m_repeat);
    m_editor->footer().addWidget(m_sendButton);

    auto *writing = new WritingColumn;
    auto *column = new QVBoxLayout(writing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_guard);
    column->addWidget(m_caution);
    column->addWidget(m_editor, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"publishSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(writing);
    splitter->addWidget(m_results);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 600});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(splitter);
}

void PublishPane::connectParts()
{
    connect(m_editor, &PublishEditor::changed, this, [this] {
        showWhatCanBeDone();
        emit textsChanged();
    });
    connect(m_templates, &PublishTemplates::chosen, this, &PublishPane::setTexts);
    connect(
        m_templates, &PublishTemplates::placeholderChosen, m_editor, &PublishEditor::insertText);
    connect(m_results, &PublishResults::rowRequested, this, &PublishPane::rowRequested);
    connect(m_results, &PublishResults::sendAgainRequested, this, &PublishPane::sendAgain);
    connect(m_results, &PublishResults::editRequested, this, &PublishPane::setTexts);
    connect(m_guard, &PublishGuard::changed, this, &PublishPane::showWhatCanBeDone);
    connect(m_guard, &PublishGuard::auditRequested, m_audit, &QDialog::open);
    connect(m_guard, &PublishGuard::approved, this, [this] {
        if (const auto message = std::exchange(m_asked, {}))
            publish(*message);
        showWhatCanBeDone();
    });
    connect(m_guard, &PublishGuard::declined, this, [this] {
        if (const auto message = std::exchange(m_asked, {}))
            m_audit->addDeclined(message->channel.toString(), message->data.size());
        showWhatCanBeDone();
    });
    connect(m_sendButton, &QPushButton::clicked, this, &PublishPane::send);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &PublishPane::send);
    }
}

void PublishPane::connectRepeat()
{
    connect(m_repeat, &PublishRepeat::startRequested, this, [this] {
        m_repeated = m_editor->draft();
        if (m_repeated)
            m_repeat->start();
    });
    connect(m_repeat, &PublishRepeat::due, this, [this] {
        if (m_repeated)
            sendDraft(*m_repeated);
    });
    connect(m_repeat, &PublishRepeat::stopped, this, &PublishPane::showWhatCanBeDone);
}

/// What can be done now.
void PublishPane::showWhatCanBeDone()
{
    const bool isReady = m_editor->draft().has_value();
    const bool isOff = m_guard->isProduction() && !m_guard->isOn();
    m_sendButton->setEnabled(isReady && !isOff && !m_asked);
    if (m_guard->isProduction())
        m_repeat->setReady(
            false, tr("A production instance is asked for each message, so none is repeated."));
    else
        m_repeat->setReady(isReady);
    m_templates->setCurrent(channelText(), dataText());
    const QString caution = publishCaution(channelText().trimmed());
    if (caution.isEmpty())
        m_caution->hide();
    else
        m_caution->showNotice(caution);
}

void PublishPane::send()
{
    if (const auto draft = m_editor->draft()) // else the hint says why
        sendDraft(*draft);
}

void PublishPane::sendDraft(const PublishDraft &draft)
{
    request({draft.channel, draft.filled({now(), m_user, m_number + 1})});
}

void PublishPane::sendAgain(const QString &channel, const QByteArray &json)
{
    if (const auto name = ChannelName::parse(channel.toUtf8()); name && !name->isMeta())
        request({*name, json});
}

void PublishPane::request(const Message &message)
{
    if (!m_guard->isProduction()) {
        publish(message);
        return;
    }
    if (!m_guard->isOn()) {
        m_editor->say(tr("Publishing is off. Switch it on above."), Tone::Bad);
        return;
    }
    if (m_asked) {
        m_editor->say(tr("Answer the question above first."), Tone::Bad);
        return;
    }
    m_asked = message;
    showWhatCanBeDone();
    m_guard->ask(tr("Publish these %1 bytes to %2 on the production instance %3? %4")
                     .arg(numberText(message.data.size()),
                          message.channel.toString(),
                          m_instance,
                          publishCaution(message.channel.toString())));
}

void PublishPane::publish(const Message &message)
{
    ++m_number;
    m_sending = message.data;
    m_results->expect(message.channel.toString(), message.data);
    emit publishRequested(message.channel, message.data);
}

void PublishPane::stopRepeating(const QString &why)
{
    if (!m_repeat->isRunning())
        return;
    m_repeat->stop();
    m_editor->say(tr("Repeating has stopped: %1").arg(why), Tone::Bad);
}

} // namespace amb
