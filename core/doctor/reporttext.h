// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorreport.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace amb {

/// "good", "note", "warning", "failed", "skipped", "stopped", for people.
QString outcomeText(StepOutcome outcome);

/// How a verdict's grade is called: "works over WebSocket", …
QString gradeText(Grade grade);

/// A step in one line: sign, title, time and result.
QString stepLine(const StepReport &step);

/// What to do about something, a line each; empty where there is nothing to do.
QString adviceText(const DoctorAdvice &advice);

/// The verdict as text: its two sentences, what else was found, and what to do.
QString verdictText(const DoctorVerdict &verdict);

/// A summary to paste into a ticket: verdict, then a line for each step.
QString reportSummary(const DoctorReport &report);

/// A page of its own, without anything from elsewhere; prints well.
QByteArray reportHtml(const DoctorReport &report);

/// For scripts: everything, with stable names.
QByteArray reportJson(const DoctorReport &report);

/// Writes the report; the name's ending (.html or .json) says as what. The Error says why not.
Result<bool> saveReport(const DoctorReport &report, const QString &path);

} // namespace amb
