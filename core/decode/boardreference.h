// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>

namespace amb {

/// The sys_id of the task board that somebody pasted: the sys_id itself, or the address of a page
/// that shows the board, in any of the forms that browsers have in their address bar. The Error
/// says what is missing.
Result<QString> boardSysId(const QString &pasted);

} // namespace amb
