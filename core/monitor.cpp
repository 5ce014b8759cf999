// SPDX-License-Identifier: MIT
#include "core/monitor.h"

#include "core/doctor/doctor.h"
#include "core/monitorworker.h"

#include <QThread>

#include <utility>

namespace amb {

class Monitor::Private
{
public:
    MonitorOptions options;
    ConnectionStatus status;
    QList<SubscriptionInfo> subscriptions;
    quint64 lastPublish = 0;
    quint64 lastTableRead = 0;
    std::unique_ptr<CaptureStore> capture; // lives in thread, read from anywhere
    MonitorWorker *worker = nullptr; // lives in thread, as capture does
    QThread thread;
};

Result<std::unique_ptr<Monitor>> Monitor::create(const MonitorOptions &options)
{
    auto capture = CaptureStore::create(options.capture);
    if (!capture)
        return capture.error();
    std::unique_ptr<Monitor> monitor(new Monitor(options));
    monitor->d->capture = std::move(capture).value();
    monitor->startThread();
    return monitor;
}

Monitor::Monitor(const MonitorOptions &options)
    : d(std::make_unique<Private>())
{
    d->options = options;
    d->status.preference = options.transport;
    d->status.since = now();
}

void Monitor::startThread()
{
    qRegisterMetaType<Row>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<ConnectionStatus>();
    qRegisterMetaType<PublishOutcome>();
    qRegisterMetaType<QList<SubscriptionInfo>>();
    qRegisterMetaType<TableReadId>();
    qRegisterMetaType<Result<TableRows>>();
    d->thread.setObjectName(QStringLiteral("amb network"));
    CaptureStore *capture = d->capture.get();
    capture->moveToThread(&d->thread);
    connect(capture, &CaptureStore::appended, this, &Monitor::rowsAppended);
    connect(capture, &CaptureStore::dropped, this, &Monitor::rowsDropped);
    connect(capture, &CaptureStore::recordingFailed, this, &Monitor::recordingFailed);

    d->thread.start();
    // Sockets and timers belong to the thread that makes them.
    QObject maker;
    maker.moveToThread(&d->thread);
    QMetaObject::invokeMethod(
        &maker,
        [this, capture, &maker] {
            d->worker = new MonitorWorker(d->options, *capture);
            maker.moveToThread(thread());
        },
        Qt::BlockingQueuedConnection);
    connect(d->worker, &MonitorWorker::statusChanged, this, [this](const ConnectionStatus &status) {
        if (d->status == status)
            return;
        d->status = status;
        emit statusChanged();
    });
    connect(d->worker,
            &MonitorWorker::subscriptionsChanged,
            this,
            [this](const QList<SubscriptionInfo> &subscriptions) {
                if (d->subscriptions == subscriptions)
                    return;
                d->subscriptions = subscriptions;
                emit subscriptionsChanged();
            });
    connect(d->worker, &MonitorWorker::published, this, &Monitor::publishFinished);
    connect(d->worker, &MonitorWorker::tableRead, this, &Monitor::tableRead);
    connect(d->worker, &MonitorWorker::signInFailed, this, &Monitor::signInFailed);
    connect(d->worker, &MonitorWorker::browserRequested, this, &Monitor::browserRequested);
    connect(d->worker, &MonitorWorker::secretsChanged, this, &Monitor::secretsChanged);
    connect(d->worker, &MonitorWorker::stopped, this, &Monitor::stopped);
}

Monitor::~Monitor()
{
    // What was made in the thread ends there, before anything else of the monitor goes.
    QMetaObject::invokeMethod(
        d->worker,
        [this] {
            delete std::exchange(d->worker, nullptr);
            d->capture.reset();
        },
        Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

const InstanceAddress &Monitor::address() const
{
    return d->options.address;
}

void Monitor::start()
{
    QMetaObject::invokeMethod(d->worker, &MonitorWorker::start);
}

void Monitor::stop()
{
    QMetaObject::invokeMethod(d->worker, &MonitorWorker::stop);
}

void Monitor::subscribe(const ChannelPattern &pattern)
{
    QMetaObject::invokeMethod(d->worker,
                              [worker = d->worker, pattern] { worker->subscribe(pattern); });
}

void Monitor::unsubscribe(const ChannelPattern &pattern)
{
    QMetaObject::invokeMethod(d->worker,
                              [worker = d->worker, pattern] { worker->unsubscribe(pattern); });
}

PublishId Monitor::publish(const ChannelName &channel, const QByteArray &data)
{
    const auto id = PublishId(++d->lastPublish);
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, id, channel, data] { worker->publish(id, channel, data); });
    return id;
}

TableReadId Monitor::readTable(const TableRequest &request)
{
    const auto id = TableReadId(++d->lastTableRead);
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, id, request] { worker->readTable(id, request); });
    return id;
}

void Monitor::setTransportPreference(TransportPreference preference)
{
    QMetaObject::invokeMethod(d->worker, [worker = d->worker, preference] {
        worker->setTransportPreference(preference);
    });
}

void Monitor::tryWebSocketNow()
{
    QMetaObject::invokeMethod(d->worker, &MonitorWorker::tryWebSocketNow);
}

void Monitor::reconnectNow()
{
    QMetaObject::invokeMethod(d->worker, &MonitorWorker::reconnect);
}

std::unique_ptr<Doctor> Monitor::makeDoctor() const
{
    DoctorOptions options;
    options.address = d->options.address;
    options.credentials = d->options.credentials;
    options.network = d->options.network;
    options.patience = d->options.networkDelay;
    return std::make_unique<Doctor>(options);
}

ConnectionStatus Monitor::status() const
{
    return d->status;
}

QList<SubscriptionInfo> Monitor::subscriptions() const
{
    return d->subscriptions;
}

const CaptureStore &Monitor::capture() const
{
    return *d->capture;
}

void Monitor::dropRowsBefore(Row row)
{
    QMetaObject::invokeMethod(d->capture.get(),
                              [capture = d->capture.get(), row] { capture->dropBefore(row); });
}

} // namespace amb
