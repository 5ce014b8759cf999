// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace amb {

class MessageModel;
class MessageView;

/// The menu of the message list's columns: which are shown, and the user's own.
class ColumnActions : public QObject
{
    Q_OBJECT

public:
    /// Fills menu, and is the context menu of the view's header.
    ColumnActions(QMenu &menu, MessageView &view, MessageModel &model);

private:
    QAction *addToggle(int column);
    void followOwnColumns();
    void tell();
    void showHeaderMenu(const QPoint &position);
    /// Asks for a new column, or for what an own one is to be.
    void openDialog(std::optional<qsizetype> own);
    [[nodiscard]] QByteArray sample() const;

    QMenu &m_menu;
    MessageView &m_view;
    MessageModel &m_model;
    QList<QAction *> m_toggles; ///< one for each column
    QAction *m_separator;
    QAction *m_add;
};

} // namespace amb
