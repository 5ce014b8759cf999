// SPDX-License-Identifier: MIT
#include "ui/window/windowdialogs.h"

#include "core/doctor/doctor.h"
#include "core/instance/tablecatalog.h"
#include "core/monitor.h"
#include "ui/channels/discoverdialog.h"
#include "ui/doctor/doctorwindow.h"
#include "ui/watchers/watchdialog.h"

namespace amb {

namespace {

void present(QWidget &dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

WindowDialogs::WindowDialogs(Monitor &monitor, QWidget &window)
    : QObject(&window)
    , m_monitor(monitor)
    , m_window(window)
    , m_catalog(new TableCatalog(
          [&monitor](const TableRequest &request) { return monitor.readTable(request); }, this))
{
    connect(&monitor, &Monitor::tableRead, m_catalog, &TableCatalog::take);
}

void WindowDialogs::openDoctor()
{
    if (!m_doctor)
        m_doctor = new DoctorWindow(m_monitor.makeDoctor(), &m_window);
    present(*m_doctor);
    m_doctor->start();
}

void WindowDialogs::openDiscovery()
{
    if (!m_discovery) {
        m_discovery = new DiscoverDialog(m_monitor, &m_window);
        m_discovery->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_discovery,
                &DiscoverDialog::subscribeRequested,
                this,
                &WindowDialogs::subscribeRequested);
        connect(m_discovery, &DiscoverDialog::watchRequested, this, [this] { openWatch(); });
    }
    present(*m_discovery);
}

void WindowDialogs::openWatch(const QString &start)
{
    auto *dialog = new WatchDialog(*m_catalog, &m_window);
    connect(dialog, &WatchDialog::subscribeRequested, this, &WindowDialogs::subscribeRequested);
    if (!start.isEmpty())
        dialog->paste(start);
    dialog->show();
}

} // namespace amb
