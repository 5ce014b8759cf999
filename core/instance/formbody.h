// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace amb {

inline const QByteArray formContentType = QByteArrayLiteral("application/x-www-form-urlencoded");

/// The fields of a form as the body of a POST. Everything but letters, digits and `-._~` is
/// percent-encoded, `+` and `&` in a password too.
QByteArray formBody(const QList<std::pair<QByteArray, QByteArray>> &fields);

} // namespace amb
