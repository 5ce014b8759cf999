// SPDX-License-Identifier: MIT
#include "ui/boards/boardhistoryview.h"

#include "ui/boards/boardwording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype mostLines = 500;
constexpr int rowRole = Qt::UserRole;

enum Column {
    TimeColumn,
    WhoColumn,
    WhatColumn,
};

} // namespace

BoardHistoryView::BoardHistoryView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_list(new QTreeWidget)
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(u"historyTitle"_s);
    m_facts->setObjectName(u"historyFacts"_s);
    m_facts->setTone(Tone::Quiet);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("History of the card or lane"));
    m_list->setHeaderLabels({tr("Time"), tr("Who"), tr("What")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setToolTip(tr("Select a line for its message; double-click it to see the board then."));
    m_list->header()->setSectionResizeMode(TimeColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(WhoColumn, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    // A board leaves room for messages on small screens.
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    // Time and person beside enough of what happened.
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(2);
    for (ElidedLabel *label : {m_title, m_facts}) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(8, 0, 8, 0);
        row->addWidget(label);
        layout->addLayout(row);
    }
    layout->addSpacing(2);
    layout->addWidget(m_list, 1);
    const auto rowOf = [](const QTreeWidgetItem *item) {
        return Row(item->data(TimeColumn, rowRole).toLongLong());
    };
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this, rowOf](auto *item) {
        if (item && !m_isFilling)
            emit rowRequested(rowOf(item));
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this, rowOf](auto *item) {
        emit momentRequested(rowOf(item));
    });
    clear();
}

void BoardHistoryView::setHistory(const QString &title,
                                  const QString &facts,
                                  const QList<BoardHappening> &history)
{
    const QScopedValueRollback guard(m_isFilling, true);
    m_title->setText(title);
    m_facts->setText(facts);
    m_list->clear();
    for (qsizetype i = 0; i < std::min(history.size(), mostLines); ++i)
        addLine(history.at(i));
    if (history.isEmpty()) {
        auto *item = new QTreeWidgetItem(m_list, {QString(), QString(), tr("No message yet")});
        item->setFlags(Qt::NoItemFlags);
    }
}

void BoardHistoryView::clear()
{
    const QScopedValueRollback guard(m_isFilling, true);
    m_title->setText(tr("History"));
    m_facts->setText(tr("Select a card or a lane to see what happened to it."));
    m_list->clear();
}

void BoardHistoryView::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void BoardHistoryView::addLine(const BoardHappening &happening)
{
    const QString what = happeningText(happening);
    auto *item = new QTreeWidgetItem(
        m_list, {clockText(happening.moment.time), happening.user.left(100), what});
    item->setData(TimeColumn, rowRole, qint64(happening.moment.row));
    item->setToolTip(WhatColumn, toolTipText(what));
}

} // namespace amb
