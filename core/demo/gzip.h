// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace amb {

/// Data in the gzip format (RFC 1952), as HTTP's Content-Encoding wants it.
QByteArray gzip(const QByteArray &data);

} // namespace amb
