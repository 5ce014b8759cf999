// SPDX-License-Identifier: MIT
#include "app/cat.h"
#include "app/decoderfolder.h"
#include "app/doctorcommand.h"
#include "app/quitsignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace amb;
using namespace Qt::StringLiterals;

int fail(ExitCode code, const QString &text)
{
    std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(text));
    return int(code);
}

int run(QCoreApplication &application, CatOptions options)
{
    std::unique_ptr<DemoHost> demo;
    if (options.connection.isDemo()) {
        auto started = options.connection.startDemo(!options.publishTo);
        if (!started)
            return fail(ExitCode::CannotConnect, started.error().text);
        demo = std::move(started).value();
    }
    // Rows wait on disk for their turn to be printed, however slow the reader of a pipe is.
    const QTemporaryDir scratch;
    MonitorOptions monitorOptions = options.connection.monitor();
    monitorOptions.capture.path = options.record.isEmpty() ? scratch.path() : options.record;
    monitorOptions.capture.singleFile = !options.record.isEmpty();
    auto created = Monitor::create(monitorOptions);
    if (!created)
        return fail(ExitCode::Usage, created.error().text);
    const std::unique_ptr<Monitor> monitor = std::move(created).value();

    const bool usesWords = options.format == CatOptions::Format::Text;
    Cat cat(*monitor, std::move(options));
    if (usesWords) {
        const UserDecoders user = readDecoders(decoderFolder());
        for (const QString &error : user.errors)
            std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(error));
        cat.setDecoders(user.decoders);
    }
    const QuitSignals quitSignals;
    QObject::connect(
        &quitSignals, &QuitSignals::quitRequested, &cat, [&cat] { cat.end(ExitCode::Done); });
    QObject::connect(&cat, &Cat::finished, &application, &QCoreApplication::exit);
    cat.start();
    return QCoreApplication::exec();
}

int examine(QCoreApplication &application, const QCommandLineParser &parser)
{
    auto doctorOptions = DoctorCommand::read(parser);
    if (!doctorOptions)
        return fail(ExitCode::Usage, doctorOptions.error().text);
    auto connection = ConnectionOptions::read(parser);
    if (!connection)
        return fail(ExitCode::Usage, connection.error().text);
    if (!connection->hasInstance())
        return fail(ExitCode::Usage,
                    Cat::tr("Give the address of an instance, or --demo. See --help."));
    std::unique_ptr<DemoHost> demo;
    if (connection->isDemo()) {
        auto started = connection->startDemo(false);
        if (!started)
            return fail(ExitCode::CannotConnect, started.error().text);
        demo = std::move(started).value();
    }
    DoctorCommand command(connection->monitor(), std::move(doctorOptions).value());
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, &command, &DoctorCommand::stop);
    QObject::connect(&command, &DoctorCommand::finished, &application, &QCoreApplication::exit);
    command.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"amb-monitor"_s);
    QCoreApplication::setApplicationName(u"ambcat"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(AMB_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(Cat::tr(
        "Shows what flows over a ServiceNow instance's message bus (AMB), or any Bayeux server, "
        "one line a message.\n\nExit codes: 0 done, 2 usage, 3 timed out, 4 cannot connect, "
        "5 not signed in, 6 refused."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version({u"version"_s}, Cat::tr("Displays version information."));
    parser.addOption(version);
    CatOptions::addTo(parser);
    DoctorCommand::addTo(parser);
    if (!parser.parse(withOptionalDemoValue(QCoreApplication::arguments())))
        return fail(ExitCode::Usage, parser.errorText() + u" See --help."_s);
    if (parser.isSet(version)) {
        std::printf("ambcat %s\n", AMB_VERSION);
        return 0;
    }
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        return 0;
    }
    if (DoctorCommand::isAsked(parser))
        return examine(application, parser);
    auto options = CatOptions::read(parser);
    if (!options)
        return fail(ExitCode::Usage, options.error().text);
    return run(application, std::move(options).value());
}
