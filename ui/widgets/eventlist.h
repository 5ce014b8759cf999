// SPDX-License-Identifier: MIT
#pragma once

#include <QTreeView>

namespace amb {

/// A plain list of what happened, newest last, which follows the newest line until somebody goes to
/// another one.
class EventList : public QTreeView
{
    Q_OBJECT

public:
    /// widths has how many digits wide each column is but the last, which takes the rest. The model
    /// must outlive the list.
    EventList(QAbstractItemModel &model, const QList<int> &widths, QWidget *parent = nullptr);

    /// Goes to the newest line where it is to be followed.
    void follow();
};

} // namespace amb
