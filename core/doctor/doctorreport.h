// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorverdict.h"
#include "core/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace amb {

/// How a step went.
enum class StepOutcome : quint8 {
    Good,
    Note, ///< fine, with something to know
    Warning, ///< works, but not as it should
    Failed,
    Skipped, ///< nothing to test, or something it needs has failed
    Stopped, ///< by the user
};

/// One fact of a step, as it was seen; values may have several lines. No secrets.
struct Evidence
{
    QString name;
    QString value;
};

/// What one step did and what came of it.
struct StepReport
{
    DoctorStep step{};
    StepOutcome outcome = StepOutcome::Skipped;
    QString done; ///< what was done, one sentence
    QString result; ///< what came back, one sentence
    DoctorAdvice advice; ///< empty where all is well
    QList<Evidence> evidence;
    Timestamp begun{};
    std::chrono::milliseconds took{};
};

/// A whole run, complete or stopped.
struct DoctorReport
{
    QString host;
    QString address; ///< of the bus, without credentials
    Timestamp begun{};
    std::chrono::milliseconds took{};
    QList<StepReport> steps;
    DoctorVerdict verdict;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::StepReport)
Q_DECLARE_METATYPE(amb::DoctorReport)
