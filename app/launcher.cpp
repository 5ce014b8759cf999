// SPDX-License-Identifier: MIT
#include "app/launcher.h"

#include "app/profileoptions.h"
#include "core/capture/captureopening.h"
#include "ui/instances/startpage.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFutureWatcher>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype mostRecent = 12;

WindowIdentity identityOf(const Profile &profile)
{
    return {profile.name, QColor(profile.colour), profile.isProduction};
}

/// What `--demo` alone on the command line gives.
Result<ConnectionOptions> demoOptions()
{
    QCommandLineParser parser;
    ConnectionOptions::addTo(parser);
    parser.parse({QCoreApplication::applicationName(), u"--demo="_s});
    return ConnectionOptions::read(parser, ProfileStore());
}

} // namespace

Launcher::Launcher(ConnectionOptions options,
                   ProfileStore store,
                   std::unique_ptr<SecretStore> keychain)
    : m_options(std::move(options))
    , m_desk(std::move(store), std::move(keychain))
{
    connect(&m_desk, &ProfileDesk::profilesChanged, this, &Launcher::offerRecent);
    connect(&m_desk, &ProfileDesk::noticed, this, &Launcher::notice);
    connect(&m_desk, &ProfileDesk::openRequested, this, &Launcher::openProfile);
}

Launcher::~Launcher() = default;

void Launcher::launch()
{
    m_desk.refresh();
    if (!m_options.notice().isEmpty())
        notice(m_options.notice());
    if (m_options.isDemo())
        openDemo(m_options);
    else if (m_options.hasInstance())
        openGiven();
    else
        openStartPage();
}

void Launcher::quit()
{
    m_readings.clear(); // nobody waits for them any more
    if (m_startPage)
        m_startPage->close();
    for (const auto &instance : m_instances)
        instance->window().close();
}

void Launcher::openStartPage()
{
    if (!m_startPage) {
        m_startPage = std::make_unique<StartPage>();
        m_startPage->setProfiles(m_desk.profiles());
        connectStartPage();
    }
    m_startPage->show();
    m_startPage->raise();
    m_startPage->activateWindow();
}

void Launcher::connectStartPage()
{
    StartPage *page = m_startPage.get();
    connect(page, &StartPage::becameActive, &m_desk, &ProfileDesk::refresh);
    connect(page, &StartPage::openRequested, this, [this, page](const QString &id) {
        m_desk.open(id, page);
    });
    connect(page, &StartPage::newRequested, this, [this, page] { m_desk.create(page); });
    connect(page, &StartPage::editRequested, this, [this, page](const QString &id) {
        m_desk.edit(id, page);
    });
    connect(page, &StartPage::removeRequested, &m_desk, &ProfileDesk::remove);
    connect(page, &StartPage::connectRequested, this, [this, page](const QString &text) {
        m_desk.openText(text, page);
    });
    connect(page, &StartPage::openCaptureRequested, this, &Launcher::openCapture);
    connect(page, &StartPage::importRequested, &m_desk, &ProfileDesk::importFrom);
    connect(page, &StartPage::exportRequested, &m_desk, &ProfileDesk::exportTo);
    connect(page, &StartPage::demoSignInRequested, this, &Launcher::signInToDemo);
    connect(page, &StartPage::demoRequested, this, [this] {
        const auto demo = demoOptions();
        if (demo)
            openDemo(*demo);
        else
            notice(demo.error().text);
    });
    // Queued: within its signal the page is still visible.
    connect(page, &StartPage::closed, this, &Launcher::finishWhenAllIsClosed, Qt::QueuedConnection);
}

/// The instance of the command line, with what the keychain has for it.
void Launcher::openGiven()
{
    const Profile profile = m_options.profile();
    if (m_options.lacksSecrets()) {
        m_desk.readSecrets(profile, this, [this, profile](const ProfileSecrets &kept) {
            if (m_options.complete(kept)) {
                openStartPage();
                m_desk.open(profile.id, m_startPage.get()); // asks for what is missing
            } else {
                openGiven();
            }
        });
        return;
    }
    if (!profile.id.isEmpty())
        m_desk.markUsed(profile);
    open({m_options.monitor(), m_options.channels(), identityOf(profile), nullptr}, profile);
}

void Launcher::openDemo(ConnectionOptions options)
{
    auto demo = options.startDemo(true);
    if (!demo)
        return notice(demo.error().text);
    WindowIdentity identity;
    identity.name = tr("Demo instance");
    identity.settingsName = u"demo"_s; // its port is another one each time
    open({options.monitor(), options.channels(), identity, std::move(demo).value()});
}

/// As to a real instance: by its address, with user and password. It runs until the program ends.
void Launcher::signInToDemo()
{
    if (!m_demo) {
        auto options = demoOptions();
        auto demo = options ? options->startDemo(false) : options.error();
        if (!demo)
            return notice(demo.error().text);
        m_demo = std::move(demo).value();
    }
    Profile profile;
    m_demo->run([&profile](DemoInstance &demo) { profile.address = demo.url().toString(); });
    profile.name = tr("Demo instance");
    m_desk.ask(profile,
               tr("The demo instance now runs at this address. Its user is “demo”, its password "
                  "is “demo”."),
               m_startPage.get());
}

void Launcher::openProfile(const Profile &profile, const ProfileSecrets &secrets)
{
    auto options = monitorOptionsFor(profile, secrets);
    if (!options)
        return notice(options.error().text);
    open({*options, channelsOf(profile), identityOf(profile), nullptr}, profile);
    closeReplaced(profile);
}

void Launcher::open(OpenInstance::Parts parts, const Profile &profile)
{
    auto opened = OpenInstance::open(std::move(parts));
    if (!opened)
        return notice(opened.error().text);
    connect(&(*opened)->monitor(),
            &Monitor::secretsChanged,
            this,
            [this, profile](const Credentials &credentials) {
                m_desk.keepRefreshToken(profile, credentials.refreshToken);
            });
    connect(&(*opened)->window(),
            &MainWindow::signInRequested,
            this,
            [this, profile, instance = opened->get()] { signInAnew(instance, profile); });
    adopt(std::move(opened).value());
}

/// Asks how to sign in; the window that connects then takes the place of this one.
void Launcher::signInAnew(OpenInstance *instance, Profile profile)
{
    m_refused = instance;
    if (!profile.id.isEmpty())
        return m_desk.edit(profile.id, &instance->window());
    if (profile.address.isEmpty())
        profile.address = instance->monitor().address().site().toString();
    m_desk.ask(profile, tr("Change what was refused, then connect."), &instance->window());
}

void Launcher::closeReplaced(const Profile &profile)
{
    const auto address = InstanceAddress::parse(profile.address);
    OpenInstance *const refused = std::exchange(m_refused, nullptr).data();
    if (refused != nullptr && address && refused->monitor().address() == *address
        && refused->monitor().status().state == ConnectionState::Disconnected)
        refused->window().close();
}

void Launcher::openCapture(const QString &path)
{
    using Opened = Result<std::unique_ptr<CaptureStore>>;
    auto watcher = std::make_unique<QFutureWatcher<Opened>>();
    QFutureWatcher<Opened> *const reading = watcher.get();
    connect(reading, &QFutureWatcherBase::finished, this, [this, reading, path] {
        Opened opened = reading->future().takeResult();
        const auto at = std::find_if(m_readings.begin(), m_readings.end(), [&](const auto &each) {
            return each.get() == reading;
        });
        at->release()->deleteLater(); // one of its signals is what brought us here
        m_readings.erase(at);
        showCapture(std::move(opened), capturePathOf(path));
    });
    m_readings.push_back(std::move(watcher));
    reading->setFuture(amb::openCapture(path, thread()));
}

void Launcher::showCapture(Result<std::unique_ptr<CaptureStore>> opened, const QString &path)
{
    if (!opened)
        return notice(opened.error().text);
    WindowIdentity identity;
    identity.name = QFileInfo(path).fileName();
    identity.settingsName = identity.name;
    adopt(OpenInstance::show(std::move(opened).value(), identity));
}

void Launcher::adopt(std::unique_ptr<OpenInstance> opened)
{
    m_instances.push_back(std::move(opened));
    OpenInstance *instance = m_instances.back().get();
    MainWindow &window = instance->window();
    connect(instance, &OpenInstance::ended, this, [this, instance] { forget(instance); });
    connect(&window, &MainWindow::openInstanceRequested, this, &Launcher::openStartPage);
    connect(&window, &MainWindow::openCaptureRequested, this, &Launcher::openCapture);
    connect(&window, &MainWindow::quitRequested, this, &Launcher::quit);
    connect(&window, &MainWindow::openRecentRequested, this, [this, instance](const QString &id) {
        m_desk.open(id, &instance->window());
    });
    offerRecent();
    placeBeside(window);
    window.show();
    if (m_startPage)
        m_startPage->hide();
}

/// All windows come back where the last one was left: so that none hides another.
void Launcher::placeBeside(MainWindow &window) const
{
    if (window.isMaximized())
        return;
    constexpr QPoint step(32, 32);
    const auto isCovered = [this, &window] {
        return std::any_of(m_instances.begin(), m_instances.end(), [&window](const auto &other) {
            return &other->window() != &window
                && other->window().isVisible()
                // Without frames: a window has none before it is shown.
                && other->window().geometry().topLeft() == window.geometry().topLeft();
        });
    };
    for (size_t i = 0; i < m_instances.size() && isCovered(); ++i)
        window.move(window.pos() + step);
}

void Launcher::offerRecent()
{
    const QList<Profile> &profiles = m_desk.profiles();
    QList<RecentInstance> recent;
    for (const Profile &profile : profiles.first(std::min(profiles.size(), mostRecent)))
        recent.append({profile.id, profile.title(), QColor(profile.colour), profile.isProduction});
    for (const auto &instance : m_instances)
        instance->window().setRecent(recent);
    if (m_startPage)
        m_startPage->setProfiles(profiles);
}

void Launcher::forget(OpenInstance *instance)
{
    const auto at = std::find_if(m_instances.begin(),
                                 m_instances.end(),
                                 [instance](const auto &each) { return each.get() == instance; });
    if (at == m_instances.end())
        return;
    at->release()->deleteLater(); // one of its signals is what brought us here
    m_instances.erase(at);
    finishWhenAllIsClosed();
}

void Launcher::notice(const QString &text)
{
    openStartPage();
    m_startPage->showNotice(text);
}

void Launcher::finishWhenAllIsClosed()
{
    if (m_instances.empty() && m_readings.empty() && (!m_startPage || !m_startPage->isVisible()))
        emit finished();
}

} // namespace amb
