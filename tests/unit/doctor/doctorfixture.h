// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/doctor/doctor.h"

namespace amb::test {

/// The options of a run at an address, as the demo instance's user, with little patience.
DoctorOptions doctorAt(const QUrl &url);

/// A demo instance without its scenario.
DemoOptions demoWith(const QString &faults);

/// Runs the doctor to its end; an empty report when it does not come to one.
DoctorReport examine(const DoctorOptions &options);

/// The report of a step; one that was skipped when there is none.
StepReport stepOf(const DoctorReport &report, DoctorStep step);

/// The whole report for the message of a failed test.
QByteArray told(const DoctorReport &report);

} // namespace amb::test

/// Compares situation and grade of a verdict; on failure the whole report is shown.
#define COMPARE_VERDICT(report, expectedSituation, expectedGrade)                                  \
    QVERIFY2(amb::situationKey((report).verdict.situation) == QLatin1StringView(expectedSituation) \
                 && (report).verdict.grade == (expectedGrade),                                     \
             amb::test::told(report).constData())
