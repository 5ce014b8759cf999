// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/monitor.h"
#include "ui/connection/windowidentity.h"

#include <QObject>

#include <memory>

namespace amb {

class MainWindow;

/// An instance that is open: its monitor, its window, and the demo instance where it is one; or a
/// capture that is shown. It shares nothing with others that are open.
class OpenInstance : public QObject
{
    Q_OBJECT

public:
    /// What it is made of; the capture gets a folder of its own.
    struct Parts
    {
        MonitorOptions options;
        QList<ChannelPattern> channels; ///< subscribed to at the start
        WindowIdentity identity;
        std::unique_ptr<DemoHost> demo;
    };

    /// Shows the window and starts. Fails where nothing can be recorded.
    static Result<std::unique_ptr<OpenInstance>> open(Parts parts);
    /// Shows a window on a capture that was recorded before.
    static std::unique_ptr<OpenInstance> show(std::unique_ptr<CaptureStore> capture,
                                              const WindowIdentity &identity);
    ~OpenInstance() override;

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] Monitor &monitor() const { return *m_monitor; }

signals:
    void ended(); ///< the window was closed, and the goodbye is said

private:
    OpenInstance(std::unique_ptr<DemoHost> demo, std::unique_ptr<Monitor> monitor);
    void openWindow(const QStringList &channels, const WindowIdentity &identity);
    void sayGoodbye();

    std::unique_ptr<DemoHost> m_demo; // until the goodbye is said
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window; // before the monitor it shows is gone
    bool m_hasEnded = false;
};

} // namespace amb
