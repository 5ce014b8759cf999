// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/actionlist.h"

#include <QHash>
#include <QObject>
#include <QSettings>

namespace amb {

/// The keys of a window's actions: those they were made with, and those that the user chose
/// instead. Chosen ones are kept; what cannot be read there changes nothing.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    /// Keeps the keys that the window's actions have now as their defaults.
    explicit Shortcuts(QMainWindow &window);

    /// Actions that can have a key, in the order of the menus.
    [[nodiscard]] QList<ActionEntry> entries() const;
    [[nodiscard]] bool isDefault(const QAction &action) const;
    [[nodiscard]] QKeySequence defaultKey(const QAction &action) const;
    /// Another action that has the key.
    [[nodiscard]] std::optional<ActionEntry> ownerOf(const QKeySequence &key,
                                                     const QAction &except) const;
    /// Why a key cannot be given to an action; empty when it can.
    [[nodiscard]] static QString objection(const QKeySequence &key);

    /// Gives a key to an action, and takes it from whichever had it. An empty one takes it away.
    void assign(QAction &action, const QKeySequence &key);
    void reset(QAction &action);
    void resetAll();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void set(QAction &action, const QKeySequence &key);
    void give(QAction &action, const QKeySequence &key) const;

    QMainWindow &m_window;
    QSettings m_settings;
    QHash<QString, QList<QKeySequence>> m_defaults; ///< by objectName
};

} // namespace amb
