// SPDX-License-Identifier: MIT
#include "benchrun.h"

#include "benchserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::chrono::seconds patience(20);

double microseconds(const timeval &time)
{
    return double(time.tv_sec) * 1e6 + double(time.tv_usec);
}

Result<std::unique_ptr<Monitor>> makeMonitor(const QString &url, const QString &folder)
{
    auto address = InstanceAddress::parse(url);
    if (!address)
        return address.error();
    MonitorOptions options;
    options.address = *address;
    options.network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    options.capture.path = folder;
    return Monitor::create(options);
}

} // namespace

ProcessUsage ProcessUsage::current()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    ProcessUsage result;
    result.cpuMicroseconds = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
    QFile file(u"/proc/self/statm"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> pages = file.readAll().split(' ');
        result.residentBytes = pages.value(1).toDouble() * double(::sysconf(_SC_PAGESIZE));
    }
    return result;
}

BenchSender::BenchSender()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"bench_sender"_s));
    while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
    m_port = m_process.readLine().trimmed();
}

BenchSender::~BenchSender()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

QString BenchSender::url() const
{
    return m_port.isEmpty() ? QString()
                            : u"http://127.0.0.1:%1/amb"_s.arg(QLatin1StringView(m_port));
}

BenchRun::BenchRun(const QString &url)
    : m_folder(QDir::current().filePath(u"bench-XXXXXX"_s))
{
    auto monitor = makeMonitor(url, m_folder.filePath(u"capture"_s));
    if (!monitor) {
        qFatal("%s", qUtf8Printable(monitor.error().text));
    }
    m_monitor = std::move(monitor).value();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        emit failed(u"nothing came for %1 s; %2 rows since the start of %3 messages. %4"_s
                        .arg(patience.count())
                        .arg(m_monitor->capture().endRow() - m_firstRow)
                        .arg(m_wanted)
                        .arg(m_monitor->status().trouble));
    });
    connect(m_monitor.get(), &Monitor::subscriptionsChanged, this, &BenchRun::onSubscriptions);
    // Queued: after all others that are told of the rows.
    connect(m_monitor.get(), &Monitor::rowsAppended, this, &BenchRun::check, Qt::QueuedConnection);
    m_patience.start();
    m_monitor->start();
    if (const auto pattern = ChannelPattern::parse(BenchServer::channel()))
        m_monitor->subscribe(*pattern);
}

BenchRun::~BenchRun() = default;

void BenchRun::onSubscriptions()
{
    const QList<SubscriptionInfo> all = m_monitor->subscriptions();
    if (m_isSubscribed || all.isEmpty() || all.first().state != SubscriptionState::Subscribed)
        return;
    m_isSubscribed = true;
    m_patience.stop();
    emit subscribed();
}

void BenchRun::start(qint64 count, qint64 rate)
{
    m_firstRow = m_monitor->capture().endRow();
    m_wanted = count;
    m_patience.start();
    m_monitor->publish(*ChannelName::parse(BenchServer::startChannel()),
                       R"({"count":)" + QByteArray::number(count) + R"(,"rate":)"
                           + QByteArray::number(rate) + '}');
}

/// The number in the event of that row; -1 when it is no event of the flood.
qint64 BenchRun::numberOf(const CaptureSnapshot &rows, Row row) const
{
    const RowInfo info = rows.info(row);
    if (row < m_firstRow || info.kind != MessageKind::Event
        || m_monitor->capture().channelName(info.channel) != BenchServer::channel())
        return -1;
    const QByteArray message = rows.message(row);
    const qsizetype place = message.indexOf(BenchServer::numberKey());
    return message.sliced(place + BenchServer::numberKey().size(), BenchServer::numberDigits)
        .toLongLong();
}

void BenchRun::check()
{
    constexpr qint64 otherRows = 10; // replies may stand behind the last event
    const CaptureSnapshot rows = m_monitor->capture().snapshot();
    if (m_wanted == 0 || rows.endRow() == rows.firstRow())
        return;
    m_patience.start();
    for (qint64 back = 1; back <= otherRows; ++back) {
        if (numberOf(rows, rows.endRow() + -back) == m_wanted - 1) {
            m_patience.stop();
            emit arrived();
            return;
        }
    }
}

qint64 BenchRun::lost() const
{
    const CaptureSnapshot rows = m_monitor->capture().snapshot();
    qint64 expected = 0;
    qint64 faults = 0;
    for (Row row = std::max(m_firstRow, rows.firstRow()); row < rows.endRow(); row = row + 1) {
        const qint64 number = numberOf(rows, row);
        if (number < 0)
            continue;
        // Missing ones count each, a doubled one or one out of order counts as one.
        faults += number >= expected ? number - expected : 1;
        expected = number + 1;
    }
    return faults + m_wanted - expected;
}

} // namespace amb
