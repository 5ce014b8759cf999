// SPDX-License-Identifier: MIT
#include "core/bayeux/recovery.h"

#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(amb::Trouble)

namespace {

using Stage = Trouble::Stage;

Trouble unanswered(Stage stage, int failures, const char *advice = "{}")
{
    Trouble trouble;
    trouble.stage = stage;
    trouble.failures = failures;
    trouble.advice = Advice::parse(advice);
    return trouble;
}

Trouble refused(Stage stage, int failures, const char *advice = "{}")
{
    Trouble trouble = unanswered(stage, failures, advice);
    trouble.answered = true;
    return trouble;
}

Trouble forgotten(int handshakesInVain, const char *advice)
{
    Trouble trouble = refused(Stage::Connect, 0, advice);
    trouble.unknownClient = true;
    trouble.handshakesInVain = handshakesInVain;
    return trouble;
}

Trouble unconnectedFor(std::chrono::milliseconds time, int failures, const char *advice)
{
    Trouble trouble = unanswered(Stage::Connect, failures, advice);
    trouble.unconnectedFor = time;
    return trouble;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void backsOff_data();
    void backsOff();
    void backoffSurvivesSillySettings();
    void decides_data();
    void decides();
};

void TestRecovery::backsOff_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("three") << 3 << 3;
    QTest::newRow("sixty") << 60 << 60;
    QTest::newRow("sixty-one") << 61 << 60;
    QTest::newRow("as many as there are") << std::numeric_limits<int>::max() << 60;
    QTest::newRow("less than none") << -1 << 0;
}

void TestRecovery::backsOff()
{
    QFETCH(int, failures);
    QFETCH(int, seconds);
    QCOMPARE(Backoff().after(failures), std::chrono::milliseconds(std::chrono::seconds(seconds)));
}

void TestRecovery::backoffSurvivesSillySettings()
{
    QCOMPARE((Backoff{0ms, 60s}).after(5), 0ms);
    QCOMPARE((Backoff{1s, 0ms}).after(5), 0ms);
    QCOMPARE((Backoff{700ms, 1s}).after(2), 1000ms);
    QCOMPARE((Backoff{10s, 1s}).after(1), 1000ms);
}

void TestRecovery::decides_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const Trouble &trouble, const char *expected) {
        QTest::newRow(name) << trouble << QByteArray(expected);
    };
    row("handshake not answered: at once", unanswered(Stage::Handshake, 0), "handshake 0");
    row("… for the third time", unanswered(Stage::Handshake, 2), "handshake 2000");
    row("… with interval",
        unanswered(Stage::Handshake, 1, R"({"interval":500})"),
        "handshake 1500");
    row("… after advice none: nobody said no",
        unanswered(Stage::Handshake, 0, R"({"reconnect":"none"})"),
        "handshake 0");
    row("handshake refused without advice", refused(Stage::Handshake, 0), "handshake 0");
    row("… for the fourth time", refused(Stage::Handshake, 3), "handshake 3000");
    row("… with advice retry",
        refused(Stage::Handshake, 1, R"({"reconnect":"retry","interval":1000})"),
        "handshake 2000");
    row("… with advice none", refused(Stage::Handshake, 0, R"({"reconnect":"none"})"), "stop");
    row("connect not answered", unanswered(Stage::Connect, 0), "connect 1000");
    row("… for the third time", unanswered(Stage::Connect, 2), "connect 3000");
    row("… for ever", unanswered(Stage::Connect, 1000), "connect 60000");
    row("… with interval", unanswered(Stage::Connect, 0, R"({"interval":500})"), "connect 1500");
    row("… handshake advice of before",
        unanswered(Stage::Connect, 0, R"({"reconnect":"handshake"})"),
        "connect 1000");
    row("… without maxInterval, after a day",
        unconnectedFor(24h, 5, R"({"timeout":30000})"),
        "connect 6000");
    row("… within maxInterval",
        unconnectedFor(38s, 0, R"({"timeout":30000,"maxInterval":10000})"),
        "connect 1000");
    row("… exactly at its end",
        unconnectedFor(39s, 0, R"({"timeout":30000,"maxInterval":10000})"),
        "connect 1000");
    row("… beyond it",
        unconnectedFor(39001ms, 0, R"({"timeout":30000,"maxInterval":10000})"),
        "handshake 1000");
    row("connect refused without advice", refused(Stage::Connect, 0), "connect 1000");
    row("… with advice retry",
        refused(Stage::Connect, 1, R"({"reconnect":"retry"})"),
        "connect 2000");
    row("… with advice handshake",
        refused(Stage::Connect, 4, R"({"reconnect":"handshake"})"),
        "handshake 0");
    row("… with advice handshake and interval",
        refused(Stage::Connect, 0, R"({"reconnect":"handshake","interval":300})"),
        "handshake 300");
    row("… with advice none", refused(Stage::Connect, 0, R"({"reconnect":"none"})"), "stop");
    row("402 with advice", forgotten(0, R"({"reconnect":"handshake"})"), "handshake 0");
    row("402 without advice", forgotten(0, "{}"), "handshake 0");
    row("402 with advice retry", forgotten(0, R"({"reconnect":"retry"})"), "handshake 0");
    row("402 with advice none", forgotten(0, R"({"reconnect":"none"})"), "stop");
    row("402 at once after a handshake", forgotten(1, "{}"), "handshake 0");
    row("… and again", forgotten(2, "{}"), "handshake 1000");
    row("… and again and again", forgotten(9, "{}"), "handshake 8000");
}

void TestRecovery::decides()
{
    QFETCH(Trouble, trouble);
    QFETCH(QByteArray, expected);
    const Recovery recovery = recover(trouble, Backoff());
    static const QByteArrayList actions{"handshake", "connect", "stop"};
    const QByteArray &action = actions.at(int(recovery.action));
    QCOMPARE(action == "stop" ? action
                              : action + ' ' + QByteArray::number(qint64(recovery.delay.count())),
             expected);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
