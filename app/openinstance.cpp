// SPDX-License-Identifier: MIT
#include "app/openinstance.h"

#include "app/decoderfolder.h"
#include "ui/mainwindow.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

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
    const QString name = u"captures/%1-%2"_s.arg(time, host);
    QString folder = data.filePath(name);
    for (int number = 2; QDir(folder).exists(); ++number)
        folder = data.filePath(u"%1-%2"_s.arg(name).arg(number));
    return folder;
}

QStringList namesOf(const QList<ChannelPattern> &patterns)
{
    QStringList names;
    for (const ChannelPattern &pattern : patterns)
        names.append(pattern.toString());
    return names;
}

} // namespace

Result<std::unique_ptr<OpenInstance>> OpenInstance::open(Parts parts)
{
    MonitorOptions options = parts.options;
    options.capture.path = captureFolder(options.address);
    options.capture.retainBytes = retainedBytes;
    auto monitor = Monitor::create(options);
    if (!monitor)
        return monitor.error();
    std::unique_ptr<OpenInstance> instance(
        new OpenInstance(std::move(parts.demo), std::move(monitor).value()));
    instance->openWindow(namesOf(parts.channels), parts.identity);
    connect(&instance->monitor(), &Monitor::browserRequested, instance.get(), [](const QUrl &page) {
        QDesktopServices::openUrl(page);
    });
    for (const ChannelPattern &pattern : parts.channels)
        instance->monitor().subscribe(pattern);
    instance->monitor().start();
    return instance;
}

std::unique_ptr<OpenInstance> OpenInstance::show(std::unique_ptr<CaptureStore> capture,
                                                 const WindowIdentity &identity)
{
    std::unique_ptr<OpenInstance> shown(
        new OpenInstance(nullptr, Monitor::show(std::move(capture))));
    shown->openWindow({}, identity);
    return shown;
}

OpenInstance::OpenInstance(std::unique_ptr<DemoHost> demo, std::unique_ptr<Monitor> monitor)
    : m_demo(std::move(demo))
    , m_monitor(std::move(monitor))
{ }

OpenInstance::~OpenInstance()
{
    m_window.reset();
    m_monitor.reset();
}

void OpenInstance::openWindow(const QStringList &channels, const WindowIdentity &identity)
{
    m_window = std::make_unique<MainWindow>(*m_monitor, channels, identity);
    const UserDecoders user = readDecoders(decoderFolder());
    m_window->setDecoders(user.decoders, user.errors);
    connect(m_window.get(), &MainWindow::closed, this, &OpenInstance::sayGoodbye);
}

void OpenInstance::sayGoodbye()
{
    if (std::exchange(m_hasEnded, true))
        return;
    connect(m_monitor.get(), &Monitor::stopped, this, &OpenInstance::ended);
    QTimer::singleShot(longestGoodbye, this, &OpenInstance::ended);
    m_monitor->stop();
}

} // namespace amb
