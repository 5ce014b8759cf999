// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QSettings>
#include <QStringList>
#include <QTimer>
#include <QTreeView>

class QMenu;

namespace amb {

class ChannelTree;

/// The list or tree of channels. Keeps selection, place and what is folded when the channels
/// change, and remembers across restarts which columns are shown and whether it is a tree.
class ChannelTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// The tree must outlive the view.
    explicit ChannelTreeView(ChannelTree &tree, QWidget *parent = nullptr);

    [[nodiscard]] ChannelTree &tree() const { return m_tree; }
    void setTree(bool isTree);
    /// Of all selected rows, those below a segment among them; each once, from top to bottom.
    [[nodiscard]] QList<ChannelPattern> selectedPatterns() const;
    /// Selects all rows that are subscribed to with these patterns.
    void selectPatterns(const QList<ChannelPattern> &patterns);
    /// Adds an item for each column that can be switched on.
    void addColumnsTo(QMenu &menu);
    void copyNames();

signals:
    void unsubscribeRequested();
    /// A double click or Return on a channel: its messages are wanted.
    void messagesRequested();
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void fitRefusals();
    void buildHeader();
    void restoreColumns();
    void showColumn(int column, bool isShown);
    void showHeaderWhereNeeded();
    void fitName();
    void keepPlace();
    void returnToPlace();
    void noteFolded(const QModelIndex &index, bool isFolded);
    void openUnfolded(const QModelIndex &parent);

    ChannelTree &m_tree;
    QSettings m_settings;
    QStringList m_folded; ///< keys of segments
    QStringList m_keptSelection;
    QString m_keptCurrent;
    int m_keptRow = -1;
    int m_keptScroll = 0;
    QTimer m_refusals;
    bool m_hasManyRefusals = false;
    bool m_isReturning = false;
};

} // namespace amb
