// SPDX-License-Identifier: MIT
#pragma once

#include "app/launcher.h"
#include "ui/instances/profiledialog.h"
#include "ui/instances/startpage.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace amb {

/// A launcher as the program has it, with settings, saved instances and a keychain of its own.
class LauncherFixture
{
public:
    LauncherFixture();
    ~LauncherFixture();
    LauncherFixture(const LauncherFixture &) = delete;
    LauncherFixture &operator=(const LauncherFixture &) = delete;
    LauncherFixture(LauncherFixture &&) = delete;
    LauncherFixture &operator=(LauncherFixture &&) = delete;

    /// As `amb-monitor ARGUMENTS`. The keychain is in memory, or answers to nothing.
    void launch(const QStringList &arguments = {}, bool keychainAnswers = true);
    [[nodiscard]] Launcher &launcher() { return *m_launcher; }
    [[nodiscard]] MainWindow &window(size_t index) const;
    [[nodiscard]] Monitor &monitor(size_t index) const;
    [[nodiscard]] size_t windowCount() const { return m_launcher->instances().size(); }
    [[nodiscard]] StartPage &startPage() const;
    /// The dialog that is open, or null.
    [[nodiscard]] ProfileDialog *dialog() const { return top<ProfileDialog>(); }

    [[nodiscard]] ProfileStore store() const { return ProfileStore(m_path); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString storePath() const { return m_path; }
    /// A saved profile of a demo instance that runs: user demo, subscribed to /demo/one.
    Profile saved(const QString &name, DemoHost &demo);

    /// The one child with that name; the test ends when there is none.
    template <typename T>
    [[nodiscard]] static T &find(const QObject &parent, const QString &name)
    {
        auto *child = parent.findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    static void click(const QWidget &parent, const QString &button);
    /// Takes the place of what was in the field.
    static void type(const QWidget &parent, const QString &field, const QString &text);
    /// The text of an ElidedLabel.
    [[nodiscard]] static QString label(const MainWindow &window, const QString &name);

    template <typename T>
    [[nodiscard]] static T *top()
    {
        const auto widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *found = qobject_cast<T *>(widget))
                return found;
        }
        return nullptr;
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Launcher> m_launcher;
};

/// A demo instance that runs, without its scenario.
std::unique_ptr<DemoHost> quietDemo(const QString &faults = {});
QString urlOf(DemoHost &demo);

} // namespace amb
