// SPDX-License-Identifier: MIT
#include "ui/messages/channelcolumn.h"

#include "ui/messages/messagemodel.h"

#include <QEvent>
#include <QTableView>

#include <algorithm>

namespace amb {

namespace {

constexpr int percentOfList = 20;

} // namespace

ChannelColumn::ChannelColumn(QTableView &view)
    : m_view(view)
    , m_usual(view.columnWidth(MessageModel::ChannelColumn))
    , m_given(m_usual)
{
    view.viewport()->installEventFilter(this);
}

bool ChannelColumn::isFitted() const
{
    return m_view.columnWidth(MessageModel::ChannelColumn) == m_given;
}

void ChannelColumn::fit()
{
    m_given =
        std::clamp(m_view.viewport()->width() * percentOfList / 100, m_usual * 3 / 4, m_usual * 2);
    m_view.setColumnWidth(MessageModel::ChannelColumn, m_given);
}

bool ChannelColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isFitted())
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace amb
