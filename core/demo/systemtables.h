// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demotables.h"

#include <QByteArray>
#include <QList>

namespace amb {

/// Who has subscribed to what, right now.
struct BusPresence
{
    QByteArray clientId;
    QByteArray sessionId;
    QString user; ///< empty: nobody is signed in
    QByteArray channel;
};

/// The tables of a demo instance that tell of the instance itself: its channels, its tables and
/// their fields (amb.md § 6).
namespace systemtables {

[[nodiscard]] bool isThere(const QString &table);
/// Whether a table takes the role admin.
[[nodiscard]] bool isForAdmins(const QString &table);
/// The records of a table that is there.
[[nodiscard]] QList<DemoRecord> records(const QString &table, const QList<BusPresence> &presences);

} // namespace systemtables

} // namespace amb
