// SPDX-License-Identifier: MIT
#include "core/doctor/reporttext.h"

#include "core/doctor/doctor.h"
#include "core/doctor/reportwords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = ReportWords;

QString signFor(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return u"[ ok ]"_s;
    case StepOutcome::Note:
        return u"[note]"_s;
    case StepOutcome::Warning:
        return u"[warn]"_s;
    case StepOutcome::Failed:
        return u"[FAIL]"_s;
    case StepOutcome::Skipped:
        return u"[ -- ]"_s;
    case StepOutcome::Stopped:
        return u"[stop]"_s;
    }
    return {};
}

QString outcomeKey(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return u"good"_s;
    case StepOutcome::Note:
        return u"note"_s;
    case StepOutcome::Warning:
        return u"warning"_s;
    case StepOutcome::Failed:
        return u"failed"_s;
    case StepOutcome::Skipped:
        return u"skipped"_s;
    case StepOutcome::Stopped:
        return u"stopped"_s;
    }
    return {};
}

QString gradeKey(Grade grade)
{
    switch (grade) {
    case Grade::WebSocket:
        return u"websocket"_s;
    case Grade::Fallback:
        return u"fallback"_s;
    case Grade::Broken:
        return u"broken"_s;
    case Grade::Untold:
        return u"untold"_s;
    }
    return {};
}

QJsonObject adviceJson(const DoctorAdvice &advice)
{
    QJsonObject json;
    const auto add = [&json](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    add("cause"_L1, advice.cause);
    add("nextStep"_L1, advice.nextStep);
    add("kb"_L1, advice.kb);
    add("askNetworkTeam"_L1, advice.ask);
    return json;
}

QJsonObject stepJson(const StepReport &step)
{
    QJsonArray evidence;
    for (const Evidence &each : step.evidence)
        evidence.append(QJsonObject{{"name"_L1, each.name}, {"value"_L1, each.value}});
    QJsonObject json{{"step"_L1, stepKey(step.step)},
                     {"title"_L1, Doctor::titleOf(step.step)},
                     {"outcome"_L1, outcomeKey(step.outcome)},
                     {"done"_L1, step.done},
                     {"result"_L1, step.result},
                     {"begun"_L1, isoTime(step.begun)},
                     {"milliseconds"_L1, qint64(step.took.count())},
                     {"evidence"_L1, evidence}};
    if (!step.advice.isEmpty())
        json.insert("advice"_L1, adviceJson(step.advice));
    return json;
}

} // namespace

QString outcomeText(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return Words::tr("good");
    case StepOutcome::Note:
        return Words::tr("note");
    case StepOutcome::Warning:
        return Words::tr("warning");
    case StepOutcome::Failed:
        return Words::tr("failed");
    case StepOutcome::Skipped:
        return Words::tr("not tested");
    case StepOutcome::Stopped:
        return Words::tr("stopped");
    }
    return {};
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::WebSocket:
        return Words::tr("Works over WebSocket");
    case Grade::Fallback:
        return Words::tr("Works by fallback, over long-polling");
    case Grade::Broken:
        return Words::tr("Does not work");
    case Grade::Untold:
        return Words::tr("Not tested to the end");
    }
    return {};
}

QString stepLine(const StepReport &step)
{
    const QString time = step.outcome == StepOutcome::Skipped
        ? QString()
        : Words::tr("%1 ms").arg(QLocale().toString(qint64(step.took.count())));
    return u"%1 %2 %3  %4"_s.arg(signFor(step.outcome),
                                 Doctor::titleOf(step.step).leftJustified(36),
                                 time.rightJustified(9),
                                 step.result);
}

QString adviceText(const DoctorAdvice &advice)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines += u"%1: %2"_s.arg(name, value);
    };
    add(Words::tr("Likely cause"), advice.cause);
    add(Words::tr("Next step"), advice.nextStep);
    add(Words::tr("Ask the network team"), advice.ask);
    add(Words::tr("See"), advice.kb);
    return lines.join(u'\n');
}

QString verdictText(const DoctorVerdict &verdict)
{
    QStringList lines{verdict.text};
    for (const QString &also : verdict.alsoTexts)
        lines += Words::tr("Also: %1").arg(also);
    lines += adviceText(verdict.advice);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString reportSummary(const DoctorReport &report)
{
    QStringList lines{
        Words::tr("Connection doctor: %1, %2").arg(report.address, isoTime(report.begun)),
        {},
        verdictText(report.verdict),
        {}};
    for (const StepReport &step : report.steps)
        lines += stepLine(step);
    lines += QString();
    lines += Words::tr("AMB Monitor %1; values of cookies and credentials are left out.")
                 .arg(QLatin1StringView(AMB_VERSION));
    return lines.join(u'\n') + u'\n';
}

QByteArray reportJson(const DoctorReport &report)
{
    QJsonArray steps;
    for (const StepReport &step : report.steps)
        steps.append(stepJson(step));
    QJsonArray also;
    for (const Situation situation : report.verdict.also)
        also.append(situationKey(situation));
    QJsonObject verdict{{"situation"_L1, situationKey(report.verdict.situation)},
                        {"grade"_L1, gradeKey(report.verdict.grade)},
                        {"text"_L1, report.verdict.text},
                        {"also"_L1, also},
                        {"advice"_L1, adviceJson(report.verdict.advice)}};
    if (report.verdict.step)
        verdict.insert("step"_L1, stepKey(*report.verdict.step));
    const QJsonObject json{{"format"_L1, 1},
                           {"program"_L1, u"AMB Monitor " AMB_VERSION ""_s},
                           {"address"_L1, report.address},
                           {"begun"_L1, isoTime(report.begun)},
                           {"milliseconds"_L1, qint64(report.took.count())},
                           {"verdict"_L1, verdict},
                           {"steps"_L1, steps}};
    return QJsonDocument(json).toJson();
}

Result<bool> saveReport(const DoctorReport &report, const QString &path)
{
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    if (!isJson && !path.endsWith(".html"_L1, Qt::CaseInsensitive)
        && !path.endsWith(".htm"_L1, Qt::CaseInsensitive))
        return Error{
            ErrorKind::Input,
            Words::tr("A report is saved as .html or .json; give “%1” one of these endings.")
                .arg(path),
            {}};
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(isJson ? reportJson(report) : reportHtml(report)) >= 0 && file.commit();
    if (!isWritten)
        return Error{ErrorKind::Storage,
                     Words::tr("The report cannot be written to “%1”: %2. Choose another place.")
                         .arg(path, file.errorString()),
                     {}};
    return true;
}

} // namespace amb
