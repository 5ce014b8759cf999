// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QWidget;

namespace amb {

/// Opens a window with the keys; returns at once.
void showShortcuts(QWidget *parent, const QList<std::pair<QString, QString>> &keys);
/// Opens a window with name, version and licence; returns at once.
void showAbout(QWidget *parent);

} // namespace amb
