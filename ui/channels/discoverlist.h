// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "ui/channels/discovermodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace amb {

/// One list of discovered channels that can be searched; in its place, while there is none, what it
/// waits for, what went wrong, or why it is empty.
class DiscoverList : public QWidget
{
    Q_OBJECT

public:
    explicit DiscoverList(QWidget *parent = nullptr);

    void setEmptyText(const QString &text);
    void showProgress(const QString &text);
    void showError(const Error &error);
    void setChannels(const QList<DiscoveredChannel> &channels);
    void setSubscriptions(const QList<SubscriptionInfo> &subscriptions);
    /// Shows the channels alone that contain text somewhere.
    void search(const QString &text);

    /// Null while no channel is chosen.
    [[nodiscard]] const DiscoveredChannel *current() const;
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] const DiscoverModel &model() const { return *m_model; }
    void focusList();

signals:
    void currentChanged();
    void activated(); ///< the current channel, by Return or double click
    void countChanged();
    void retryRequested();

private:
    void buildView();
    QWidget *buildMessage();
    void showPage();

    enum class State : quint8 {
        Progress,
        Failed,
        Listed,
    };

    DiscoverModel *m_model;
    QSortFilterProxyModel *m_found;
    QStackedWidget *m_pages;
    QTreeView *m_view;
    QLabel *m_sign;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_retryButton;
    QString m_emptyText;
    QString m_stateText; // of progress or failure
    State m_state = State::Progress;
};

} // namespace amb
