// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagetext.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace amb {

class MessageModel;
class MessageView;

/// The menu of the message list, and its context menus: following, pause, heartbeats, times,
/// columns, marks, highlighters and copies.
class MessageActions : public QObject
{
    Q_OBJECT

public:
    /// Fills menu. target is asked when a command is copied.
    MessageActions(QMenu &menu,
                   MessageView &view,
                   MessageModel &model,
                   std::function<CommandTarget()> target);

signals:
    /// The current message is to be kept beside the live one.
    void pinRequested(amb::Row row);
    /// Other messages are to be compared with the current one.
    void compareRequested(amb::Row row);
    /// The list is to be narrowed to a term of the filter language, or to all but that.
    void filterRequested(const QString &term, bool isLeftOut);

private:
    QAction *add(QMenu &menu, const QString &text, const QString &objectName);
    void addFollowing(QMenu &menu);
    void addMarks(QMenu &menu);
    void addTimes(QMenu &menu);
    void addCopies(QMenu &menu);
    void addInspection(QMenu &menu);
    void addFilters(QMenu &menu);
    void offerFilters();
    void copy(CopyForm form);
    void showContextMenu(const QPoint &position);

    MessageView &m_view;
    MessageModel &m_model;
    std::function<CommandTarget()> m_target;
    QMenu *m_copies = nullptr;
    QMenu *m_showOnly = nullptr;
    QMenu *m_leaveOut = nullptr;
    QAction *m_mark = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_compare = nullptr;
};

} // namespace amb
