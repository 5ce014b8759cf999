// SPDX-License-Identifier: MIT
#include "ui/stories/chatpane.h"

#include "core/capture/capturestore.h"
#include "core/oneline.h"
#include "ui/stories/transcriptdelegate.h"
#include "ui/stories/transcriptmodel.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestName = 120;

QString titleOf(const ChatConversation &talk)
{
    const QString kind = talk.kind == ChatConversation::Kind::Assistant
        ? ChatPane::tr("Virtual Agent")
        : ChatPane::tr("Chat");
    const QString people = oneLine(talk.people.join(u", "_s), longestName);
    return people.isEmpty() ? ChatPane::tr("%1 %2").arg(kind, talk.id.left(8))
                            : ChatPane::tr("%1: %2").arg(kind, people);
}

} // namespace

ChatPane::ChatPane(const CaptureStore &store, QWidget *parent)
    : QWidget(parent)
    , m_follower(store,
                 [this, &store](Row row, const RowInfo &info) {
                     const QByteArray channel = store.channelName(info.channel);
                     // Most rows are told by their channel, without reading them.
                     if (channel.startsWith("/connect/") || channel.startsWith("/cs/"))
                         m_hasNews |= m_log.offer(row, info.time, channel, store.message(row));
                 })
    , m_pages(new QStackedWidget)
    , m_empty(new QLabel)
    , m_conversations(new QListWidget)
    , m_model(new TranscriptModel(this))
    , m_transcript(new QListView)
{
    setObjectName(u"chatPane"_s);
    build();
    setCanSubscribe(false);
    connect(&m_follower, &CaptureFollower::advanced, this, [this] {
        if (std::exchange(m_hasNews, false))
            update();
    });
    connect(m_conversations, &QListWidget::currentRowChanged, this, &ChatPane::showTranscript);
    connect(m_transcript->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    emit rowRequested(m_model->line(current.row()).row);
            });
}

void ChatPane::setCanSubscribe(bool can)
{
    m_empty->setText(can ? tr("No conversation yet. Subscribe to a /connect/… or /cs/messages/… "
                              "channel to read along here; the monitor only listens.")
                         : tr("No conversation is in this capture: nothing was said on /connect/… "
                              "and /cs/messages/… channels."));
}

void ChatPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_follower.setActive(true);
}

void ChatPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_follower.setActive(false);
}

void ChatPane::build()
{
    m_empty->setObjectName(u"chatEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_conversations->setObjectName(u"chatConversations"_s);
    m_conversations->setAccessibleName(tr("Conversations"));
    m_conversations->setFrameShape(QFrame::NoFrame);
    m_conversations->setItemDelegate(new RoomyDelegate(m_conversations));
    m_conversations->setTextElideMode(Qt::ElideRight);
    m_conversations->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_transcript->setObjectName(u"chatTranscript"_s);
    m_transcript->setAccessibleName(tr("Transcript"));
    m_transcript->setModel(m_model);
    m_transcript->setItemDelegate(new TranscriptDelegate(*m_model, m_transcript));
    m_transcript->setFrameShape(QFrame::NoFrame);
    m_transcript->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_transcript->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_transcript->setResizeMode(QListView::Adjust);
    m_transcript->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_conversations);
    splitter->addWidget(m_transcript);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

void ChatPane::update()
{
    const QList<ChatConversation> &talks = m_log.conversations();
    m_pages->setCurrentIndex(talks.isEmpty() ? 0 : 1);
    for (qsizetype i = 0; i < talks.size(); ++i) {
        if (i == m_conversations->count())
            m_conversations->addItem(QString());
        const QString title = titleOf(talks.at(i));
        m_conversations->item(int(i))->setText(title);
        m_conversations->item(int(i))->setToolTip(toolTipText(title));
    }
    if (m_conversations->currentRow() < 0 && !talks.isEmpty())
        m_conversations->setCurrentRow(0); // shows its transcript
    else
        showTranscript();
}

void ChatPane::showTranscript()
{
    const int index = m_conversations->currentRow();
    if (index < 0)
        return;
    const ChatConversation &talk = m_log.conversations().at(index);
    const QScrollBar *bar = m_transcript->verticalScrollBar();
    const bool wasAtEnd = bar->value() == bar->maximum();
    m_model->setLines(talk.id, talk.lines);
    if (wasAtEnd)
        m_transcript->scrollToBottom();
}

} // namespace amb
