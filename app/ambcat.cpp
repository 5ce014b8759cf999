// SPDX-License-Identifier: MIT
#include "app/cat.h"
#include "app/decoderfolder.h"
#include "app/doctorcommand.h"
#include "app/quitsignals.h"
#include "app/refreshtoken.h"
#include "app/signinoptions.h"
#include "core/secrets/keychainsecretstore.h"
#include "core/secrets/secretkeeper.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>

namespace {

using namespace amb;
using namespace Qt::StringLiterals;

int fail(ExitCode code, const QString &text)
{
    std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(text));
    return int(code);
}

/// What a run is made of, in the order in which it can end.
class Program
{
public:
    /// Cat says how it went; a failure before that is returned as an exit code.
    std::optional<int> begin(CatOptions options)
    {
        const Profile profile = options.connection.profile();
        if (options.connection.isDemo()) {
            auto started = options.connection.startDemo(!options.publishTo);
            if (!started)
                return fail(ExitCode::CannotConnect, started.error().text);
            m_demo = std::move(started).value();
        }
        // Rows wait on disk for their turn to be printed, however slow the reader of a pipe is.
        MonitorOptions monitorOptions = options.connection.monitor();
        monitorOptions.capture.path = options.record.isEmpty() ? m_scratch.path() : options.record;
        monitorOptions.capture.singleFile = !options.record.isEmpty();
        auto created = Monitor::create(monitorOptions);
        if (!created)
            return fail(ExitCode::Usage, created.error().text);
        m_monitor = std::move(created).value();
        const bool usesWords = options.format == CatOptions::Format::Text;
        m_cat = std::make_unique<Cat>(*m_monitor, std::move(options));
        if (usesWords)
            readRules();
        QObject::connect(&m_quitSignals, &QuitSignals::quitRequested, m_cat.get(), [this] {
            m_cat->end(ExitCode::Done);
        });
        QObject::connect(m_cat.get(), &Cat::finished, qApp, &QCoreApplication::exit);
        QObject::connect(m_monitor.get(),
                         &Monitor::secretsChanged,
                         m_cat.get(),
                         [this, profile](const Credentials &credentials) {
                             keepRefreshToken(
                                 m_keeper, profile, credentials.refreshToken, m_cat.get(), say);
                         });
        m_cat->start();
        return {};
    }

    SecretKeeper &keeper() { return m_keeper; }

private:
    /// What messages mean by the rules of the user.
    void readRules()
    {
        const UserDecoders user = readDecoders(decoderFolder());
        for (const QString &error : user.errors)
            std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(error));
        m_cat->setDecoders(user.decoders);
    }

    static void say(const std::optional<Error> &error)
    {
        if (error)
            std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(error->text));
    }

    QuitSignals m_quitSignals;
    SecretKeeper m_keeper{std::make_unique<KeychainSecretStore>()};
    std::unique_ptr<DemoHost> m_demo;
    QTemporaryDir m_scratch;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<Cat> m_cat;
};

/// Begins, once the connection has what the keychain keeps for the saved instance, where that is
/// needed. What begin returns, if anything, ends the program.
int runCompleted(ConnectionOptions &connection,
                 SecretKeeper &keeper,
                 const std::function<std::optional<int>()> &begin)
{
    if (!connection.lacksSecrets()) {
        const auto code = begin();
        return code ? *code : QCoreApplication::exec();
    }
    const Profile profile = connection.profile();
    keeper.read(profile.id, profile.signIn.remembers, qApp, [&](const Result<QByteArray> &secret) {
        if (!secret)
            std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(secret.error().text));
        const auto lacks =
            connection.complete(secret ? ProfileSecrets::fromKeychain(*secret) : ProfileSecrets());
        const auto code = lacks ? std::optional(fail(ExitCode::NotSignedIn, lacks->text)) : begin();
        if (code)
            QCoreApplication::exit(*code);
    });
    return QCoreApplication::exec();
}

int run(CatOptions options)
{
    Program program;
    return runCompleted(
        options.connection, program.keeper(), [&] { return program.begin(std::move(options)); });
}

/// Runs the connection doctor on what the command line names.
int examine(const QCommandLineParser &parser, const ProfileStore &store)
{
    auto doctorOptions = DoctorCommand::read(parser);
    if (!doctorOptions)
        return fail(ExitCode::Usage, doctorOptions.error().text);
    auto connection = ConnectionOptions::read(parser, store);
    if (!connection)
        return fail(ExitCode::Usage, connection.error().text);
    if (!connection->hasInstance())
        return fail(ExitCode::Usage,
                    Cat::tr("Give the address of an instance, or --demo. See --help."));
    SecretKeeper keeper(std::make_unique<KeychainSecretStore>());
    const QuitSignals quitSignals;
    std::unique_ptr<DemoHost> demo;
    std::unique_ptr<DoctorCommand> command;
    return runCompleted(*connection, keeper, [&]() -> std::optional<int> {
        if (connection->isDemo()) {
            auto started = connection->startDemo(false);
            if (!started)
                return fail(ExitCode::CannotConnect, started.error().text);
            demo = std::move(started).value();
        }
        command = std::make_unique<DoctorCommand>(connection->monitor(),
                                                  std::move(doctorOptions).value());
        QObject::connect(
            &quitSignals, &QuitSignals::quitRequested, command.get(), &DoctorCommand::stop);
        QObject::connect(command.get(), &DoctorCommand::finished, qApp, &QCoreApplication::exit);
        command->start();
        return {};
    });
}

/// The saved instances, one a line: name, address, way of sign-in and user, divided by tabs.
int listProfiles(const ProfileStore &store)
{
    const auto contents = store.read();
    if (!contents)
        return fail(ExitCode::Usage, contents.error().text);
    if (!contents->notice.isEmpty())
        std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(contents->notice));
    for (const Profile &profile : contents->profiles) {
        const QStringList fields{
            profile.title(), profile.address, wordOf(profile.signIn.way), profile.signIn.user};
        std::printf("%s\n", qUtf8Printable(fields.join(u'\t')));
    }
    return int(ExitCode::Done);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
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
    const QCommandLineOption list({u"list-profiles"_s},
                                  Cat::tr("Lists the saved instances and ends."));
    parser.addOption(list);
    CatOptions::addTo(parser);
    DoctorCommand::addTo(parser);
    if (!parser.parse(withOptionalDemoValue(QCoreApplication::arguments())))
        return fail(ExitCode::Usage, usageError(parser));
    if (parser.isSet(version)) {
        std::printf("ambcat %s\n", AMB_VERSION);
        return 0;
    }
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        return 0;
    }
    const ProfileStore store;
    if (parser.isSet(list))
        return listProfiles(store);
    if (DoctorCommand::isAsked(parser))
        return examine(parser, store);
    auto options = CatOptions::read(parser, store);
    if (!options)
        return fail(ExitCode::Usage, options.error().text);
    if (!options->connection.notice().isEmpty())
        std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(options->connection.notice()));
    return run(std::move(options).value());
}
