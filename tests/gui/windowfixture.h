// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/monitor.h"
#include "ui/window/mainwindow.h"

#include <functional>
#include <memory>

class QTableView;

namespace amb {

/// A window on a monitor that is started on a demo instance of its own, without the scenario.
class WindowFixture
{
public:
    /// Settings of tests go to a folder of their own, gone when the program ends.
    static void keepSettingsApart();
    static void forgetSettings();

    explicit WindowFixture(const QString &faults = {},
                           const QString &password = QStringLiteral("demo"));
    ~WindowFixture();
    WindowFixture(const WindowFixture &) = delete;
    WindowFixture &operator=(const WindowFixture &) = delete;
    WindowFixture(WindowFixture &&) = delete;
    WindowFixture &operator=(WindowFixture &&) = delete;

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] Monitor &monitor() { return *m_monitor; }
    void setFaults(const DemoFaults &faults);
    /// Does something with the demo instance, in its own thread.
    void demo(const std::function<void(DemoInstance &)> &deed) { m_demo.run(deed); }
    void forgetClients(); ///< every client is unknown to the demo instance from now on
    /// Delivers to the subscribers of channel, as a server-side publish does.
    void deliver(const QByteArray &channel, const QByteArray &data);

    /// The one child with that name; the test ends when there is none.
    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = m_window->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    /// The text of an ElidedLabel.
    [[nodiscard]] QString label(const QString &name) const;
    /// Whether the message list has a row with that channel.
    [[nodiscard]] bool hasMessage(const QTableView &messages, const QString &channel) const;

private:
    DemoHost m_demo;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace amb
