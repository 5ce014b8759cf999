// SPDX-License-Identifier: MIT
#include "monitorfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace amb;
using namespace Qt::StringLiterals;

DemoOptions MonitorFixture::quietDemo()
{
    DemoOptions options;
    options.playScenario = false;
    return options;
}

MonitorFixture::MonitorFixture(const DemoOptions &demo)
    : m_demo(demo)
{
    const auto url = m_demo.start();
    if (!url)
        qFatal("%s", qPrintable(url.error().text));
    options.address = *InstanceAddress::parse(url->toString());
    options.credentials = {Credentials::Kind::Password, u"demo"_s, u"demo"_s, {}};
}

Monitor &MonitorFixture::monitor()
{
    if (!m_monitor) {
        auto created = Monitor::create(options);
        if (!created)
            qFatal("%s", qPrintable(created.error().text));
        m_monitor = std::move(created).value();
    }
    return *m_monitor;
}

void MonitorFixture::setFault(DemoFaults::WebSocket fault, int status)
{
    m_demo.run([fault, status](DemoInstance &instance) {
        DemoFaults faults = instance.faults();
        faults.webSocket = fault;
        faults.refusedStatus = status;
        instance.setFaults(faults);
    });
}

void MonitorFixture::subscribe(const QByteArray &pattern)
{
    monitor().subscribe(*ChannelPattern::parse(pattern));
}

void MonitorFixture::publishFromServer(const QByteArray &channel, const QByteArray &data)
{
    m_demo.run([&](DemoInstance &instance) { instance.publish(channel, data); });
}

bool MonitorFixture::isConnectedOver(TransportType type)
{
    const ConnectionStatus now = status();
    return now.state == ConnectionState::Connected && now.transport == type;
}

bool MonitorFixture::isSubscribed()
{
    const QList<SubscriptionInfo> all = monitor().subscriptions();
    return !all.isEmpty() && std::all_of(all.begin(), all.end(), [](const SubscriptionInfo &info) {
        return info.state == SubscriptionState::Subscribed;
    });
}

QByteArrayList MonitorFixture::received(const QByteArray &channel)
{
    const CaptureStore &capture = monitor().capture();
    QByteArrayList result;
    for (Row row = capture.firstRow(); row < capture.endRow(); row = row + 1) {
        const RowInfo info = capture.info(row);
        if (info.kind != MessageKind::Event || capture.channelName(info.channel) != channel)
            continue;
        const QJsonObject message = QJsonDocument::fromJson(capture.message(row)).object();
        QByteArray data = QJsonDocument(QJsonObject{{u"d"_s, message.value("data"_L1)}})
                              .toJson(QJsonDocument::Compact);
        result.append(data.mid(5, data.size() - 6));
    }
    return result;
}

QStringList MonitorFixture::notes()
{
    const CaptureStore &capture = monitor().capture();
    QStringList result;
    for (Row row = capture.firstRow(); row < capture.endRow(); row = row + 1) {
        if (capture.info(row).kind == MessageKind::Note)
            result.append(
                QJsonDocument::fromJson(capture.message(row)).object().value("text"_L1).toString());
    }
    return result;
}
