// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspectorpage.h"

class QLabel;
class QTreeView;

namespace amb {

class JsonTreeModel;

/// A message as a tree of its JSON values.
class JsonTreePage : public InspectorPage
{
    Q_OBJECT

public:
    explicit JsonTreePage(QWidget *parent = nullptr);

    void setMessage(const InspectedMessage &message) override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyFont();
    void showError();
    void copyValue();
    void copyPath();
    void showMenu(const QPoint &position);

    JsonTreeModel *m_model;
    QTreeView *m_tree;
    QLabel *m_error;
};

} // namespace amb
