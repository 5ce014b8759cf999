// SPDX-License-Identifier: MIT
#include "core/monitor.h"

#include "core/doctor/doctor.h"
#include "core/monitorrecordedchannels.h"
#include "core/monitorworker.h"

#include <QCoreApplication>
#include <QThread>

#include <utility>

namespace amb {

namespace {

Error noInstance()
{
    return {ErrorKind::Input,
            QCoreApplication::translate("amb::Monitor",
                                        "A capture is shown, and no instance is connected: open "
                                        "the instance to do this."),
            {}};
}

} // namespace

class Monitor::Private
{
public:
    MonitorOptions options;
    ConnectionStatus status;
    QList<SubscriptionInfo> subscriptions;
    quint64 lastPublish = 0;
    quint64 lastTableRead = 0;
    std::unique_ptr<CaptureStore> capture; // lives in thread, read from anywhere
    MonitorWorker *worker = nullptr; // lives in thread, as capture does; null without an instance
    QThread thread;
};

Result<std::unique_ptr<Monitor>> Monitor::create(const MonitorOptions &options)
{
    auto capture = CaptureStore::create(options.capture);
    if (!capture)
        return capture.error();
    std::unique_ptr<Monitor> monitor(new Monitor(options));
    monitor->adoptCapture(std::move(capture).value());
    monitor->startThread();
    return monitor;
}

std::unique_ptr<Monitor> Monitor::show(std::unique_ptr<CaptureStore> capture)
{
    std::unique_ptr<Monitor> monitor(new Monitor({}));
    monitor->d->status.ended = true;
    monitor->d->subscriptions = recordedChannels(*capture);
    monitor->adoptCapture(std::move(capture));
    return monitor;
}

Monitor::Monitor(const MonitorOptions &options)
    : d(std::make_unique<Private>())
{
    d->options = options;
    d->status.preference = options.transport;
    d->status.since = now();
}

void Monitor::adoptCapture(std::unique_ptr<CaptureStore> capture)
{
    qRegisterMetaType<Row>();
    qRegisterMetaType<Error>();
    d->capture = std::move(capture);
    connect(d->capture.get(), &CaptureStore::appended, this, &Monitor::rowsAppended);
    connect(d->capture.get(), &CaptureStore::dropped, this, &Monitor::rowsDropped);
    connect(d->capture.get(), &CaptureStore::recordingFailed, this, &Monitor::recordingFailed);
}

void Monitor::startThread()
{
    qRegisterMetaType<ConnectionStatus>();
    qRegisterMetaType<PublishOutcome>();
    qRegisterMetaType<QList<SubscriptionInfo>>();
    qRegisterMetaType<TableReadId>();
    qRegisterMetaType<Result<TableRows>>();
    d->thread.setObjectName(QStringLiteral("amb network"));
    CaptureStore *capture = d->capture.get();
    capture->moveToThread(&d->thread);
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
    connectWorker();
}

void Monitor::connectWorker()
{
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
    if (!hasInstance())
        return;
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

bool Monitor::hasInstance() const
{
    return d->worker != nullptr;
}

const InstanceAddress &Monitor::address() const
{
    return d->options.address;
}

QString Monitor::userName() const
{
    return d->options.credentials.user;
}

/// Does something with the worker in its thread, where there is one.
template <typename Deed>
void Monitor::ask(Deed deed) const
{
    if (MonitorWorker *const worker = d->worker)
        QMetaObject::invokeMethod(worker, [worker, deed] { deed(*worker); });
}

void Monitor::start()
{
    ask([](MonitorWorker &worker) { worker.start(); });
}

void Monitor::stop()
{
    ask([](MonitorWorker &worker) { worker.stop(); });
    if (!hasInstance())
        QMetaObject::invokeMethod(this, &Monitor::stopped, Qt::QueuedConnection);
}

void Monitor::subscribe(const ChannelPattern &pattern)
{
    ask([pattern](MonitorWorker &worker) { worker.subscribe(pattern); });
}

void Monitor::unsubscribe(const ChannelPattern &pattern)
{
    ask([pattern](MonitorWorker &worker) { worker.unsubscribe(pattern); });
}

PublishId Monitor::publish(const ChannelName &channel, const QByteArray &data)
{
    const auto id = PublishId(++d->lastPublish);
    ask([id, channel, data](MonitorWorker &worker) { worker.publish(id, channel, data); });
    if (!hasInstance()) {
        PublishOutcome outcome;
        outcome.id = id;
        outcome.channel = channel.bytes();
        outcome.text = noInstance().text;
        QMetaObject::invokeMethod(
            this, [this, outcome] { emit publishFinished(outcome); }, Qt::QueuedConnection);
    }
    return id;
}

void Monitor::addNote(NoteKind kind, const QString &text)
{
    ask([kind, text](MonitorWorker &worker) { worker.addNote(kind, text); });
}

TableReadId Monitor::readTable(const TableRequest &request)
{
    const auto id = TableReadId(++d->lastTableRead);
    ask([id, request](MonitorWorker &worker) { worker.readTable(id, request); });
    if (!hasInstance())
        QMetaObject::invokeMethod(
            this, [this, id] { emit tableRead(id, noInstance()); }, Qt::QueuedConnection);
    return id;
}

void Monitor::setTransportPreference(TransportPreference preference)
{
    ask([preference](MonitorWorker &worker) { worker.setTransportPreference(preference); });
}

void Monitor::tryWebSocketNow()
{
    ask([](MonitorWorker &worker) { worker.tryWebSocketNow(); });
}

void Monitor::reconnectNow()
{
    ask([](MonitorWorker &worker) { worker.reconnect(); });
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
