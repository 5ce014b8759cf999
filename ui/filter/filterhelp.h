// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QTreeWidget;

namespace amb {

/// What a filter can say, with an example of each; an example can be tried at once.
class FilterHelp : public QDialog
{
    Q_OBJECT

public:
    explicit FilterHelp(QWidget *parent = nullptr);

signals:
    /// An example is to be the filter.
    void exampleChosen(const QString &filter);

private:
    void fill();

    QTreeWidget *m_list;
};

} // namespace amb
