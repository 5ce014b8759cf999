// SPDX-License-Identifier: MIT
#include "app/launcher.h"

#include "app/decoderfolder.h"
#include "ui/mainwindow.h"
#include "ui/startpage.h"

#include <QApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qint64 retainedBytes = 2LL * 1024 * 1024 * 1024;
/// How long closing may take when the server does not answer the goodbye.
constexpr std::chrono::seconds longestGoodbye{2};

/// A folder of its own for each run: <data>/captures/<time>-<host>.
QString captureFolder(const InstanceAddress &address)
{
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    // Colons of ports and IPv6 addresses are no good in names of folders.
    const QString host = address.displayName().replace(u':', u'_');
    return data.filePath(u"captures/%1-%2"_s.arg(time, host));
}

QStringList namesOf(const QList<ChannelPattern> &patterns)
{
    QStringList names;
    for (const ChannelPattern &pattern : patterns)
        names.append(pattern.toString());
    return names;
}

/// What `--demo` alone on the command line gives.
Result<ConnectionOptions> demoOptions()
{
    QCommandLineParser parser;
    ConnectionOptions::addTo(parser);
    parser.parse({QCoreApplication::applicationName(), u"--demo="_s});
    return ConnectionOptions::read(parser);
}

} // namespace

Launcher::Launcher(ConnectionOptions options)
    : m_options(std::move(options))
{
    // Closing the last window begins the goodbye; the program ends after it.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, &Launcher::leave);
    connect(&m_quitSignals, &QuitSignals::quitRequested, qApp, &QApplication::closeAllWindows);
}

Launcher::~Launcher()
{
    m_window.reset();
}

void Launcher::launch()
{
    if (m_options.isDemo())
        openDemo();
    else if (m_options.hasInstance())
        open(m_options.monitor());
    else
        openStartPage();
}

void Launcher::openStartPage()
{
    if (!m_startPage) {
        m_startPage = std::make_unique<StartPage>();
        connect(m_startPage.get(), &StartPage::openRequested, this, &Launcher::openAddress);
        connect(m_startPage.get(), &StartPage::demoRequested, this, [this] {
            const auto demo = demoOptions();
            if (!demo)
                return showTrouble(demo.error());
            m_options = *demo;
            openDemo();
        });
    }
    m_startPage->show();
}

void Launcher::openAddress(const QString &address, const QString &user, const QString &password)
{
    const auto parsed = InstanceAddress::parse(address);
    if (!parsed) {
        showTrouble(parsed.error());
        return;
    }
    MonitorOptions options = m_options.monitor();
    options.address = *parsed;
    if (!user.isEmpty())
        options.credentials = {Credentials::Kind::Password, user, password, {}};
    open(options);
}

void Launcher::openDemo()
{
    auto demo = m_options.startDemo(true);
    if (!demo) {
        showTrouble(demo.error());
        return;
    }
    m_demo = std::move(demo).value();
    open(m_options.monitor());
}

void Launcher::open(const MonitorOptions &options)
{
    MonitorOptions complete = options;
    complete.capture.path = captureFolder(options.address);
    complete.capture.retainBytes = retainedBytes;
    auto monitor = Monitor::create(complete);
    if (!monitor) {
        showTrouble(monitor.error());
        return;
    }
    m_monitor = std::move(monitor).value();
    m_window = std::make_unique<MainWindow>(*m_monitor, namesOf(m_options.channels()));
    connect(m_monitor.get(), &Monitor::browserRequested, this, [](const QUrl &page) {
        QDesktopServices::openUrl(page);
    });
    const UserDecoders user = readDecoders(decoderFolder());
    m_window->setDecoders(user.decoders, user.errors);
    for (const ChannelPattern &pattern : m_options.channels())
        m_monitor->subscribe(pattern);
    m_monitor->start();
    m_window->show();
    if (m_startPage)
        m_startPage.release()->deleteLater(); // one of its signals may be what brought us here
}

void Launcher::showTrouble(const Error &error)
{
    openStartPage();
    m_startPage->showError(error.text);
}

void Launcher::leave()
{
    if (!m_monitor) {
        QCoreApplication::quit();
        return;
    }
    connect(m_monitor.get(), &Monitor::stopped, qApp, &QCoreApplication::quit);
    QTimer::singleShot(longestGoodbye, qApp, &QCoreApplication::quit);
    m_monitor->stop();
}

} // namespace amb
