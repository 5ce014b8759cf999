// SPDX-License-Identifier: MIT
#include "core/decode/valuemeaning.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// What is told of values beyond their letters, and what is left alone.
class TestValueMeaning : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAValueMeans_data();
    void tellsWhatAValueMeans();
    void leavesOrdinaryValuesAlone_data();
    void leavesOrdinaryValuesAlone();
    void tellsTimesInTheTimeZone();
    void saysItInASentence();
    void isBounded();
};

namespace {

const QString sysId = u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s;

QString told(const QString &value)
{
    static const QHash<ValueMeaning::Kind, QString> names{
        {ValueMeaning::Kind::SysId, u"sys_id"_s},
        {ValueMeaning::Kind::DateTime, u"time"_s},
        {ValueMeaning::Kind::EpochSeconds, u"s"_s},
        {ValueMeaning::Kind::EpochMilliseconds, u"ms"_s},
        {ValueMeaning::Kind::Base64, u"base64"_s},
        {ValueMeaning::Kind::UrlEncoded, u"url"_s},
    };
    QStringList lines;
    for (const ValueMeaning &meaning : explainValue(value, QTimeZone::utc()))
        lines.append(u"%1 %2=%3"_s.arg(names.value(meaning.kind), meaning.part, meaning.text));
    return lines.join(u" | "_s);
}

} // namespace

void TestValueMeaning::tellsWhatAValueMeans_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &value, const QString &expected) {
        QTest::newRow(name) << value << expected;
    };
    row("a sys_id", sysId, u"sys_id %1="_s.arg(sysId));
    row("in an encoded query",
        u"assigned_to=%1^active=true"_s.arg(sysId),
        u"sys_id %1="_s.arg(sysId));
    row("in a channel", u"/sn/rp/incident/"_s + sysId, u"sys_id %1="_s.arg(sysId));
    row("in a list", sysId + u","_s + sysId, u"sys_id %1="_s.arg(sysId));
    row("a stored time",
        u"2026-03-02 10:15:31"_s,
        u"time 2026-03-02 10:15:31=2026-03-02 10:15:31 UTC"_s);
    row("a time within words",
        u"due 2026-03-02 10:15:31!"_s,
        u"time 2026-03-02 10:15:31=2026-03-02 10:15:31 UTC"_s);
    row("seconds", u"1772446531"_s, u"s 1772446531=2026-03-02 10:15:31 UTC"_s);
    row("milliseconds", u"1772446531402"_s, u"ms 1772446531402=2026-03-02 10:15:31.402 UTC"_s);
    row("base64", u"YWN0aXZlPXRydWU="_s, u"base64 YWN0aXZlPXRydWU==active=true"_s);
    row("base64 in a channel",
        u"/rw/default/incident/YWN0aXZlPXRydWU-"_s,
        u"base64 YWN0aXZlPXRydWU-=active=true"_s);
    row("base64 of other letters",
        u"R3LDvMOfZSBhdXMgS8O2bG4="_s,
        u"base64 R3LDvMOfZSBhdXMgS8O2bG4==Grüße aus Köln"_s);
    row("URL-encoded",
        u"short_description%3Dprinter%20is%20on%20fire"_s,
        u"url short_description%3Dprinter%20is%20on%2…=short_description=printer is on fire"_s);
    row("a parameter",
        u"incident.do?sysparm_query=state%3D1"_s,
        u"url incident.do?sysparm_query=state%3D1=incident.do?sysparm_query=state=1"_s);
}

void TestValueMeaning::tellsWhatAValueMeans()
{
    QFETCH(const QString, value);
    QFETCH(const QString, expected);
    QCOMPARE(told(value), expected);
}

void TestValueMeaning::leavesOrdinaryValuesAlone_data()
{
    QTest::addColumn<QString>("value");
    const QStringList values{
        u""_s,
        u"true"_s,
        u"incident"_s,
        u"password"_s,
        u"Facilities"_s,
        u"INCIDENTMANAGEMENT"_s,
        u"internationalization"_s,
        u"short_description"_s,
        u"sn_customerservice_case"_s,
        u"AbstractAjaxProcessor"_s,
        u"GlideRecordSecure"_s,
        u"WebServiceIntegration"_s,
        u"systemTextMessage"_s,
        u"consumerTextMessage"_s,
        u"userPresenceChanged"_s,
        u"INC0010042"_s,
        u"agent.one"_s,
        u"agent.one@example.com"_s,
        u"Printer on the third floor is on fire"_s,
        u"1 - Critical"_s,
        u"42"_s,
        u"1234567890123456"_s,
        u"0123456789"_s, // a number of a telephone
        u"9876543210"_s,
        u"12345678901234567890123456789012"_s,
        u"100%"_s,
        u"50% of 20%"_s,
        u"100%zz"_s,
        u"%ff%fe"_s,
        u"2026-03-02"_s,
        u"2026-13-02 10:15:31"_s,
        u"12026-03-02 10:15:311"_s,
        u"5d0e4c1f"_s,
        u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5g"_s,
        u"8k2mfy1qv0s7d3n5t9xw4bzh6c"_s,
        u"Mozilla/5.0 (X11; Linux x86_64)"_s,
        u"https://dev12345.service-now.com/incident_list.do"_s,
        u"AAAAAAAAAAAAAAAAAAAAAA=="_s,
        u"/vtb/board/Facilities"_s,
    };
    for (const QString &value : values)
        QTest::newRow(qPrintable(value.isEmpty() ? u"nothing"_s : value)) << value;
}

void TestValueMeaning::leavesOrdinaryValuesAlone()
{
    QFETCH(const QString, value);
    QCOMPARE(told(value), QString());
}

void TestValueMeaning::tellsTimesInTheTimeZone()
{
    const QTimeZone zone(3 * 3600);
    const auto meanings = explainValue(u"2026-03-02 23:15:31"_s, zone);
    QCOMPARE(meanings.size(), 1);
    QVERIFY2(meanings.first().text.startsWith(u"2026-03-03 02:15:31"_s),
             qPrintable(meanings.first().text));
}

void TestValueMeaning::saysItInASentence()
{
    const QString text = explanationText(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    QCOMPARE(text, u"YWN0aXZlPXRydWU-: base64 of “active=true”"_s);
    QCOMPARE(explanationText(u"hello"_s), QString());
}

void TestValueMeaning::isBounded()
{
    QVERIFY(explainValue((sysId.left(31) + u"0,"_s).repeated(100'000)).size() <= 5);
    QStringList many;
    for (int i = 0; i < 1000; ++i)
        many.append(QString::number(1'772'446'531 + i));
    QCOMPARE(explainValue(many.join(u','), QTimeZone::utc()).size(), 5);
    const QString large = QString::fromLatin1(QByteArray(1'000'000, 'x').toBase64());
    for (const ValueMeaning &meaning : explainValue(large))
        QVERIFY(meaning.text.size() < 400);
}

QTEST_GUILESS_MAIN(TestValueMeaning)
#include "test_valuemeaning.moc"
