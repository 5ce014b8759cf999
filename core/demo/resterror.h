// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

#include <QStringView>

namespace amb {

/// A refusal as the REST APIs of an instance word it:
/// `{"error":{"message":…,"detail":…},"status":"failure"}`.
HttpResponse restError(int status, QStringView message, QStringView detail);

} // namespace amb
