// SPDX-License-Identifier: MIT
#include "core/doctor/doctor.h"
#include "core/doctor/reporttext.h"
#include "core/doctor/reportwords.h"

#include <QLocale>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = ReportWords;

constexpr auto style = R"(
:root { color-scheme: light dark; --line: #d0d4da; --quiet: #5c6470; --good: #1a7f37;
  --warn: #955f00; --bad: #c0262d; --back: #f6f7f9; --text: #1b1f24; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --quiet: #9aa4b0; --good: #6bc46d;
  --warn: #e3b341; --bad: #ff7b72; --back: #22272e; --text: #e6e9ed; --page: #1a1e23; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem; color: var(--text);
  background: var(--page); font: 15px/1.45 system-ui, "Noto Sans", "Segoe UI", sans-serif; }
h1 { font-size: 1.35rem; margin: 0 0 .2rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
p { margin: .4rem 0; } .quiet { color: var(--quiet); }
.verdict { border: 1px solid var(--line); border-left: .4rem solid var(--quiet);
  background: var(--back); padding: .9rem 1.1rem; margin: 1.2rem 0; }
.verdict.websocket { border-left-color: var(--good); }
.verdict.fallback { border-left-color: var(--warn); }
.verdict.broken { border-left-color: var(--bad); }
.verdict .grade { font-weight: 600; margin: 0 0 .3rem; } .verdict .said { font-size: 1.1rem; }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .25rem 1rem; margin: .8rem 0 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
dt.long, dd.long { grid-column: 1 / -1; } dt.long { margin-top: .3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0;
  border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
td.time, th.time { text-align: right; padding-right: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
.outcome { white-space: nowrap; font-weight: 600; }
.good { color: var(--good); } .warning { color: var(--warn); } .failed { color: var(--bad); }
.note, .skipped, .stopped { color: var(--quiet); }
section { border-top: 1px solid var(--line); padding: .8rem 0 .4rem; }
section h3 { font-size: 1rem; margin: 0 0 .2rem; }
pre { margin: .1rem 0 .5rem; padding: .5rem .7rem; background: var(--back); white-space: pre-wrap;
  overflow-wrap: anywhere; border: 1px solid var(--line);
  font: 12.5px/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .6rem; }
@media print {
  :root { color-scheme: light; --line: #bbb; --quiet: #444; --good: #14602a; --warn: #6f4700;
    --bad: #9a1c22; --back: #fff; --text: #000; --page: #fff; }
  @page { size: A4; margin: 16mm 15mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .verdict, tr, section h3, section > p { break-inside: avoid; }
  section h3, section > p, h2, dt.long { break-after: avoid; } pre { font-size: 8pt; }
  th, td { padding-top: .18rem; padding-bottom: .18rem; } h2 { margin-top: 1.2rem; }
}
)"_L1;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : u"<dt>%1</dt><dd>%2</dd>\n"_s.arg(escaped(name), escaped(value));
}

QString adviceHtml(const DoctorAdvice &advice)
{
    const QString rows = row(Words::tr("Likely cause"), advice.cause)
        + row(Words::tr("Next step"), advice.nextStep)
        + row(Words::tr("Ask the network team"), advice.ask) + row(Words::tr("See"), advice.kb);
    return rows.isEmpty() ? QString() : u"<dl>\n%1</dl>\n"_s.arg(rows);
}

QString classFor(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return u"good"_s;
    case StepOutcome::Warning:
        return u"warning"_s;
    case StepOutcome::Failed:
        return u"failed"_s;
    case StepOutcome::Note:
    case StepOutcome::Skipped:
    case StepOutcome::Stopped:
        break;
    }
    return u"note"_s;
}

QString classFor(Grade grade)
{
    switch (grade) {
    case Grade::WebSocket:
        return u"websocket"_s;
    case Grade::Fallback:
        return u"fallback"_s;
    case Grade::Broken:
        return u"broken"_s;
    case Grade::Untold:
        break;
    }
    return u"untold"_s;
}

QString signFor(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return u"✓"_s;
    case StepOutcome::Warning:
        return u"!"_s;
    case StepOutcome::Failed:
        return u"✗"_s;
    case StepOutcome::Note:
        return u"i"_s;
    case StepOutcome::Skipped:
    case StepOutcome::Stopped:
        break;
    }
    return u"–"_s;
}

QString timeText(const StepReport &step)
{
    return step.outcome == StepOutcome::Skipped
        ? QString()
        : Words::tr("%1 ms").arg(QLocale().toString(qint64(step.took.count())));
}

QString verdictHtml(const DoctorReport &report)
{
    const DoctorVerdict &verdict = report.verdict;
    QString html =
        u"<div class=\"verdict %1\">\n<p class=\"grade\">%2</p>\n<p class=\"said\">%3</p>\n"_s.arg(
            classFor(verdict.grade), escaped(gradeText(verdict.grade)), escaped(verdict.text));
    for (const QString &also : verdict.alsoTexts)
        html += u"<p>%1</p>\n"_s.arg(escaped(Words::tr("Also: %1").arg(also)));
    return html + adviceHtml(verdict.advice) + u"</div>\n"_s;
}

QString overviewHtml(const DoctorReport &report)
{
    QString html =
        u"<table>\n<thead><tr><th>%1</th><th>%2</th><th>%3</th><th class=\"time\">%4</th>"
        u"</tr></thead>\n<tbody>\n"_s.arg(escaped(Words::tr("Outcome")),
                                          escaped(Words::tr("Step")),
                                          escaped(Words::tr("What came back")),
                                          escaped(Words::tr("Time")));
    for (const StepReport &step : report.steps)
        html += u"<tr><td class=\"outcome %1\">%2 %3</td><td>%4</td><td>%5</td>"
                u"<td class=\"time\">%6</td></tr>\n"_s.arg(classFor(step.outcome),
                                                           signFor(step.outcome),
                                                           escaped(outcomeText(step.outcome)),
                                                           escaped(Doctor::titleOf(step.step)),
                                                           escaped(step.result),
                                                           escaped(timeText(step)));
    return html + u"</tbody>\n</table>\n"_s;
}

QString evidenceHtml(const Evidence &evidence)
{
    if (!evidence.value.contains(u'\n') && evidence.value.size() < 90)
        return row(evidence.name, evidence.value);
    return u"<dt class=\"long\">%1</dt><dd class=\"long\"><pre>%2</pre></dd>\n"_s.arg(
        escaped(evidence.name), escaped(evidence.value));
}

QString stepHtml(const StepReport &step)
{
    QString html = u"<section>\n<h3><span class=\"%1\">%2</span> %3</h3>\n<p>%4 %5</p>\n"_s.arg(
        classFor(step.outcome),
        signFor(step.outcome),
        escaped(Doctor::titleOf(step.step)),
        escaped(step.done),
        escaped(step.result));
    html += adviceHtml(step.advice);
    QString rows;
    for (const Evidence &evidence : step.evidence)
        rows += evidenceHtml(evidence);
    return html + (rows.isEmpty() ? QString() : u"<dl>\n%1</dl>\n"_s.arg(rows)) + u"</section>\n"_s;
}

} // namespace

QByteArray reportHtml(const DoctorReport &report)
{
    const QString title = Words::tr("Connection doctor: %1").arg(report.host);
    const QString begun = QLocale().toString(
        QDateTime::fromString(isoTime(report.begun), Qt::ISODate), QLocale::LongFormat);
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        u"<meta name=\"viewport\" content=\"width=device-width\">\n"
        u"<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n"_s.arg(escaped(title), style);
    html += u"<h1>%1</h1>\n<p class=\"quiet\">%2</p>\n"_s.arg(
        escaped(title),
        escaped(Words::tr("%1 · %2 · took %3 s")
                    .arg(report.address,
                         begun,
                         QLocale().toString(double(report.took.count()) / 1000, 'f', 1))));
    html += verdictHtml(report);
    html += u"<h2>%1</h2>\n"_s.arg(escaped(Words::tr("Steps"))) + overviewHtml(report);
    html += u"<h2>%1</h2>\n"_s.arg(escaped(Words::tr("Evidence")));
    for (const StepReport &step : report.steps) {
        if (step.outcome != StepOutcome::Skipped)
            html += stepHtml(step);
    }
    html += u"<footer class=\"quiet\">%1</footer>\n</body>\n</html>\n"_s.arg(
        escaped(Words::tr("Made by AMB Monitor %1. Values of cookies and credentials are masked; "
                          "names of hosts, cookies and headers are not.")
                    .arg(QLatin1StringView(AMB_VERSION))));
    return html.toUtf8();
}

} // namespace amb
