// SPDX-License-Identifier: MIT
#include "ui/publishpane.h"

#include "ui/elidedlabel.h"
#include "core/jsonreader.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QCompleter>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStringListModel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum HistoryColumn {
    SentColumn,
    OutcomeColumn,
    RoundTripColumn,
    ChannelColumn,
    WordsColumn,
    ReplyColumn,
    HistoryColumns,
};

constexpr int mostOutcomes = 200;
constexpr int replyRole = Qt::UserRole;
constexpr qsizetype shownReply = 300;

} // namespace

PublishPane::PublishPane(QWidget *parent)
    : QWidget(parent)
    , m_completions(new QStringListModel(this))
    , m_channel(new QLineEdit)
    , m_data(new QPlainTextEdit)
    , m_hint(new ElidedLabel)
    , m_sendButton(new QPushButton(tr("S&end")))
    , m_history(new QTreeWidget)
    , m_historyEmpty(new QLabel(m_history->viewport()))
{
    build();
    applyFont();
    connect(m_channel, &QLineEdit::textChanged, this, [this] {
        check();
        emit textsChanged();
    });
    connect(m_data, &QPlainTextEdit::textChanged, this, [this] {
        check();
        emit textsChanged();
    });
    connect(m_sendButton, &QPushButton::clicked, this, &PublishPane::send);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &PublishPane::send);
    }
    check();
}

void PublishPane::setKnownChannels(const QStringList &channels)
{
    m_completions->setStringList(channels);
}

QString PublishPane::channelText() const
{
    return m_channel->text();
}

QString PublishPane::dataText() const
{
    return m_data->toPlainText();
}

void PublishPane::setTexts(const QString &channel, const QString &json)
{
    m_channel->setText(channel);
    m_data->setPlainText(json);
}

void PublishPane::focusField()
{
    QWidget *field = m_channel;
    if (checkedChannel())
        field = m_data;
    field->setFocus(Qt::ShortcutFocusReason);
}

void PublishPane::addSent(PublishId id, const ChannelName &channel)
{
    auto *item = new QTreeWidgetItem; // the tree owns it
    item->setText(SentColumn, clockText(now()));
    item->setText(ChannelColumn, channel.toString());
    item->setText(OutcomeColumn, tr("Sent"));
    item->setIcon(OutcomeColumn, glyphIcon(Glyph::Working));
    item->setText(WordsColumn, tr("waiting for the reply"));
    item->setTextAlignment(RoundTripColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_history->insertTopLevelItem(0, item);
    m_historyEmpty->hide();
    m_pending.insert(quint64(id), item);
    while (m_history->topLevelItemCount() > mostOutcomes) {
        const std::unique_ptr<QTreeWidgetItem> oldest(
            m_history->takeTopLevelItem(m_history->topLevelItemCount() - 1));
        m_pending.removeIf([&oldest](QHash<quint64, QTreeWidgetItem *>::iterator entry) {
            return entry.value() == oldest.get();
        });
    }
}

void PublishPane::showOutcome(const PublishOutcome &outcome)
{
    QTreeWidgetItem *item = m_pending.take(quint64(outcome.id));
    if (item == nullptr)
        return;
    const Saying saying = sayOutcome(outcome.result);
    item->setText(OutcomeColumn, saying.word);
    item->setIcon(OutcomeColumn, glyphIcon(saying.glyph, saying.tone));
    if (!outcome.reply.isEmpty())
        item->setText(RoundTripColumn, roundTripText(outcome.roundTrip));
    item->setText(WordsColumn, outcome.text);
    item->setToolTip(WordsColumn, toolTipText(outcome.text));
    const QString reply = QString::fromUtf8(outcome.reply);
    item->setText(ReplyColumn, reply.left(shownReply));
    item->setToolTip(ReplyColumn, toolTipText(reply));
    item->setData(ReplyColumn, replyRole, reply);
}

void PublishPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void PublishPane::build()
{
    buildHistory();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"publishSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildEditor());
    splitter->addWidget(m_history);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(splitter);
}

QWidget *PublishPane::buildEditor()
{
    m_channel->setObjectName(u"publishChannel"_s);
    m_channel->setAccessibleName(tr("Channel to publish to"));
    m_channel->setPlaceholderText(tr("/channel"));
    auto *completer = new QCompleter(m_completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_channel->setCompleter(completer);
    m_data->setObjectName(u"publishData"_s);
    m_data->setAccessibleName(tr("Data to publish, as JSON"));
    m_data->setPlaceholderText(tr(R"(JSON, such as {"text": "hello"})"));
    m_data->setTabChangesFocus(true);
    m_data->setMinimumHeight(48);
    m_hint->setObjectName(u"publishHint"_s);
    m_sendButton->setObjectName(u"publishSend"_s);
    m_sendButton->setToolTip(tr("Send the message (Ctrl+Return)"));

    auto *editor = new QWidget;
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_channel);
    layout->addWidget(m_data, 1);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_hint, 1);
    footer->addWidget(m_sendButton);
    layout->addLayout(footer);
    return editor;
}

void PublishPane::buildHistory()
{
    m_history->setObjectName(u"publishHistory"_s);
    m_history->setAccessibleName(tr("What came of the messages sent"));
    m_history->setColumnCount(HistoryColumns);
    m_history->setHeaderLabels(
        {tr("Sent"), tr("Outcome"), tr("Round trip"), tr("Channel"), tr("In words"), tr("Reply")});
    m_history->headerItem()->setTextAlignment(RoundTripColumn, Qt::AlignRight);
    m_history->setRootIsDecorated(false);
    m_history->setUniformRowHeights(true);
    m_history->setAllColumnsShowFocus(true);
    const QFontMetrics metrics = fontMetrics();
    m_history->setColumnWidth(SentColumn, metrics.horizontalAdvance(u"00:00:00.000"_s) + 20);
    m_history->setColumnWidth(OutcomeColumn, metrics.horizontalAdvance(tr("Acknowledged")) + 44);
    m_history->setColumnWidth(RoundTripColumn, metrics.horizontalAdvance(tr("Round trip")) + 24);
    m_history->setColumnWidth(ChannelColumn, metrics.averageCharWidth() * 22);
    m_history->setColumnWidth(WordsColumn, metrics.averageCharWidth() * 36);
    m_historyEmpty->setObjectName(u"publishEmpty"_s);
    m_historyEmpty->setText(tr("Nothing sent yet. What comes of each message is listed here."));
    m_historyEmpty->setWordWrap(true);
    m_historyEmpty->setAlignment(Qt::AlignCenter);
    auto *middle = new QVBoxLayout(m_history->viewport());
    middle->addWidget(m_historyEmpty);
    m_history->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("&Copy Reply"), m_history);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_history->addAction(copy);
    connect(copy, &QAction::triggered, this, &PublishPane::copyReply);
}

void PublishPane::applyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_channel->setFont(font);
    m_data->setFont(font);
}

Result<ChannelName> PublishPane::checkedChannel() const
{
    auto channel = ChannelName::parse(m_channel->text().trimmed().toUtf8());
    if (channel && channel->isMeta())
        return Error{ErrorKind::Input,
                     tr("Channels under /meta are the protocol's own; "
                        "nothing can be published there."),
                     {}};
    return channel;
}

void PublishPane::check()
{
    const QByteArray json = m_data->toPlainText().toUtf8();
    const bool isEmpty = json.trimmed().isEmpty();
    const auto error = checkJson(json);
    m_data->setExtraSelections({});
    QString trouble;
    if (error && !isEmpty) {
        const TextPosition position = positionOf(json, error->offset);
        trouble =
            tr("Line %1, column %2: %3.")
                .arg(QString::number(position.line), QString::number(position.column), error->text);
        markError(error->offset);
    }
    const auto channel = checkedChannel();
    const bool hasChannel = !m_channel->text().trimmed().isEmpty();
    if (!channel && hasChannel)
        trouble = tr("Channel: %1").arg(channel.error().text);
    m_sendButton->setEnabled(channel.ok() && !error);
    m_hint->setTone(trouble.isEmpty() ? Tone::Quiet : Tone::Bad);
    if (!trouble.isEmpty())
        m_hint->setText(trouble);
    else if (!hasChannel || isEmpty)
        m_hint->setText(tr("Fill in a channel and JSON data to send."));
    else
        m_hint->setText(tr("Ctrl+Return sends."));
}

void PublishPane::markError(qsizetype byteOffset)
{
    const QString text = m_data->toPlainText();
    const qsizetype at = QString::fromUtf8(text.toUtf8().first(byteOffset)).size();
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(m_data->document());
    // At the end of the text there is no character to underline; take the one before.
    mark.cursor.setPosition(int(std::min(at, std::max<qsizetype>(0, text.size() - 1))));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(toneColor(Tone::Bad, palette()));
    m_data->setExtraSelections({mark});
}

void PublishPane::send()
{
    const auto channel = checkedChannel();
    const QByteArray json = m_data->toPlainText().toUtf8();
    if (!channel || checkJson(json))
        return; // the hint says why
    emit publishRequested(*channel, json.trimmed());
}

void PublishPane::copyReply()
{
    if (const QTreeWidgetItem *item = m_history->currentItem())
        QGuiApplication::clipboard()->setText(item->data(ReplyColumn, replyRole).toString());
}

} // namespace amb
