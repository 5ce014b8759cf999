// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorverdict.h"

namespace amb {

/// A situation in words.
struct VerdictWords
{
    QString inShort; ///< the first of the two sentences
    QString text; ///< both: what is so, and what that means for the messages
    DoctorAdvice advice;
};

/// What to say of a situation that the findings show.
VerdictWords wordsFor(Situation situation, Grade grade, const DoctorFindings &findings);

/// "13.2 s", "0.8 s".
QString secondsText(std::chrono::milliseconds time);

} // namespace amb
