// SPDX-License-Identifier: MIT
#include "core/bayeux/channelname.h"
#include "core/bayeux/channelpattern.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestChannels : public QObject
{
    Q_OBJECT

private slots:
    void takesValidNames_data();
    void takesValidNames();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void aPatternIsNoName_data();
    void aPatternIsNoName();
    void takesWildcardsAtTheEndOnly_data();
    void takesWildcardsAtTheEndOnly();
    void nobodySubscribesToMetaChannels_data();
    void nobodySubscribesToMetaChannels();
    void knowsServiceAndMetaChannels();
    void matches_data();
    void matches();
    void patternsAreEqualByTheirText();
};

void TestChannels::takesValidNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    const auto same = [](const char *text) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(text);
    };
    same("/a");
    same("/foo/bar");
    same("/rw/default/incident/YWN0aXZlPXRydWU-");
    same("/rw/default/incident/a+b/c-"); // base64 with + and /
    same("/!#$()+-.@_{~}/0 9");
    same("/a*b"); // no wildcard: not a segment of its own
    same("/a**");
    same("/***");
    same("/service/transaction/cancel");
    QTest::newRow("trailing slash") << QByteArray("/foo/") << QByteArray("/foo");
    QTest::newRow("space around") << QByteArray("  /foo \n") << QByteArray("/foo");
    QTest::newRow("very long") << '/' + QByteArray(100000, 'a') << '/' + QByteArray(100000, 'a');
}

void TestChannels::takesValidNames()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    const Result<ChannelName> parsed = ChannelName::parse(text);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed->bytes(), name);
    const Result<ChannelPattern> pattern = ChannelPattern::parse(text);
    QVERIFY(pattern.ok());
    QCOMPARE(pattern->bytes(), name);
    QVERIFY(!pattern->isWild());
}

void TestChannels::refusesInvalidText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const QString &says) {
        QTest::newRow(text) << QByteArray(text) << says;
    };
    row("", u"A channel name is missing: type one such as /demo/echo."_s);
    row("foo", u"A channel name begins with “/”, for example /foo."_s);
    row("/", u"“/” alone is no channel: type a name after it."_s);
    row("//", u"A channel name cannot have an empty segment (“//” at character 1)."_s);
    row("/foo//bar", u"A channel name cannot have an empty segment (“//” at character 5)."_s);
    const QString allowed =
        u" Allowed are letters, digits, space and ! # $ ( ) * + - . / @ _ { ~ }."_s;
    for (const QChar wrong : u"%=&?:;,'\"<>|\\^[]`"_s) {
        const QString text = u"/a"_s + wrong + u"b"_s;
        row(text.toUtf8().constData(),
            u"A channel name cannot contain “%1” (character 3)."_s.arg(wrong) + allowed);
    }
    row("/größe", u"A channel name cannot contain “ö” (character 4)."_s + allowed);
    row("/ö/ü", u"A channel name cannot contain “ö” (character 2)."_s + allowed);
    row("/a🚪", u"A channel name cannot contain “🚪” (character 3)."_s + allowed);
    row("/a\tb", u"A channel name cannot contain “\t” (character 3)."_s + allowed);
}

void TestChannels::refusesInvalidText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const Result<ChannelName> name = ChannelName::parse(text);
    QVERIFY(!name.ok());
    QCOMPARE(name.error().kind, ErrorKind::Input);
    QCOMPARE(name.error().text, says);
    const Result<ChannelPattern> pattern = ChannelPattern::parse(text);
    QVERIFY(!pattern.ok());
    QCOMPARE(pattern.error().text, says);
}

void TestChannels::aPatternIsNoName_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"/*", "/**", "/foo/*", "/foo/**", "/foo/*/bar", "/foo/**/bar", "/foo/*/"})
        QTest::newRow(text) << QByteArray(text);
}

void TestChannels::aPatternIsNoName()
{
    QFETCH(QByteArray, text);
    const Result<ChannelName> name = ChannelName::parse(text);
    QVERIFY(!name.ok());
    QVERIFY(name.error().text.contains(u"is a pattern"_s));
}

void TestChannels::takesWildcardsAtTheEndOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    for (const char *text : {"/*", "/**", "/foo/*", "/foo/**", "/foo/bar/**", "/foo/*/"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text :
         {"/*/foo", "/**/foo", "/foo/*/bar", "/foo/**/bar", "/*/**", "/**/*", "/**/**"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void TestChannels::takesWildcardsAtTheEndOnly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isValid);
    const Result<ChannelPattern> pattern = ChannelPattern::parse(text);
    QCOMPARE(pattern.ok(), isValid);
    if (isValid)
        QVERIFY(pattern->isWild());
    else
        QVERIFY(pattern.error().text.contains(u"the wildcard is in the middle"_s));
}

void TestChannels::nobodySubscribesToMetaChannels_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"/meta/connect", "/meta/*", "/meta/**", "/meta/foo/bar"})
        QTest::newRow(text) << QByteArray(text);
}

void TestChannels::nobodySubscribesToMetaChannels()
{
    QFETCH(QByteArray, text);
    const Result<ChannelPattern> pattern = ChannelPattern::parse(text);
    QVERIFY(!pattern.ok());
    QVERIFY(pattern.error().text.contains(u"belong to the protocol"_s));
}

void TestChannels::knowsServiceAndMetaChannels()
{
    QVERIFY(ChannelName::parse("/meta/connect")->isMeta());
    QVERIFY(!ChannelName::parse("/metal/connect")->isMeta());
    QVERIFY(!ChannelName::parse("/sn/meta/channel_redirect/x")->isMeta());
    QVERIFY(ChannelName::parse("/service/echo")->isService());
    QVERIFY(!ChannelName::parse("/services/echo")->isService());
}

/// The table of ChannelIdTest.testMatches and testWilds, and more of the kind.
void TestChannels::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, const char *channel, bool expected) {
        QTest::addRow("%s %s", pattern, channel)
            << QByteArray(pattern) << QByteArray(channel) << expected;
    };
    row("/foo", "/foo", true);
    row("/foo", "/foo/bar", false);
    row("/foo", "/Foo", false);
    row("/foo/bar", "/foo", false);
    row("/foo/*", "/foo", false);
    row("/foo/*", "/foo/", false);
    row("/foo/*", "/foo/bar", true);
    row("/foo/*", "/foo/a/b", false);
    row("/foo/*", "/foobar/a", false);
    row("/foo/*", "/foobar", false);
    row("/foo/*", "/bar/foo/a", false);
    row("/foo/**", "/foo", false);
    row("/foo/**", "/foo/", false);
    row("/foo/**", "/foo/a", true);
    row("/foo/**", "/foo/a/b", true);
    row("/foo/**", "/foo/a/b/c/d", true);
    row("/foo/**", "/foobar/a", false);
    row("/*", "/foo", true);
    row("/*", "/foo/bar", false);
    row("/**", "/foo", true);
    row("/**", "/foo/bar", true);
    row("/**", "/meta/connect", false);
    row("/*", "/meta", true);
    row("/**", "", false);
    row("/rw/**", "/rw/default/incident/YWN0aXZlPXRydWU-", true);
}

void TestChannels::matches()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, channel);
    QFETCH(bool, expected);
    QCOMPARE(ChannelPattern::parse(pattern)->matches(channel), expected);
}

void TestChannels::patternsAreEqualByTheirText()
{
    QCOMPARE(*ChannelPattern::parse("/foo/"), *ChannelPattern::parse("/foo"));
    QVERIFY(!(*ChannelPattern::parse("/foo/*") == *ChannelPattern::parse("/foo/**")));
    QVERIFY(!ChannelPattern().isWild());
    QVERIFY(!ChannelPattern().matches("/foo"));
}

QTEST_GUILESS_MAIN(TestChannels)
#include "test_channels.moc"
