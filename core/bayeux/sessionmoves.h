// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

namespace amb {

/// Whether a session may go from one state to another. The one table of legal moves.
bool isLegalMove(ConnectionState from, ConnectionState to);

} // namespace amb
