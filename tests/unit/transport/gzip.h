// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace amb::test {

/// `data` in gzip format (RFC 1952).
QByteArray gzip(const QByteArray &data);

} // namespace amb::test
