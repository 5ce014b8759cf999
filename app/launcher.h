// SPDX-License-Identifier: MIT
#pragma once

#include "app/connectionoptions.h"
#include "app/quitsignals.h"

#include <QObject>

#include <memory>

namespace amb {

class MainWindow;
class StartPage;

/// Opens an instance in a window, or asks for one first; says goodbye when the window is closed.
class Launcher : public QObject
{
    Q_OBJECT

public:
    explicit Launcher(ConnectionOptions options);
    ~Launcher() override;

    /// Shows the first window.
    void launch();

private:
    void openStartPage();
    void openAddress(const QString &address, const QString &user, const QString &password);
    void openDemo();
    void open(const MonitorOptions &options);
    void showTrouble(const Error &error);
    void leave();

    QuitSignals m_quitSignals;
    ConnectionOptions m_options;
    std::unique_ptr<DemoHost> m_demo;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window; // before the monitor it shows is gone
    std::unique_ptr<StartPage> m_startPage;
};

} // namespace amb
