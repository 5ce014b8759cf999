// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorfindings.h"
#include "core/doctor/httpprobe.h"

namespace amb {

/// What answers at an instance's address, by its first page and by its REST API, which an instance
/// answers with JSON, signed in or not, and a portal with a page.
HttpFindings readPages(const ProbeAnswer &page, const ProbeAnswer &rest, const QUrl &site);

} // namespace amb
