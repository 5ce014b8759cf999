// SPDX-License-Identifier: MIT
#include "core/monitor.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// A monitor that shows a capture instead of an instance.
class TestMonitorCapture : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsItsChannelsAsRecorded();
    void tellsWhatWasSilentOrRefused();
    void answersInWordsWhatNeedsAnInstance();
    void stopsAtOnce();
    void doesNotStart();

private:
    std::unique_ptr<Monitor> m_monitor;
};

void TestMonitorCapture::init()
{
    auto capture = CaptureStore::create({});
    QVERIFY(capture.ok());
    Record record;
    record.channel = "/meta/connect";
    record.kind = MessageKind::Connect;
    record.raw = R"({"channel":"/meta/connect"})";
    (*capture)->append(record);
    record.channel = "/demo/one";
    record.kind = MessageKind::Event;
    record.raw = R"({"channel":"/demo/one","data":{}})";
    (*capture)->append(record);
    (*capture)->flush();
    m_monitor = Monitor::show(std::move(capture).value());
}

void TestMonitorCapture::tellsItsChannelsAsRecorded()
{
    QVERIFY(!m_monitor->hasInstance());
    const QList<SubscriptionInfo> channels = m_monitor->subscriptions();
    QCOMPARE(channels.size(), 1);
    QCOMPARE(channels.first().pattern.toString(), u"/demo/one"_s);
    QCOMPARE(channels.first().state, SubscriptionState::Recorded);
}

void TestMonitorCapture::tellsWhatWasSilentOrRefused()
{
    auto capture = CaptureStore::create({});
    QVERIFY(capture.ok());
    const auto reply = [&capture](const QByteArray &channel, const QByteArray &rest) {
        const QByteArray raw =
            R"({"channel":"/meta/subscribe","subscription":")" + channel + R"(",)" + rest + '}';
        Record record;
        record.channel = "/meta/subscribe";
        record.kind = MessageKind::Subscribe;
        record.raw = raw; // a view
        (*capture)->append(record);
    };
    reply("/demo/**", R"("successful":true)");
    reply("/demo/two", R"("successful":false,"error":"404::Unknown channel")");
    reply("/other/quiet", R"("successful":true)");
    reply("/other/refused", R"("successful":true)"); // and later
    reply("/other/refused", R"("successful":false,"error":"403::Denied")");
    reply("/sn/meta/channel_redirect/x", R"("successful":true)");
    Record event;
    event.channel = "/demo/one";
    event.kind = MessageKind::Event;
    event.raw = R"({"channel":"/demo/one","data":{}})";
    (*capture)->append(event);
    (*capture)->flush();
    m_monitor = Monitor::show(std::move(capture).value());
    QStringList told;
    const QList<SubscriptionInfo> channels = m_monitor->subscriptions();
    for (const SubscriptionInfo &info : channels)
        told.append(info.pattern.toString() + u' ' + info.refusal);
    QCOMPARE(told,
             (QStringList{u"/demo/one "_s,
                          u"/demo/two 404::Unknown channel"_s,
                          u"/other/quiet "_s,
                          u"/other/refused 403::Denied"_s}));
    QCOMPARE(channels.last().state, SubscriptionState::Refused);
}

void TestMonitorCapture::answersInWordsWhatNeedsAnInstance()
{
    QSignalSpy published(m_monitor.get(), &Monitor::publishFinished);
    QList<Result<TableRows>> read;
    connect(m_monitor.get(), &Monitor::tableRead, this, [&read](TableReadId, const auto &result) {
        read.append(result);
    });
    const PublishId id = m_monitor->publish(*ChannelName::parse("/demo/one"), "{}");
    m_monitor->readTable({});
    QVERIFY(published.isEmpty() && read.isEmpty()); // never before the call has returned
    QTRY_COMPARE(published.size(), 1);
    const auto outcome = published.first().first().value<PublishOutcome>();
    QCOMPARE(outcome.id, id);
    QCOMPARE(outcome.result, PublishOutcome::Result::Failed);
    QVERIFY(outcome.text.contains("open the instance"_L1));
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(!read.first().ok());
}

void TestMonitorCapture::stopsAtOnce()
{
    QSignalSpy stopped(m_monitor.get(), &Monitor::stopped);
    m_monitor->stop();
    QTRY_COMPARE(stopped.size(), 1);
}

void TestMonitorCapture::doesNotStart()
{
    const QSignalSpy changed(m_monitor.get(), &Monitor::statusChanged);
    m_monitor->start();
    m_monitor->reconnectNow();
    m_monitor->subscribe(*ChannelPattern::parse("/demo/two"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_monitor->status().state, ConnectionState::Disconnected);
    QCOMPARE(m_monitor->subscriptions().size(), 1);
}

QTEST_GUILESS_MAIN(TestMonitorCapture)
#include "test_monitorcapture.moc"
