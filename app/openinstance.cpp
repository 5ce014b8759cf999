// SPDX-License-Identifier: MIT
#include "app/openinstance.h"

#include "app/decoderfolder.h"
#include "core/capture/capturearchive.h"
#include "ui/window/mainwindow.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qint64 retainedBytes = 2LL * 1024 * 1024 * 1024;
/// How long closing may take when the server does not answer the goodbye.
constexpr std::chrono::seconds longestGoodbye{2};

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
    options.capture.path =
        CaptureArchive().freePath(options.address.displayName(), QDateTime::currentDateTime());
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
