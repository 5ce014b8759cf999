// SPDX-License-Identifier: MIT
#include "app/connectionoptions.h"
#include "app/language.h"
#include "app/launcher.h"
#include "app/quitsignals.h"
#include "core/secrets/keychainsecretstore.h"
#include "ui/window/readablepalette.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int usageError = 2;
const QString captureOption = u"capture"_s;
const QString languageOption = u"language"_s;

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {32, 48, 64, 128, 256})
        icon.addFile(u":/icons/amb-monitor-%1.png"_s.arg(size));
    return icon;
}

/// An option that was given and says how to reach an instance; empty where there is none.
QString givenInstanceOption(const QCommandLineParser &parser)
{
    for (const QString &name : parser.optionNames()) {
        if (name != captureOption && name != languageOption)
            return (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    }
    return {};
}

/// What is wrong with the options together, or empty.
QString contradictionIn(const QCommandLineParser &parser, bool hasInstance)
{
    if (hasInstance)
        return parser.isSet(captureOption) ? QCoreApplication::translate(
                   "main", "Give --capture, or INSTANCE or --demo, not both.")
                                           : QString();
    const QString stray = givenInstanceOption(parser);
    return stray.isEmpty()
        ? QString()
        : QCoreApplication::translate("main",
                                      "%1 is for an instance, and none is named: "
                                      "add INSTANCE or --demo, or leave it out.")
              .arg(stray);
}

int usageFailure(const QString &words)
{
    QTextStream(stderr) << "amb-monitor: " << words << Qt::endl;
    return usageError;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"amb-monitor"_s);
    QApplication::setApplicationDisplayName(u"AMB Monitor"_s);
    QApplication::setOrganizationName(u"amb-monitor"_s);
    QApplication::setApplicationVersion(QStringLiteral(AMB_VERSION));
    QGuiApplication::setDesktopFileName(u"amb-monitor"_s);
    QApplication::setWindowIcon(applicationIcon());
    amb::useLanguage({});
    const amb::ReadablePalette readable(&application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Watch a ServiceNow instance's message bus, live."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {captureOption,
         QCoreApplication::translate("main",
                                     "Show a recorded capture, a file or a folder of segments, "
                                     "without an instance."),
         u"PATH"_s});
    const QCommandLineOption language(
        languageOption,
        QCoreApplication::translate("main",
                                    "The language of the window, such as de; else the system's."),
        u"CODE"_s);
    parser.addOption(language);
    amb::ConnectionOptions::addTo(parser);
    parser.process(amb::withOptionalDemoValue(QApplication::arguments()));
    if (parser.isSet(language)) {
        if (const auto error = amb::useLanguage(parser.value(language)))
            return usageFailure(error->text);
    }
    const amb::ProfileStore store;
    auto options = amb::ConnectionOptions::read(parser, store);
    if (!options)
        return usageFailure(options.error().text);
    const QString contradiction = contradictionIn(parser, options->hasInstance());
    if (!contradiction.isEmpty())
        return usageFailure(contradiction);

    // Closing the last window begins the goodbye; the program ends after it.
    QApplication::setQuitOnLastWindowClosed(false);
    amb::Launcher launcher(
        std::move(options).value(), store, std::make_unique<amb::KeychainSecretStore>());
    const amb::QuitSignals quitSignals;
    QObject::connect(
        &quitSignals, &amb::QuitSignals::quitRequested, &launcher, &amb::Launcher::quit);
    QObject::connect(&launcher, &amb::Launcher::finished, &application, &QApplication::quit);
    if (parser.isSet(captureOption))
        launcher.openCapture(parser.value(captureOption));
    else
        launcher.launch();
    return QApplication::exec();
}
