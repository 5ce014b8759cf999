// SPDX-License-Identifier: MIT
#pragma once

#include "core/publishoutcome.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

/// What was published to a production instance in this session, and what came of it, to be copied
/// into a change record or a ticket.
class PublishAuditDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PublishAuditDialog(QWidget *parent = nullptr);

    void add(PublishId id, const QString &channel, qsizetype size);
    /// Something that was asked for and not sent.
    void addDeclined(const QString &channel, qsizetype size);
    void setOutcome(const PublishOutcome &outcome);
    /// All lines, oldest first, separated by tabs.
    [[nodiscard]] QString text() const;

private:
    QTreeWidgetItem *addLine(const QString &channel, qsizetype size, const QString &outcome);

    QTreeWidget *m_list;
    QLabel *m_empty;
    QHash<quint64, QTreeWidgetItem *> m_pending;
};

} // namespace amb
