// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/dialect.h"

namespace amb {

/// What a ServiceNow instance adds to Bayeux (amb.md §§ 2, 5). Other servers send nothing that it
/// would take up, so it does for them as well.
Dialect instanceDialect();

/// The handshake's `ext` as the browser's client sends it.
QByteArray instanceHandshakeExt();

} // namespace amb
