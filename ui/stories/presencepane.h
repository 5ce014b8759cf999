// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/presencelog.h"
#include "ui/widgets/capturefollower.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

class CaptureStore;

/// Who is on which record now, who types where, and who was seen last when. Reads the traffic only
/// while it is visible, and never shows the monitor itself to others.
class PresencePane : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the pane.
    explicit PresencePane(const CaptureStore &store, QWidget *parent = nullptr);

    /// Whether there is an instance on which one can subscribe to what would fill it.
    void setCanSubscribe(bool can);
    void appendRows() { m_follower.follow(); }
    /// Whether traffic still comes: then people age by the clock, else by the newest message.
    void setLive(bool live);

signals:
    /// The message of a row is to be shown in the list.
    void rowRequested(amb::Row row);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void read(Row row, const RowInfo &info);
    void update();
    static void fillRecord(QTreeWidgetItem &item, const PresenceRecord &record, Timestamp moment);

    const CaptureStore &m_store;
    PresenceLog m_log;
    CaptureFollower m_follower;
    QTimer m_ageing;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    QTreeWidget *m_tree;
    QSet<QString> m_folded; // records whose people the user does not want to see
    Timestamp m_newest;
    bool m_isLive = false;
};

} // namespace amb
