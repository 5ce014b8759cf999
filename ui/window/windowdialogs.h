// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace amb {

class DiscoverDialog;
class DoctorWindow;
class Monitor;
class TableCatalog;

/// The dialogs of a window that ask the instance: the connection doctor, discovery, and the builder
/// of record watchers. Each is made when it is first asked for.
class WindowDialogs : public QObject
{
    Q_OBJECT

public:
    /// The monitor must outlive it; the dialogs belong to window.
    WindowDialogs(Monitor &monitor, QWidget &window);

    void openDoctor(); ///< and starts it
    void openDiscovery();
    /// start, if any, is a channel, a query or an address to begin with.
    void openWatch(const QString &start = {});

signals:
    void subscribeRequested(const amb::ChannelPattern &pattern);

private:
    Monitor &m_monitor;
    QWidget &m_window;
    TableCatalog *m_catalog;
    QPointer<DoctorWindow> m_doctor;
    QPointer<DiscoverDialog> m_discovery;
};

} // namespace amb
