// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace amb {

/// \name What filters ask of a message's JSON
/// False for what is no JSON. Looked for at every depth, since each family of channels has its own
/// shape (amb.md § 7).
/// @{

/// Whether a user that the message names contains that text: who sent it, who changed the record,
/// who is present, whoever's letters' case.
bool namesUser(QByteArrayView message, const QString &user);
/// Whether the message is about a record of that table.
bool namesTable(QByteArrayView message, const QString &table);
/// Whether the message says that this field of its record changed.
bool saysChanged(QByteArrayView message, const QString &field);

/// @}

} // namespace amb
