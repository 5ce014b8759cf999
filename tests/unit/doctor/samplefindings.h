// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorfindings.h"

namespace amb::test {

/// What a run finds where all is well, without the held connects.
DoctorFindings wellFindings();

/// The same where WebSocket is refused with a status; everything over HTTP works.
DoctorFindings refusedUpgrade(int status);

} // namespace amb::test
