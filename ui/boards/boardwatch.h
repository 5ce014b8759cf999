// SPDX-License-Identifier: MIT
#pragma once

#include "ui/boards/boardreader.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace amb {

class BoardPlayer;
class Monitor;

/// Watches task boards of an instance: subscribes to what their traffic comes on, then reads their
/// present state once; reads it again on demand.
class BoardWatch : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the watch.
    BoardWatch(Monitor &monitor, BoardPlayer &player, QObject *parent = nullptr);

    /// Subscribes to the board's channels; it is read when the instance has answered to all of
    /// them, so that nothing falls in between.
    void watch(const QString &board);
    /// Reads a board now.
    void read(const QString &board);

signals:
    /// isFirst: the reading is the one that begins a watch.
    void boardRead(const amb::BoardReading &reading, bool isFirst);
    void failed(const amb::Error &error);

private:
    void readWhenSubscribed();
    void watchTasks();

    Monitor &m_monitor;
    BoardPlayer &m_player;
    BoardReader m_reader;
    QTimer m_taskTimer;
    QString m_pending; // the board that is read when its channels are answered
    QList<QByteArray> m_pendingChannels;
    QSet<QString> m_boards; // that are watched
    QSet<QString> m_tasks; // that are watched
    bool m_isFirst = false;
};

} // namespace amb
