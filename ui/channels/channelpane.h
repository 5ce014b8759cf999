// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStringListModel;
class QToolButton;
class QVBoxLayout;

namespace amb {

class ChannelHabits;
class ChannelModel;
class ChannelTree;
class ChannelTreeView;
class ElidedLabel;
class QuietLine;

/// Where channels are subscribed to and where one sees what became of it.
class ChannelPane : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    ChannelPane(ChannelModel &model, ChannelHabits &habits, QWidget *parent = nullptr);

    /// Channels that are offered for completion and, while nothing is subscribed, as a click.
    void setKnownChannels(const QStringList &channels);
    void focusField();
    /// Selects the next channel that was refused, after the selected one and round.
    void goToRefused();
    /// Shows and selects a subscription as soon as it is in the list.
    void expect(const ChannelPattern &pattern);
    /// Shows the channels of a capture: there is nothing to subscribe to or to leave.
    void showCapture();
    /// The connection or a subscription changed: says anew whether they are quiet or dead.
    void updateQuiet();

signals:
    void discoverRequested();
    void subscribeRequested(const amb::ChannelPattern &pattern);
    void unsubscribeRequested(const amb::ChannelPattern &pattern);
    /// Only messages of these channels are wanted in the list.
    void filterRequested(const QStringList &channels);
    /// Something is to be published to a channel.
    void publishRequested(const QString &channel);
    /// To build a record watcher, beginning with a channel or with nothing.
    void watchRequested(const QString &start);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildField(QVBoxLayout *layout);
    void buildFind(QVBoxLayout *layout);
    void buildList();
    void buildFooter(QVBoxLayout *layout);
    [[nodiscard]] QWidget *buildEmptyPage();
    void fillSuggestions();
    void checkField();
    void submit();
    void unsubscribeSelected();
    void filterBySelected();
    void subscribeAgain();
    void showMenu(const QPoint &position);
    void updateState();
    void showExpected();
    [[nodiscard]] QString nothingFound() const;

    ChannelModel &m_model;
    ChannelHabits &m_habits;
    ChannelTree *m_tree;
    QStringListModel *m_completions;
    QStringList m_known;
    QLineEdit *m_field;
    QPushButton *m_subscribeButton;
    ElidedLabel *m_hint;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_discoverButton = nullptr;
    QStackedWidget *m_pages;
    QWidget *m_findRow;
    QLineEdit *m_find;
    QToolButton *m_treeButton;
    QToolButton *m_moreButton;
    ChannelTreeView *m_list;
    QLabel *m_notFound;
    QuietLine *m_quiet;
    QVBoxLayout *m_suggestions = nullptr;
    QPushButton *m_watchButton;
    QPushButton *m_unsubscribeButton;
    std::optional<ChannelPattern> m_expected;
    bool m_isCapture = false;
};

} // namespace amb
