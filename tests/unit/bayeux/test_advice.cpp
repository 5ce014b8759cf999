// SPDX-License-Identifier: MIT
#include "core/bayeux/advice.h"

#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

class TestAdvice : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void doesNotAddToTheAdviceBefore();
};

void TestAdvice::reads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(expected);
    };
    row("defaults", "{}", "- 0 60000 0");
    row("usual", R"({"interval":0,"timeout":30000,"reconnect":"retry"})", "retry 0 30000 0");
    row("handshake", R"({"reconnect":"handshake","interval":500})", "handshake 500 60000 0");
    row("none", R"({"reconnect":"none"})", "none 0 60000 0");
    row("with maxInterval", R"({"maxInterval":10000})", "- 0 60000 10000");
    row("unknown action", R"({"reconnect":"again","interval":7})", "- 7 60000 0");
    row("action of a wrong case or type", R"({"reconnect":"NONE"})", "- 0 60000 0");
    row("action as a number", R"({"reconnect":1})", "- 0 60000 0");
    row("times of a wrong type",
        R"({"interval":"5","timeout":null,"maxInterval":[1]})",
        "- 0 60000 0");
    row("negative times", R"({"interval":-1,"timeout":-30000,"maxInterval":-5})", "- 0 0 0");
    row("fractions", R"({"interval":1.9})", "- 1 60000 0");
    row("more than an hour",
        R"({"interval":3600001,"timeout":1e300,"maxInterval":9223372036854775807})",
        "- 3600000 3600000 3600000");
    row("unknown fields",
        R"({"multiple-clients":true,"hosts":["a"],"websocket":{"interval":9}})",
        "- 0 60000 0");
    row("no object", "[1]", "- 0 60000 0");
    row("no JSON", "{", "- 0 60000 0");
    row("nothing", "", "- 0 60000 0");
}

void TestAdvice::reads()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const Advice advice = Advice::parse(json);
    static const QByteArrayList actions{"-", "retry", "handshake", "none"};
    QCOMPARE(actions.at(int(advice.reconnect)) + ' '
                 + QByteArray::number(qint64(advice.interval.count())) + ' '
                 + QByteArray::number(qint64(advice.timeout.count())) + ' '
                 + QByteArray::number(qint64(advice.maxInterval.count())),
             expected);
}

void TestAdvice::doesNotAddToTheAdviceBefore()
{
    Advice advice = Advice::parse(R"({"reconnect":"handshake","interval":2000,"timeout":1})");
    advice = Advice::parse(R"({"maxInterval":5})");
    Advice expected;
    expected.maxInterval = 5ms;
    QCOMPARE(advice, expected);
}

QTEST_GUILESS_MAIN(TestAdvice)
#include "test_advice.moc"
