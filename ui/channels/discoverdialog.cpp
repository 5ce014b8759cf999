// SPDX-License-Identifier: MIT
#include "ui/channels/discoverdialog.h"

#include "core/instance/discovery.h"
#include "core/monitor.h"
#include "ui/channels/discoverlist.h"
#include "ui/widgets/wording.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A query stands in the name of a record watcher, which nobody types by hand; nor does an instance
/// take a subscription to all of them.
bool isAllWatchers(const DiscoveredChannel &channel)
{
    return channel.needsValue() && channel.toSubscribe().startsWith("/rw/default/");
}

} // namespace

DiscoverDialog::DiscoverDialog(Monitor &monitor, QWidget *parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_search(new QLineEdit(this))
    , m_refreshButton(new QPushButton(tr("&Refresh"), this))
    , m_tabs(new QTabWidget(this))
    , m_served(new DiscoverList(this))
    , m_inUse(new DiscoverList(this))
    , m_purpose(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_subscribeButton(new QPushButton(tr("&Subscribe"), this))
    , m_allButton(new QPushButton(tr("Subscribe to &All"), this))
    , m_watchButton(new QPushButton(tr("&Watch Records…"), this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"discoverDialog"_s);
    setWindowTitle(tr("Discover Channels – %1").arg(monitor.address().displayName()));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    buildTop(layout);
    buildLists(layout);
    buildChoice(layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connectLists();
    connect(&monitor, &Monitor::tableRead, this, &DiscoverDialog::takeRead);
    connect(&monitor, &Monitor::subscriptionsChanged, this, &DiscoverDialog::showSubscriptions);
    showSubscriptions();
    const QFontMetrics metrics = fontMetrics();
    constexpr int frame = 48; // of the window, and some air
    resize(QSize(metrics.averageCharWidth() * 145, metrics.height() * 40)
               .boundedTo(screen()->availableSize() - QSize(frame, frame)));
    m_search->setFocus();
    refresh();
}

void DiscoverDialog::refresh()
{
    m_processors.reset();
    m_presences.reset();
    m_served->showProgress(tr("Asking the instance which channels it serves…"));
    m_inUse->showProgress(tr("Asking the instance who listens to what…"));
    m_processorRead = m_monitor.readTable(discovery::processorRequest());
    m_presenceRead = m_monitor.readTable(discovery::presenceRequest());
    m_refreshButton->setEnabled(false);
}

/// Who listens changes all the time, not least by what is subscribed to here.
void DiscoverDialog::askWhoListens()
{
    if (list() == m_inUse && m_presences)
        m_presenceRead = m_monitor.readTable(discovery::presenceRequest());
}

void DiscoverDialog::buildTop(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_refreshButton);
    layout->addLayout(row);
    m_search->setObjectName(u"discoverSearch"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search channels, kinds, users and descriptions"));
    m_search->setClearButtonEnabled(true);
    m_refreshButton->setObjectName(u"discoverRefresh"_s);
    m_refreshButton->setAutoDefault(false);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_served->search(text);
        m_inUse->search(text);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &DiscoverDialog::take);
    connect(m_refreshButton, &QPushButton::clicked, this, &DiscoverDialog::refresh);
}

void DiscoverDialog::buildLists(QVBoxLayout *layout)
{
    m_served->setObjectName(u"discoverServed"_s);
    m_served->setEmptyText(tr("The instance shows no channel that it serves: the table "
                              "sys_amb_processor has no row that you may read."));
    m_inUse->setObjectName(u"discoverInUse"_s);
    m_inUse->setEmptyText(tr("Nobody listens to anything right now, or you may not see who does. "
                             "Subscribe to a channel and refresh to see yourself here."));
    m_tabs->setObjectName(u"discoverTabs"_s);
    m_tabs->setAccessibleName(tr("What the instance serves"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_served, {});
    m_tabs->addTab(m_inUse, {});
    layout->addWidget(m_tabs, 1);
    showCounts();
}

void DiscoverDialog::buildChoice(QVBoxLayout *layout)
{
    m_purpose->setObjectName(u"discoverPurpose"_s);
    m_purpose->setTextFormat(Qt::PlainText);
    m_purpose->setWordWrap(true);
    m_purpose->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_purpose->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->addWidget(m_purpose);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Channel:"));
    label->setBuddy(m_field);
    row->addWidget(label);
    row->addWidget(m_field, 1);
    row->addWidget(m_subscribeButton);
    row->addWidget(m_allButton);
    row->addWidget(m_watchButton);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    m_field->setObjectName(u"discoverField"_s);
    m_subscribeButton->setObjectName(u"discoverSubscribe"_s);
    m_subscribeButton->setAutoDefault(false);
    m_allButton->setObjectName(u"discoverSubscribeAll"_s);
    m_allButton->setAutoDefault(false);
    m_watchButton->setObjectName(u"discoverWatch"_s);
    m_watchButton->setAutoDefault(false);
    m_watchButton->setToolTip(
        tr("Choose a table and a query to be told of changes to its records"));
    connect(m_watchButton, &QPushButton::clicked, this, &DiscoverDialog::watchRequested);
    m_hint->setObjectName(u"discoverHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_field, &QLineEdit::textChanged, this, &DiscoverDialog::checkField);
    connect(m_field, &QLineEdit::returnPressed, this, &DiscoverDialog::subscribeField);
    connect(m_subscribeButton, &QPushButton::clicked, this, &DiscoverDialog::subscribeField);
    connect(m_allButton, &QPushButton::clicked, this, &DiscoverDialog::subscribeAll);
}

void DiscoverDialog::connectLists()
{
    for (DiscoverList *each : {m_served, m_inUse}) {
        connect(each, &DiscoverList::retryRequested, this, &DiscoverDialog::refresh);
        connect(each, &DiscoverList::activated, this, &DiscoverDialog::take);
        connect(each, &DiscoverList::countChanged, this, &DiscoverDialog::showCounts);
        connect(each, &DiscoverList::currentChanged, this, &DiscoverDialog::showChoice);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &DiscoverDialog::showChoice);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DiscoverDialog::askWhoListens);
    showChoice();
}

void DiscoverDialog::takeRead(TableReadId id, const Result<TableRows> &result)
{
    if (id == m_processorRead)
        m_processors = result;
    else if (id == m_presenceRead)
        m_presences = result;
    else
        return; // somebody else's
    fillLists();
}

void DiscoverDialog::fillLists()
{
    const bool hasPresences = m_presences && m_presences->ok();
    const TableRows presences = hasPresences ? m_presences->value() : TableRows();
    if (m_processors) {
        if (m_processors->ok())
            m_served->setChannels(discovery::served(m_processors->value(), presences));
        else
            m_served->showError(m_processors->error());
    }
    if (hasPresences)
        m_inUse->setChannels(discovery::inUse(presences));
    else if (m_presences)
        m_inUse->showError(m_presences->error());
    m_refreshButton->setEnabled(m_processors && m_presences);
}

void DiscoverDialog::showSubscriptions()
{
    const QList<SubscriptionInfo> subscriptions = m_monitor.subscriptions();
    m_served->setSubscriptions(subscriptions);
    m_inUse->setSubscriptions(subscriptions);
    checkField();
    enableSubscribeAll();
    askWhoListens();
}

void DiscoverDialog::showCounts()
{
    const auto title = [](const QString &name, const DiscoverList *of) {
        const int count = of->shownCount();
        return count > 0 ? tr("%1 (%2)").arg(name, numberText(count)) : name;
    };
    m_tabs->setTabText(0, title(tr("Ser&ved by the Instance"), m_served));
    m_tabs->setTabText(1, title(tr("&Listened To Now"), m_inUse));
}

void DiscoverDialog::showChoice()
{
    const DiscoveredChannel *channel = list()->current();
    const bool isWatchers = channel && isAllWatchers(*channel);
    m_watchButton->setVisible(isWatchers);
    m_allButton->setVisible(!isWatchers);
    enableSubscribeAll();
    if (!channel) {
        m_chosen.clear();
        m_purpose->setText(
            list()->shownCount() > 0
                ? tr("Choose a channel to see what it is for.")
                : tr("A channel that you know can be subscribed to all the same: type it here."));
        m_field->clear();
        return;
    }
    QString text = u"%1 – %2"_s.arg(channel->family.name, channel->family.purpose);
    if (channel->needsValue())
        text += u' ' + tr("It is a whole group of channels: fill in what stands in <…>.");
    if (!channel->isActive)
        text += u' ' + tr("Its processor is not active: the instance refuses to subscribe to it.");
    m_purpose->setText(text);
    if (channel->channel == std::exchange(m_chosen, channel->channel))
        return; // what was typed since stays
    m_field->setText(QString::fromUtf8(channel->toSubscribe()));
    m_field->setCursorPosition(0);
}

void DiscoverDialog::enableSubscribeAll()
{
    const DiscoveredChannel *channel = list()->current();
    m_allButton->setEnabled(channel && channel->isActive && channel->channel.endsWith('*')
                            && !channel->channel.startsWith("/rw/")
                            && !m_served->model().subscription(channel->channel));
}

void DiscoverDialog::checkField()
{
    const QString text = m_field->text().trimmed();
    const auto pattern = ChannelPattern::parse(text.toUtf8());
    m_subscribeButton->setEnabled(pattern.ok());
    if (text.isEmpty()) {
        showHint({});
        return;
    }
    if (text.contains(u'<')) {
        showHint(tr("Replace <…> with a value. Return goes to the next one, and then subscribes."));
        return;
    }
    if (!pattern) {
        showHint(pattern.error().text, Tone::Bad);
        return;
    }
    const auto info = m_served->model().subscription(pattern->bytes());
    if (!info) {
        showHint(tr("Return subscribes."));
        return;
    }
    m_subscribeButton->setEnabled(false);
    const Saying saying = saySubscription(info->state);
    showHint(info->state == SubscriptionState::Refused
                 ? u"%1: %2. %3"_s.arg(saying.word, info->refusal, info->explanation)
                 : u"%1."_s.arg(saying.word),
             saying.tone);
}

void DiscoverDialog::showHint(const QString &text, Tone tone)
{
    QPalette colours = m_hint->palette();
    colours.setColor(QPalette::WindowText, toneColor(tone, palette()));
    m_hint->setPalette(colours);
    m_hint->setText(text);
}

bool DiscoverDialog::selectPlaceholder()
{
    const qsizetype begin = m_field->text().indexOf(u'<');
    const qsizetype end = m_field->text().indexOf(u'>', begin);
    if (begin < 0 || end < 0)
        return false;
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->setSelection(int(begin), int(end - begin) + 1);
    return true;
}

void DiscoverDialog::take()
{
    const DiscoveredChannel *channel = list()->current();
    if (!channel)
        return;
    if (isAllWatchers(*channel)) {
        emit watchRequested();
        return;
    }
    m_field->setText(QString::fromUtf8(channel->toSubscribe()));
    subscribeField();
}

void DiscoverDialog::subscribeField()
{
    if (selectPlaceholder())
        return;
    const auto pattern = ChannelPattern::parse(m_field->text().trimmed().toUtf8());
    if (pattern && m_subscribeButton->isEnabled())
        emit subscribeRequested(*pattern);
}

void DiscoverDialog::subscribeAll()
{
    const DiscoveredChannel *channel = list()->current();
    if (channel)
        m_field->setText(QString::fromUtf8(channel->channel));
    subscribeField();
}

DiscoverList *DiscoverDialog::list() const
{
    return m_tabs->currentIndex() == 0 ? m_served : m_inUse;
}

} // namespace amb
