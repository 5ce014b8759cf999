// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/connectionstatus.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace amb {

class ConnectionStrip;
class EventList;
class HistoryModel;

/// The history of the connection: a strip over time, and what happened, in words.
class HistoryPane : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the pane. instance is named where the history is copied.
    HistoryPane(HistoryModel &model, QString instance, QWidget *parent = nullptr);

    void setStatus(const ConnectionStatus &status);
    /// There is no connection now: a capture tells of one that was.
    void showCapture();
    /// The history as text, for a ticket.
    [[nodiscard]] QString text() const;

signals:
    void rowRequested(amb::Row row); ///< the user wants to see an entry among the messages
    void reconnectRequested();

private:
    void build();
    void follow();

    HistoryModel &m_model;
    QString m_instance;
    ConnectionStatus m_status;
    ConnectionStrip *m_strip;
    EventList *m_list;
    QLabel *m_empty;
    QPushButton *m_reconnect;
};

} // namespace amb
