// SPDX-License-Identifier: MIT
#include "launcherfixture.h"

#include "core/secrets/memorysecretstore.h"
#include "ui/widgets/elidedlabel.h"
#include "windowfixture.h"

#include <QCommandLineParser>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A keychain that is no more than memory, or that does not answer.
class Keychain : public MemorySecretStore
{
public:
    explicit Keychain(bool answers)
        : m_answers(answers)
    { }

    void probe(QObject *context, Done done) override { answer(context, done); }

    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override
    {
        if (m_answers)
            MemorySecretStore::write(key, secret, context, done);
        else
            answer(context, done);
    }

private:
    void answer(QObject *context, const Done &done) const
    {
        std::optional<Error> why;
        if (!m_answers)
            why = Error{ErrorKind::Storage, u"No keychain answers."_s, {}};
        QMetaObject::invokeMethod(
            context, [done, why] { done(why); }, Qt::QueuedConnection);
    }

    bool m_answers;
};

ConnectionOptions options(const QStringList &arguments, const ProfileStore &store)
{
    QCommandLineParser parser;
    ConnectionOptions::addTo(parser);
    if (!parser.parse(withOptionalDemoValue(QStringList{u"amb-monitor"_s} + arguments)))
        qFatal("%s", qPrintable(parser.errorText()));
    auto read = ConnectionOptions::read(parser, store);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return *read;
}

} // namespace

LauncherFixture::LauncherFixture()
    : m_path(m_folder.filePath(u"profiles.json"_s))
{
    WindowFixture::keepSettingsApart();
    WindowFixture::forgetSettings();
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

LauncherFixture::~LauncherFixture() = default;

void LauncherFixture::launch(const QStringList &arguments, bool keychainAnswers)
{
    m_launcher = std::make_unique<Launcher>(
        options(arguments, store()), store(), std::make_unique<Keychain>(keychainAnswers));
    m_launcher->launch();
}

MainWindow &LauncherFixture::window(size_t index) const
{
    return m_launcher->instances().at(index)->window();
}

Monitor &LauncherFixture::monitor(size_t index) const
{
    return m_launcher->instances().at(index)->monitor();
}

StartPage &LauncherFixture::startPage() const
{
    auto *page = top<StartPage>();
    if (page == nullptr)
        qFatal("there is no start page");
    return *page;
}

Profile LauncherFixture::saved(const QString &name, DemoHost &demo)
{
    Profile profile;
    profile.name = name;
    profile.signIn.user = u"demo"_s;
    profile.channels = {u"/demo/one"_s};
    profile.address = urlOf(demo);
    const auto result = store().save(profile);
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return *result;
}

void LauncherFixture::click(const QWidget &parent, const QString &button)
{
    QTest::mouseClick(&find<QPushButton>(parent, button), Qt::LeftButton);
}

void LauncherFixture::type(const QWidget &parent, const QString &field, const QString &text)
{
    auto &line = find<QLineEdit>(parent, field);
    line.selectAll();
    QTest::keyClicks(&line, text);
}

QString LauncherFixture::label(const MainWindow &window, const QString &name)
{
    return find<ElidedLabel>(window, name).text();
}

std::unique_ptr<DemoHost> quietDemo(const QString &faults)
{
    DemoOptions demo;
    demo.playScenario = false;
    const auto parsed = DemoFaults::parse(faults);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().text));
    demo.faults = *parsed;
    auto host = std::make_unique<DemoHost>(demo);
    if (const auto url = host->start(); !url)
        qFatal("%s", qPrintable(url.error().text));
    return host;
}

QString urlOf(DemoHost &demo)
{
    QString url;
    demo.run([&url](DemoInstance &instance) { url = instance.url().toString(); });
    return url;
}

} // namespace amb
