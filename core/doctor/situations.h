// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorverdict.h"

#include <span>

namespace amb {

/// When a situation is so, and at which step it shows.
struct SituationRule
{
    Situation situation;
    DoctorStep step;
    bool (*holds)(const DoctorFindings &findings);
    /// Can be so beside another trouble without contradicting it.
    bool mayAccompany = false;
};

/// All rules; the first that holds names the trouble. In the order of the layers, since nothing can
/// be said of a layer while one below it does not work.
std::span<const SituationRule> situationRules();

/// How well the instance can be used.
Grade gradeOf(const DoctorFindings &findings);

} // namespace amb
