// SPDX-License-Identifier: MIT
#include "core/instance/refusal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// The refusals of amb.md § 5.3 and those of a plain CometD server.
class TestRefusal : public QObject
{
    Q_OBJECT

private slots:
    void explains_data();
    void explains();
    void staysShort();
};

void TestRefusal::explains_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char *name,
                        const char *error,
                        const char *ext,
                        const QString &refusal,
                        const QString &explanation) {
        QTest::newRow(name) << QByteArray(error) << QByteArray(ext) << refusal << explanation;
    };
    const char *deleted = "404::message_deleted";
    row("not logged in",
        deleted,
        R"({"glide.amb.reply.status.code":403,"glide.amb.reply.status.message":"Either the channel is not a public channel or http session is not mapped against glide session with a valid user","rejected_by_glide":true})",
        u"Either the channel is not a public channel or http session is not mapped against glide "
        u"session with a valid user"_s,
        u"Not signed in"_s);
    row("no processor",
        deleted,
        R"({"glide.amb.reply.status.message":"No processor matches the provided channel","rejected_by_glide":true})",
        u"No processor matches the provided channel"_s,
        u"The instance serves no such channel"_s);
    row("ACL",
        deleted,
        R"({"glide.amb.reply.status.message":"403:Denied authorization to subscribe to /rw/** by processor: RecordWatcherAMBProcessor:subscribe_denied"})",
        u"403:Denied authorization to subscribe to /rw/** by processor: "
        u"RecordWatcherAMBProcessor:subscribe_denied"_s,
        u"Signed in, but not allowed"_s);
    row("semaphore full",
        deleted,
        R"({"glide.amb.reply.status.code":429,"rejected_by_glide":true})",
        u"404::message_deleted (429)"_s,
        u"The instance is busy"_s);
    row("accepted, later",
        deleted,
        R"({"glide.amb.reply.status.code":202,"rejected_by_glide":true})",
        u"404::message_deleted (202)"_s,
        u"The instance is busy"_s);
    row("unknown words with a code",
        deleted,
        R"({"glide.amb.reply.status.code":403,"glide.amb.reply.status.message":"Nope"})",
        u"Nope"_s,
        u"Not allowed"_s);
    row("CometD policy",
        "403:denied_by_security_policy:subscribe_denied",
        "",
        u"403:denied_by_security_policy:subscribe_denied"_s,
        u"Signed in, but not allowed"_s);
    row("CometD publish", "403::publish_denied", "{}", u"403::publish_denied"_s, u"Not allowed"_s);
    row("unknown session",
        "402::session_unknown",
        "",
        u"402::session_unknown"_s,
        u"The server does not know this session any more"_s);
    row("Faye", "401:x:Unknown client", "", u"401:x:Unknown client"_s, u"Not signed in"_s);
    row("invalid channel",
        "405::channel_invalid",
        "",
        u"405::channel_invalid"_s,
        u"The request was refused: the server does not accept this channel name"_s);
    row("deleted without ext",
        deleted,
        "",
        u"404::message_deleted"_s,
        u"The instance dropped the message"_s);
    row("nothing at all", "", "", u"refused without a reason"_s, QString());
    row("ext of wrong types",
        "500::no",
        R"({"glide.amb.reply.status.code":"403","glide.amb.reply.status.message":[1]})",
        u"500::no"_s,
        QString());
    row("ext that is no JSON", "500::no", "{", u"500::no"_s, QString());
}

void TestRefusal::explains()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, ext);
    QFETCH(QString, refusal);
    QFETCH(QString, explanation);
    const RefusalWords words = explainRefusal(error, ext);
    QCOMPARE(words.refusal, refusal);
    QVERIFY2(words.explanation.startsWith(explanation), qPrintable(words.explanation));
    QCOMPARE(words.explanation.isEmpty(), explanation.isEmpty());
}

void TestRefusal::staysShort()
{
    const RefusalWords words =
        explainRefusal("500::" + QByteArray("a\n\x1b[31m").repeated(100000), {});
    QVERIFY(words.refusal.size() <= 300);
    QVERIFY(!words.refusal.contains(u'\n') && !words.refusal.contains(u'\x1b'));
}

QTEST_GUILESS_MAIN(TestRefusal)
#include "test_refusal.moc"
