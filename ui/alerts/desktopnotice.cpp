// SPDX-License-Identifier: MIT
#include "ui/alerts/desktopnotice.h"

#include "core/oneline.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestText = 300;

} // namespace

DesktopNotice::DesktopNotice(QWidget &window)
    : QObject(&window)
    , m_window(window)
{ }

bool DesktopNotice::show(const QString &title, const QString &text)
{
    if (!m_window.isActiveWindow())
        QApplication::alert(&m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(m_window.windowIcon(), this);
        m_tray->setToolTip(QApplication::applicationDisplayName());
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &DesktopNotice::clicked);
        connect(m_tray, &QSystemTrayIcon::activated, this, &DesktopNotice::clicked);
    }
    m_tray->show();
    m_tray->showMessage(harmless(title), harmless(text));
    return true;
}

QString DesktopNotice::harmless(const QString &text)
{
    QString plain = oneLine(text, longestText);
    return plain.replace(u'<', u'‹').replace(u'>', u'›');
}

} // namespace amb
