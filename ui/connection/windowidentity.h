// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace amb {

/// Which instance a window shows, and how it is told from the others.
struct WindowIdentity
{
    QString name; ///< empty: the instance's host
    QColor colour; ///< invalid: none
    bool isProduction = false; ///< real people work there: framed and marked
    /// Under what the settings of this instance are kept; empty: its address.
    QString settingsName{};
};

/// A saved instance as menus offer it.
struct RecentInstance
{
    QString id;
    QString name;
    QColor colour;
    bool isProduction = false;
};

} // namespace amb
