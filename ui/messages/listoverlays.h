// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <optional>

class QAbstractItemView;
class QPushButton;

namespace amb {

class EmptyText;
class MessageModel;

/// What lies over the message list: the button that leads to the newest message, the one that ends
/// a pause, and the words of a list that is empty.
class ListOverlays : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ListOverlays(const MessageModel &model, QAbstractItemView &list);

    /// What is said while there is no message at all.
    void setEmptyText(const QString &text);
    /// Whether the words of an empty list are shown.
    [[nodiscard]] bool isEmptyShown() const;
    /// Offers to follow: so many rows are below what is shown, and so many of them are new.
    void offerToFollow(int below, qint64 fresh);
    void hideFollow();
    /// Says whether the list is paused, and how many rows wait.
    void showPause();
    /// Where the button that leads to the newest message begins in the viewport; nothing while it
    /// is hidden.
    [[nodiscard]] std::optional<int> followTop() const;
    /// Says what is to be said and puts all into its place.
    void place();

signals:
    void followRequested();
    void goOnRequested(); ///< the pause is to end

private:
    [[nodiscard]] QString emptyWords() const;

    const MessageModel &m_model;
    QAbstractItemView &m_list;
    QPushButton *m_follow;
    QPushButton *m_pause;
    EmptyText *m_empty;
    QString m_emptyText;
};

} // namespace amb
