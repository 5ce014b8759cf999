// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace amb {

/// Filters that the user keeps, newest first. The same in all windows, and after a restart.
class SavedFilters : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QStringList all() const;
    /// Puts a filter in front; one that is there already moves.
    void add(const QString &filter);
    void remove(const QString &filter);

private:
    mutable QSettings m_settings;
};

} // namespace amb
