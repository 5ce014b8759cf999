// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMainWindow;

namespace amb {

/// An action as people find it in the menus.
struct ActionEntry
{
    QAction *action = nullptr;
    QString menu; ///< "View", "Messages › Time"
    QString title; ///< without mnemonic and dots
};

/// Every action in the menus of a window, in their order. Those without an objectName are of the
/// moment, as recent instances are, and belong only to lists of what can be done now.
QList<ActionEntry> actionsOf(const QMainWindow &window);

/// A text of a menu as it reads: without mnemonic and dots.
QString plainTitle(QString text);

/// The platform's key for something, or fallback where it has none.
QKeySequence standardKey(QKeySequence::StandardKey key, const QKeySequence &fallback);

} // namespace amb
