// SPDX-License-Identifier: MIT
#include "doctorfixture.h"

#include "core/doctor/reporttext.h"

#include <QSignalSpy>

namespace amb::test {

DoctorOptions doctorAt(const QUrl &url)
{
    DoctorOptions options;
    const auto address = InstanceAddress::parse(url.toString());
    if (!address)
        qFatal("%s", qPrintable(address.error().text));
    options.address = *address;
    options.credentials = {
        Credentials::Kind::Password, QStringLiteral("demo"), QStringLiteral("demo"), {}};
    options.network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    options.patience = std::chrono::milliseconds(4000);
    return options;
}

DemoOptions demoWith(const QString &faults)
{
    DemoOptions options;
    options.playScenario = false;
    options.connectHold = std::chrono::milliseconds(1500);
    const auto parsed = DemoFaults::parse(faults);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().text));
    options.faults = *parsed;
    return options;
}

DoctorReport examine(const DoctorOptions &options)
{
    Doctor doctor(options);
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.start();
    constexpr int longest = 60'000;
    return finished.wait(longest) ? doctor.report() : DoctorReport{};
}

StepReport stepOf(const DoctorReport &report, DoctorStep step)
{
    for (const StepReport &each : report.steps) {
        if (each.step == step)
            return each;
    }
    return {};
}

QByteArray told(const DoctorReport &report)
{
    return '\n' + reportSummary(report).toUtf8() + situationKey(report.verdict.situation).toUtf8();
}

} // namespace amb::test
