// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"

#include <QList>
#include <QTreeWidget>

namespace amb {

class EmptyText;

/// The saved instances, one a row: opened by a double click or Enter, removed by Delete.
class InstanceList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit InstanceList(QWidget *parent = nullptr);

    /// Keeps the current one where it is still there.
    void setProfiles(const QList<Profile> &profiles);
    /// The id of the current one; empty: there is none.
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString currentName() const;

signals:
    void openRequested(const QString &id);
    void removeRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    EmptyText *m_empty;
};

} // namespace amb
