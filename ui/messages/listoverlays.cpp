// SPDX-License-Identifier: MIT
#include "ui/messages/listoverlays.h"

#include "ui/messages/messagemodel.h"
#include "ui/widgets/emptytext.h"
#include "ui/widgets/wording.h"

#include <QAbstractItemView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace amb {

ListOverlays::ListOverlays(const MessageModel &model, QAbstractItemView &list)
    : QObject(&list)
    , m_model(model)
    , m_list(list)
    , m_follow(new QPushButton(&list))
    , m_pause(new QPushButton(&list))
    , m_empty(new EmptyText(list))
{
    m_empty->setObjectName(u"messagesEmpty"_s);
    m_follow->setObjectName(u"followButton"_s);
    m_follow->setToolTip(tr("Go to the newest message and follow (End)"));
    m_follow->hide();
    m_pause->setObjectName(u"pauseButton"_s);
    m_pause->setToolTip(tr("Go on and show what waits"));
    m_pause->hide();
    connect(m_follow, &QPushButton::clicked, this, &ListOverlays::followRequested);
    connect(m_pause, &QPushButton::clicked, this, &ListOverlays::goOnRequested);
}

void ListOverlays::setEmptyText(const QString &text)
{
    m_emptyText = text;
    place();
}

bool ListOverlays::isEmptyShown() const
{
    return m_empty->isVisibleTo(m_list.viewport());
}

void ListOverlays::offerToFollow(int below, qint64 fresh)
{
    QString words = below > 0 ? tr("%1 below").arg(numberText(below)) : tr("Follow Newest");
    if (fresh > 0)
        words += u" · "_s + tr("%1 new").arg(numberText(fresh));
    m_follow->setText(u"▼  "_s + words);
    m_follow->setAccessibleName(tr("%1, go to the newest message").arg(words));
    m_follow->show();
    place();
}

void ListOverlays::hideFollow()
{
    m_follow->hide();
}

void ListOverlays::showPause()
{
    m_pause->setVisible(m_model.isPaused());
    const qint64 waiting = m_model.waitingCount();
    const QString text =
        waiting == 0 ? tr("Paused") : tr("Paused · %1 waiting").arg(numberText(waiting));
    m_pause->setText(u"▶  "_s + text);
    m_pause->setAccessibleName(tr("%1, go on").arg(text));
    place();
}

std::optional<int> ListOverlays::followTop() const
{
    return m_follow->isHidden() ? std::nullopt
                                : std::optional(m_follow->y() - m_list.viewport()->y());
}

void ListOverlays::place()
{
    m_empty->showText(m_model.rowCount() == 0 ? emptyWords() : QString());
    const QRect area = m_list.viewport()->geometry();
    for (QPushButton *button : {m_follow, m_pause}) {
        const QSize hint = button->sizeHint();
        // Never narrower than it was: the text grows and shrinks with every batch.
        const QSize size(std::max(hint.width(), button->width()), hint.height());
        button->setGeometry(area.center().x() - size.width() / 2,
                            area.bottom() - size.height() - 10,
                            size.width(),
                            size.height());
    }
}

QString ListOverlays::emptyWords() const
{
    if (!m_model.isFiltered())
        return m_emptyText;
    if (m_model.isSearching())
        return tr("Searching…");
    if (m_model.timeRange())
        return tr("No message of the chosen time matches. Esc in the chart shows the messages of "
                  "all times again.");
    if (!m_model.hasFilter())
        return tr("Nothing to show yet: the channels with messages are muted, or others are solo.");
    return tr("No message matches the filter yet. Esc in the filter shows all messages again.");
}

} // namespace amb
