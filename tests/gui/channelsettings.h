// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace amb {

/// Settings of a test go to a folder of their own, gone when the program ends.
inline void keepChannelSettingsApart()
{
    static const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(QStringLiteral("amb-monitor-test"));
    QCoreApplication::setApplicationName(QStringLiteral("amb-monitor-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

} // namespace amb
