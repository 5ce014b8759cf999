// SPDX-License-Identifier: MIT
#include "core/instance/sessionext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;

namespace {

QString describe(const SessionExt &ext)
{
    static const QStringList states{
        u"unknown"_s, u"logged in"_s, u"logged out"_s, u"invalidated"_s};
    return (ext.isPresent ? states.at(int(ext.status)) : u"absent"_s)
        + (ext.remaining ? u" "_s + QString::number(ext.remaining->count()) : QString());
}

/// The ext of the first message of one of the captured frames.
QByteArray extOfFrame(int number)
{
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value("n"_L1).toInt() == number)
            return QJsonDocument(
                       line.value("frame"_L1).toArray().at(0).toObject().value("ext"_L1).toObject())
                .toJson();
    }
    return {};
}

} // namespace

class TestSessionExt : public QObject
{
    Q_OBJECT

private slots:
    void readsCapturedFrames_data();
    void readsCapturedFrames();
    void survivesWhatIsNotAsItShouldBe_data();
    void survivesWhatIsNotAsItShouldBe();
};

void TestSessionExt::readsCapturedFrames_data()
{
    QTest::addColumn<int>("frame");
    QTest::addColumn<QString>("expected");
    QTest::newRow("handshake, logged in") << 2 << u"logged in 1800"_s;
    QTest::newRow("handshake, no session") << 3 << u"invalidated 0"_s;
    QTest::newRow("connect, touch") << 10 << u"logged in 1200"_s;
    QTest::newRow("connect, reaped") << 11 << u"invalidated 0"_s;
    QTest::newRow("connect, logged out") << 12 << u"logged out 0"_s;
    QTest::newRow("connect, AMB off") << 13 << u"logged in"_s;
    QTest::newRow("connect, null") << 14 << u"unknown"_s;
    QTest::newRow("unknown client: no ext") << 15 << u"absent"_s;
}

void TestSessionExt::readsCapturedFrames()
{
    QFETCH(int, frame);
    QFETCH(QString, expected);
    const QByteArray ext = extOfFrame(frame);
    QVERIFY(!ext.isEmpty());
    QCOMPARE(describe(SessionExt::parse(ext)), expected);
}

void TestSessionExt::survivesWhatIsNotAsItShouldBe_data()
{
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *ext, const QString &expected) {
        QTest::newRow(name) << QByteArray(ext) << expected;
    };
    row("nothing", "", u"absent"_s);
    row("no JSON", "{", u"absent"_s);
    row("no object", "[1]", u"absent"_s);
    row("a status nobody knows", R"({"glide.session.status":"session.odd"})", u"unknown"_s);
    row("a status of a wrong type", R"({"glide.session.status":{"a":1}})", u"unknown"_s);
    row("time as text", R"({"glide.session.time.remaining.in.seconds":"1800"})", u"absent"_s);
    row("time below 0", R"({"glide.session.time.remaining.in.seconds":-5})", u"absent 0"_s);
    row("time without end",
        R"({"glide.session.time.remaining.in.seconds":1e300})",
        u"absent 31536000"_s);
}

void TestSessionExt::survivesWhatIsNotAsItShouldBe()
{
    QFETCH(QByteArray, ext);
    QFETCH(QString, expected);
    QCOMPARE(describe(SessionExt::parse(ext)), expected);
}

QTEST_GUILESS_MAIN(TestSessionExt)
#include "test_sessionext.moc"
