// SPDX-License-Identifier: MIT
#include "app/doctorcommand.h"

#include "core/doctor/reporttext.h"
#include "core/monitor.h"

#include <QFileInfo>

#include <cstdio>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr int reportFailed = 2;

int exitCodeFor(Grade grade)
{
    switch (grade) {
    case Grade::WebSocket:
        return 0;
    case Grade::Fallback:
        return 1;
    case Grade::Untold:
        return 3;
    case Grade::Broken:
        break;
    }
    return 4;
}

void print(const QString &text)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(text));
    std::fflush(stdout); // each step is to be seen as it ends, also through a pipe
}

DoctorOptions doctorOptions(const MonitorOptions &monitor, bool withHold)
{
    DoctorOptions options;
    options.address = monitor.address;
    options.credentials = monitor.credentials;
    options.network = monitor.network;
    options.patience = monitor.networkDelay;
    options.withHold = withHold;
    return options;
}

} // namespace

void DoctorCommand::addTo(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"doctor"_s,
         tr("Test the connection step by step and say what is wrong. Exit codes: 0 works over "
            "WebSocket, 1 by fallback, 4 does not work.")},
        {u"report"_s, tr("With --doctor: write a report, .html or .json."), u"FILE"_s},
        {u"hold"_s,
         tr("With --doctor: also hold a quiet connection for its full time, half a minute.")},
    });
}

bool DoctorCommand::isAsked(const QCommandLineParser &parser)
{
    return parser.isSet(u"doctor"_s) || parser.isSet(u"report"_s) || parser.isSet(u"hold"_s);
}

Result<DoctorCommand::Options> DoctorCommand::read(const QCommandLineParser &parser)
{
    const auto wrong = [](const QString &words) {
        return Error{ErrorKind::Input, words, {}};
    };
    if (!parser.isSet(u"doctor"_s))
        return wrong(tr("--report and --hold go with --doctor."));
    if (parser.isSet(u"publish"_s) || parser.isSet(u"subscribe"_s) || parser.isSet(u"record"_s))
        return wrong(tr("--doctor neither subscribes, publishes nor records; leave those away."));
    Options options;
    options.withHold = parser.isSet(u"hold"_s);
    options.withEvidence = parser.isSet(u"v"_s);
    options.report = parser.value(u"report"_s);
    const QString ending = QFileInfo(options.report).suffix().toLower();
    if (parser.isSet(u"report"_s) && ending != "html"_L1 && ending != "htm"_L1
        && ending != "json"_L1)
        return wrong(
            tr("--report takes a file that ends in .html or .json, not “%1”.").arg(options.report));
    return options;
}

DoctorCommand::DoctorCommand(const MonitorOptions &monitor, Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_doctor(doctorOptions(monitor, m_options.withHold))
{
    connect(&m_doctor, &Doctor::stepFinished, this, &DoctorCommand::printStep);
    connect(&m_doctor, &Doctor::finished, this, &DoctorCommand::conclude);
}

void DoctorCommand::start()
{
    m_doctor.start();
}

void DoctorCommand::stop()
{
    m_doctor.stop();
}

void DoctorCommand::printStep(const StepReport &step) const
{
    print(stepLine(step));
    if (!m_options.withEvidence)
        return;
    for (const Evidence &evidence : step.evidence) {
        const QString indented = QString(evidence.value).replace(u'\n', u"\n           "_s);
        print(u"       %1: %2"_s.arg(evidence.name, indented));
    }
}

void DoctorCommand::conclude(const DoctorReport &report)
{
    print(u'\n' + gradeText(report.verdict.grade) + u".\n"_s + verdictText(report.verdict));
    int code = exitCodeFor(report.verdict.grade);
    if (!m_options.report.isEmpty()) {
        const auto saved = saveReport(report, m_options.report);
        if (saved) {
            std::fprintf(
                stderr, "ambcat: %s\n", qUtf8Printable(tr("Report: %1").arg(m_options.report)));
        } else {
            std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(saved.error().text));
            code = reportFailed;
        }
    }
    emit finished(code);
}

} // namespace amb
