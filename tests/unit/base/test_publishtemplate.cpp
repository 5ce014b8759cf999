// SPDX-License-Identifier: MIT
#include "core/publishtemplate.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Placeholders in what is published, and what is not kept.
class TestPublishTemplate : public QObject
{
    Q_OBJECT

private slots:
    void fillsIn_data();
    void fillsIn();
    void makesNewIds();
    void namesWhatIsNoPlaceholder();
    void findsPlacesInWhatWasWritten();
    void listsEveryPlaceholder();
    void tellsSecretsByTheirNames_data();
    void tellsSecretsByTheirNames();
};

namespace {

const TemplateValues values{
    Timestamp(std::chrono::milliseconds(1'772'446'531'402)), u"agent \"one\""_s, 7};

} // namespace

void TestPublishTemplate::fillsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << uR"({"a":{"b":{}}})"_s << uR"({"a":{"b":{}}})"_s;
    QTest::newRow("in a string") << uR"(["at {{now}}"])"_s << uR"(["at 2026-03-02 10:15:31"])"_s;
    QTest::newRow("as a value") << uR"([{{now}}])"_s << uR"(["2026-03-02 10:15:31"])"_s;
    QTest::newRow("ISO") << uR"("{{iso}}")"_s << uR"("2026-03-02T10:15:31.402Z")"_s;
    QTest::newRow("numbers") << uR"([{{ms}},"{{n}}"])"_s << uR"([1772446531402,"7"])"_s;
    QTest::newRow("quotes in a string") << uR"("{{user}}!")"_s << uR"("agent \"one\"!")"_s;
    QTest::newRow("quotes as a value") << u"{{user}}"_s << uR"("agent \"one\"")"_s;
    QTest::newRow("behind an escaped quote")
        << uR"("\"{{user}}")"_s
        << uR"("\"agent \"one\"")"_s.replace(u"agent \"one\""_s, u"agent \\\"one\\\""_s);
    QTest::newRow("spaces") << u"{{ n }}"_s << u"7"_s;
    QTest::newRow("unfinished") << uR"("{{n}")"_s << uR"("{{n}")"_s;
    QTest::newRow("unknown") << uR"("{{nwo}}")"_s << uR"("{{nwo}}")"_s;
    QTest::newRow("twice") << u"[{{n}},{{n}}]"_s << u"[7,7]"_s;
}

void TestPublishTemplate::fillsIn()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(FilledTemplate(text, values).text(), expected);
}

void TestPublishTemplate::makesNewIds()
{
    static const QRegularExpression form(
        u"^\\[\"[0-9a-f-]{36}\",\"([0-9a-f]{32})\",\"([0-9a-f]{32})\"\\]$"_s);
    const auto match =
        form.match(FilledTemplate(u"[{{uuid}},{{sys_id}},{{sys_id}}]"_s, values).text());
    QVERIFY(match.hasMatch());
    QVERIFY(match.captured(1) != match.captured(2));
}

void TestPublishTemplate::namesWhatIsNoPlaceholder()
{
    const FilledTemplate filled(uR"(["{{nwo}}",{{n}}])"_s, values);
    QCOMPARE(filled.unknown(), QStringList{u"{{nwo}}"_s});
    QVERIFY(filled.hasPlaceholders());
    QVERIFY(!FilledTemplate(u"[1]"_s, values).hasPlaceholders());
}

void TestPublishTemplate::findsPlacesInWhatWasWritten()
{
    const QString written = u"[{{n}},\"{{now}}\",x]"_s;
    const FilledTemplate filled(written, values);
    QCOMPARE(filled.writtenAt(0), 0);
    QCOMPARE(filled.writtenAt(filled.text().indexOf(u'7')), 1);
    QCOMPARE(filled.writtenAt(filled.text().indexOf(u'x')), written.indexOf(u'x'));
    QCOMPARE(filled.writtenAt(filled.text().size()), written.size());
    QCOMPARE(filled.writtenAt(filled.text().indexOf(u"10:15"_s)), written.indexOf(u"{{now}}"_s));
}

void TestPublishTemplate::listsEveryPlaceholder()
{
    for (const Placeholder &placeholder : FilledTemplate::placeholders()) {
        const FilledTemplate filled(placeholder.name, values);
        QVERIFY2(filled.hasPlaceholders(), qPrintable(placeholder.name));
        QVERIFY(!placeholder.meaning.isEmpty());
    }
}

void TestPublishTemplate::tellsSecretsByTheirNames_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a password") << uR"({"user":"a","password" : "x"})"_s << true;
    QTest::newRow("within a name") << uR"({"userPasswordHash":1})"_s << true;
    QTest::newRow("a token") << uR"({"a":{"ACCESS_TOKEN":"x"}})"_s << true;
    QTest::newRow("a key") << uR"({"api_key":"x"})"_s << true;
    QTest::newRow("a value only") << uR"({"text":"my password is gone"})"_s << false;
    QTest::newRow("nothing") << uR"({"text":"hello"})"_s << false;
}

void TestPublishTemplate::tellsSecretsByTheirNames()
{
    QFETCH(const QString, json);
    QFETCH(const bool, expected);
    QCOMPARE(mayHoldSecret(json), expected);
}

QTEST_GUILESS_MAIN(TestPublishTemplate)
#include "test_publishtemplate.moc"
