// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace amb {

/// Tells something outside of the window: by a notification of the desktop where there is a tray
/// for it, else by the window's entry in the task bar.
class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    /// It is about window, which must outlive it.
    explicit DesktopNotice(QWidget &window);

    /// Whether the desktop showed it; otherwise the window has to.
    bool show(const QString &title, const QString &text);

    /// What may be handed to a desktop, which could take it for markup: bounded and without tags.
    static QString harmless(const QString &text);

signals:
    void clicked();

private:
    QWidget &m_window;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace amb
