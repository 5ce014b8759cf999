// SPDX-License-Identifier: MIT
#include "ui/publish/publishresults.h"

#include "core/capture/capturestore.h"
#include "core/oneline.h"
#include "ui/channels/channeltitle.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QUuid>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    SentColumn,
    OutcomeColumn,
    RoundTripColumn,
    ChannelColumn,
    WordsColumn,
    ReplyColumn,
    Columns,
};

constexpr int mostResults = 200;
constexpr int replyRole = Qt::UserRole;
constexpr int rowRole = Qt::UserRole + 1;
constexpr qsizetype shownReply = 300;
constexpr qsizetype shownChannel = 300;
/// A little longer than what is listened to, for rows that come late.
constexpr std::chrono::milliseconds listenedFor{1300};

QString sentText(Timestamp time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime sent = QDateTime::fromMSecsSinceEpoch(ms.count());
    if (sent.date() == QDate::currentDate())
        return clockText(time);
    return QLocale().toString(sent, QLocale::ShortFormat);
}

} // namespace

PublishResults::PublishResults(QWidget *parent)
    : QTreeWidget(parent)
    , m_empty(new QLabel(viewport()))
{
    build();
    buildActions();
    m_timer.setInterval(std::chrono::milliseconds(100));
    connect(&m_timer, &QTimer::timeout, this, &PublishResults::stopListening);
    connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        showRowOf(item);
    });
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (item->parent())
            showRowOf(item);
        else
            edit();
    });
}

void PublishResults::setCapture(const CaptureStore &store)
{
    m_store = &store;
}

void PublishResults::restore(const QString &instance)
{
    m_instance = instance;
    const QList<PublishLogEntry> entries = m_log.entries(instance);
    for (const PublishLogEntry &entry : entries) {
        auto *item = new QTreeWidgetItem(this);
        fill(*item, entry);
    }
    showEmpty();
}

void PublishResults::expect(const QString &channel, const QByteArray &json)
{
    m_expectedSince = now();
    if (m_store)
        m_expected.emplace(*m_store, channel.toUtf8(), json, m_expectedSince);
}

void PublishResults::add(PublishId id, const QString &channel, const QByteArray &json)
{
    PublishLogEntry entry;
    entry.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    entry.time = now();
    entry.instance = m_instance.value_or(QString());
    entry.channel = channel;
    entry.data = QString::fromUtf8(json);
    auto *item = new QTreeWidgetItem; // the tree owns it
    insertTopLevelItem(0, item);
    fill(*item, entry);
    item->setText(OutcomeColumn, tr("Sent"));
    item->setIcon(OutcomeColumn, glyphIcon(Glyph::Working));
    item->setText(WordsColumn, tr("waiting for the reply"));
    showEmpty();
    m_pending.insert(quint64(id), item);
    if (m_instance)
        m_log.put(entry);
    if (const auto echo = std::exchange(m_expected, {})) {
        m_listening.push_back({item, *echo, m_expectedSince, -1});
        m_timer.start();
    }
    forgetOldest();
}

bool PublishResults::showOutcome(const PublishOutcome &outcome)
{
    QTreeWidgetItem *item = m_pending.take(quint64(outcome.id));
    if (item == nullptr)
        return false;
    PublishLogEntry &entry = m_entries[item];
    entry.result = outcome.result;
    entry.words = outcome.text;
    fill(*item, entry);
    if (!outcome.reply.isEmpty())
        item->setText(RoundTripColumn, roundTripText(outcome.roundTrip));
    const QString reply = QString::fromUtf8(outcome.reply);
    item->setText(ReplyColumn, oneLine(reply, shownReply));
    item->setToolTip(ReplyColumn, toolTipText(reply));
    item->setData(ReplyColumn, replyRole, reply);
    if (m_instance)
        m_log.put(entry);
    return true;
}

void PublishResults::readRows()
{
    for (Listening &listening : m_listening) {
        listening.echo.read();
        showHeard(listening);
    }
}

void PublishResults::build()
{
    setObjectName(u"publishHistory"_s);
    setAccessibleName(tr("What came of the messages sent"));
    setColumnCount(Columns);
    setHeaderLabels(
        {tr("Sent"), tr("Outcome"), tr("Round trip"), tr("Channel"), tr("In words"), tr("Reply")});
    headerItem()->setTextAlignment(RoundTripColumn, Qt::AlignRight | Qt::AlignVCenter);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    const QFontMetrics metrics = fontMetrics();
    setColumnWidth(SentColumn, metrics.horizontalAdvance(u"00:00:00.000"_s) + 20 + indentation());
    setColumnWidth(OutcomeColumn, metrics.horizontalAdvance(tr("Acknowledged")) + 44);
    setColumnWidth(RoundTripColumn, metrics.horizontalAdvance(tr("Round trip")) + 24);
    setColumnWidth(ChannelColumn, metrics.averageCharWidth() * 22);
    setColumnWidth(WordsColumn, metrics.averageCharWidth() * 36);
    m_empty->setObjectName(u"publishEmpty"_s);
    m_empty->setText(tr("Nothing sent yet. What comes of each message is listed here: the reply, "
                        "the echo, and what other channels show within a second."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *middle = new QVBoxLayout(viewport());
    middle->addWidget(m_empty);
    showEmpty();
}

/// Says what will be here while nothing is, and offers no scrolling through it.
void PublishResults::showEmpty()
{
    const bool isEmpty = topLevelItemCount() == 0;
    m_empty->setVisible(isEmpty);
    header()->setHidden(isEmpty);
    setHorizontalScrollBarPolicy(isEmpty ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void PublishResults::buildActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &text, const QString &name, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QAction *again = add(tr("&Send Again"), u"publishAgain"_s, &PublishResults::sendAgain);
    QAction *editAction = add(tr("Put into &Editor"), u"publishEdit"_s, &PublishResults::edit);
    QAction *copy = add(tr("&Copy Reply"), u"publishCopyReply"_s, &PublishResults::copyReply);
    copy->setShortcut(QKeySequence::Copy);
    add(tr("C&lear History"), u"publishClear"_s, &PublishResults::clearAll);
    connect(this, &QTreeWidget::currentItemChanged, this, [this, again, editAction] {
        const auto entry = currentEntry();
        for (QAction *action : {again, editAction})
            action->setEnabled(entry && entry->data);
    });
}

void PublishResults::fill(QTreeWidgetItem &item, const PublishLogEntry &entry)
{
    m_entries.insert(&item, entry);
    item.setText(SentColumn, sentText(entry.time));
    item.setToolTip(SentColumn, toolTipText(fullTimeText(entry.time)));
    item.setText(ChannelColumn, oneLine(entry.channel, shownChannel));
    item.setToolTip(ChannelColumn,
                    toolTipText(entry.data.value_or(tr("What was sent was not kept: "
                                                       "it is large, or it may hold "
                                                       "a secret."))));
    item.setTextAlignment(RoundTripColumn, Qt::AlignRight | Qt::AlignVCenter);
    item.setText(WordsColumn, entry.words);
    item.setToolTip(WordsColumn, toolTipText(entry.words));
    if (!entry.result) {
        item.setText(OutcomeColumn, tr("Unknown"));
        item.setText(WordsColumn, tr("the program ended before the reply came"));
        return;
    }
    const Saying saying = sayOutcome(*entry.result);
    item.setText(OutcomeColumn, saying.word);
    item.setIcon(OutcomeColumn, glyphIcon(saying.glyph, saying.tone));
}

void PublishResults::setSubscriptions(const QList<ChannelPattern> &patterns)
{
    m_subscriptions = patterns;
}

void PublishResults::showHeard(Listening &listening)
{
    const PublishEcho &echo = listening.echo;
    qint64 deliveries = echo.others() + (echo.echo() ? 1 : 0);
    for (const PublishEcho::Heard &heard : echo.heard())
        deliveries += heard.count;
    if (deliveries == listening.shown || deliveries == 0)
        return;
    listening.shown = deliveries;
    QTreeWidgetItem &item = *listening.item;
    qDeleteAll(item.takeChildren());
    if (echo.echo())
        addHeard(item,
                 tr("Echo"),
                 m_entries.value(&item).channel,
                 echo.echo(),
                 roundTripText(echo.echoDelay()));
    for (const PublishEcho::Heard &heard : echo.heard())
        addHeard(item,
                 tr("%1 received").arg(numberText(heard.count)),
                 QString::fromUtf8(m_store->channelName(heard.channel)),
                 heard.first);
    if (echo.others() > 0)
        addHeard(item, tr("%1 received").arg(numberText(echo.others())), tr("other channels"), {});
    if (&item == topLevelItem(0))
        item.setExpanded(true);
}

/// Says what did not come, when nothing can come any more.
void PublishResults::showMissing(const Listening &listening)
{
    QTreeWidgetItem &item = *listening.item;
    const PublishLogEntry entry = m_entries.value(&item);
    const bool isAlone = item.childCount() == 0;
    const bool isEchoDue =
        !listening.echo.echo() && entry.result == PublishOutcome::Result::Acknowledged;
    if (!isAlone && !isEchoDue)
        return;
    const QByteArray channel = entry.channel.toUtf8();
    const bool isListenedTo =
        std::any_of(m_subscriptions.cbegin(), m_subscriptions.cend(), [&](const auto &pattern) {
            return pattern.matches(channel);
        });
    QString words = tr("No channel showed anything within a second.");
    if (isEchoDue)
        words = isListenedTo ? tr("It did not come back within a second.")
                             : tr("Nothing is subscribed that would show it: subscribe to the "
                                  "channel to see the echo.");
    QTreeWidgetItem &line = isAlone ? addHeard(item, tr("Nothing"), {}, {})
                                    : addHeard(item, tr("No echo"), entry.channel, {});
    line.setText(WordsColumn, words);
    line.setToolTip(WordsColumn, toolTipText(words));
    if (&item == topLevelItem(0))
        item.setExpanded(true);
}

QTreeWidgetItem &PublishResults::addHeard(QTreeWidgetItem &item,
                                          const QString &word,
                                          const QString &channel,
                                          std::optional<Row> row,
                                          const QString &delay)
{
    auto *line = new QTreeWidgetItem(&item);
    line->setText(OutcomeColumn, word);
    line->setText(RoundTripColumn, delay);
    line->setTextAlignment(RoundTripColumn, Qt::AlignRight | Qt::AlignVCenter);
    line->setText(ChannelColumn, oneLine(channelTitle(channel), shownChannel));
    line->setToolTip(ChannelColumn, toolTipText(channel));
    if (!row)
        return *line;
    line->setIcon(OutcomeColumn, glyphIcon(Glyph::Incoming));
    line->setText(WordsColumn, tr("Click to show it in the list"));
    line->setData(SentColumn, rowRole, QVariant::fromValue(*row));
    return *line;
}

void PublishResults::stopListening()
{
    const Timestamp deadline = now() - listenedFor;
    for (Listening &listening : m_listening) {
        if (listening.echo.isOver() || listening.since < deadline)
            showMissing(listening);
    }
    std::erase_if(m_listening, [deadline](const Listening &listening) {
        return listening.echo.isOver() || listening.since < deadline;
    });
    if (m_listening.empty())
        m_timer.stop();
}

void PublishResults::forgetOldest()
{
    while (topLevelItemCount() > mostResults) {
        const std::unique_ptr<QTreeWidgetItem> oldest(takeTopLevelItem(topLevelItemCount() - 1));
        const QTreeWidgetItem *gone = oldest.get();
        m_entries.remove(oldest.get());
        m_pending.removeIf([gone](QHash<quint64, QTreeWidgetItem *>::iterator entry) {
            return entry.value() == gone;
        });
        std::erase_if(m_listening,
                      [gone](const Listening &listening) { return listening.item == gone; });
    }
}

void PublishResults::showRowOf(const QTreeWidgetItem *item)
{
    const QVariant row = item->data(SentColumn, rowRole);
    if (row.isValid())
        emit rowRequested(row.value<Row>());
}

std::optional<PublishLogEntry> PublishResults::currentEntry() const
{
    QTreeWidgetItem *item = currentItem();
    if (item && item->parent())
        item = item->parent();
    const auto entry = m_entries.constFind(item);
    return entry == m_entries.constEnd() ? std::nullopt : std::optional(*entry);
}

void PublishResults::copyReply()
{
    if (const QTreeWidgetItem *item = currentItem())
        QGuiApplication::clipboard()->setText(item->data(ReplyColumn, replyRole).toString());
}

void PublishResults::sendAgain()
{
    const auto entry = currentEntry();
    if (entry && entry->data)
        emit sendAgainRequested(entry->channel, entry->data->toUtf8());
}

void PublishResults::edit()
{
    const auto entry = currentEntry();
    if (entry && entry->data)
        emit editRequested(entry->channel, *entry->data);
}

void PublishResults::clearAll()
{
    if (m_instance)
        m_log.clear(*m_instance);
    m_pending.clear();
    m_listening.clear();
    m_entries.clear();
    clear();
    showEmpty();
}

} // namespace amb
