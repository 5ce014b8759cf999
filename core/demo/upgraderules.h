// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

#include <optional>

namespace amb {

struct DemoFaults;

/// The reply to a request to upgrade that is refused; nothing when it is to be accepted
/// (amb.md §§ 1.1, 1.3, 8.3).
std::optional<HttpResponse> refusalOfUpgrade(const HttpRequest &request, const DemoFaults &faults);

} // namespace amb
