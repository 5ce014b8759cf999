// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorverdict.h"
#include "core/message.h"

#include <QCoreApplication>
#include <QString>

namespace amb {

/// The context of the reports' texts for translators.
struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(amb::DoctorReport)
};

/// A short name for scripts, e.g. "upgrade".
QString stepKey(DoctorStep step);

/// Local time with its offset, ISO 8601.
QString isoTime(Timestamp time);

} // namespace amb
