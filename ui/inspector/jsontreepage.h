// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filteroffers.h"
#include "ui/inspector/inspectorpage.h"

#include <QList>

class QAction;
class QLabel;
class QTreeView;

namespace amb {

class FindBar;
class JsonTreeModel;

/// A message as a tree of its JSON values.
class JsonTreePage : public InspectorPage
{
    Q_OBJECT

public:
    explicit JsonTreePage(QWidget *parent = nullptr);

    void setMessage(const InspectedMessage &message) override;
    void focusFind();
    /// Goes to the next (1) or previous (-1) hit, round the end.
    void goToHit(int step);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void buildFind();
    void applyFont();
    void showError();
    void search();
    void showHit();
    void expandAll();
    void copyValue();
    void copyJson();
    void copyPath();
    [[nodiscard]] QList<FilterOffer> offers() const;
    void showMenu(const QPoint &position);

    JsonTreeModel *m_model;
    FindBar *m_find;
    QTreeView *m_tree;
    QLabel *m_error;
    QLabel *m_partLabel; ///< what is not expanded
    QAction *m_copyPath = nullptr;
    QAction *m_expandAll = nullptr;
    QAction *m_collapseAll = nullptr;
    QList<qsizetype> m_hits; ///< where values begin
    qsizetype m_hit = 0;
};

} // namespace amb
