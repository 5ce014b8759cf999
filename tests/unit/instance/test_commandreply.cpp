// SPDX-License-Identifier: MIT
#include "core/instance/commandreply.h"

#include <QTest>

using namespace amb;

class TestCommandReply : public QObject
{
    Q_OBJECT

private slots:
    void tellsBusyFromRefused_data();
    void tellsBusyFromRefused();
    void tellsNoticesFromReplies_data();
    void tellsNoticesFromReplies();
};

void TestCommandReply::tellsBusyFromRefused_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<bool>("busy");
    const auto row = [](const char *name, const char *ext, bool busy) {
        QTest::newRow(name) << QByteArray("404::message_deleted") << QByteArray(ext) << busy;
    };
    row("429", R"({"glide.amb.reply.status.code":429,"rejected_by_glide":true})", true);
    row("202", R"({"glide.amb.reply.status.code":202,"rejected_by_glide":true})", true);
    row("as texts", R"({"glide.amb.reply.status.code":"429","rejected_by_glide":"true"})", true);
    row("not rejected", R"({"glide.amb.reply.status.code":429})", false);
    row("403", R"({"glide.amb.reply.status.code":403,"rejected_by_glide":true})", false);
    row("no code", R"({"rejected_by_glide":true})", false);
    row("no object", "[429]", false);
    row("nothing", "", false);
    QTest::newRow("by error") << QByteArray("429::busy") << QByteArray() << true;
}

void TestCommandReply::tellsBusyFromRefused()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, ext);
    QFETCH(bool, busy);
    QCOMPARE(isBusyReply(error, ext), busy);
}

void TestCommandReply::tellsNoticesFromReplies_data()
{
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<bool>("notice");
    const auto row = [](const char *name, const char *ext, bool notice) {
        QTest::newRow(name) << QByteArray(ext) << notice;
    };
    row("of a subscribe", R"({"received_by_glide":{"channel":"/meta/subscribe"}})", true);
    row("of an unsubscribe", R"({"received_by_glide":{"channel":"/meta/unsubscribe"}})", true);
    row("of another message", R"({"received_by_glide":{"channel":"/demo/a"}})", false);
    row("a flag", R"({"received_by_glide":true})", false);
    row("with the reply",
        R"({"received_by_glide":{"channel":"/meta/subscribe"},"processed_by_glide":true})",
        false);
    row("a reply", R"({"processed_by_glide":true})", false);
    row("broken", R"({"received_by_glide":{)", false);
}

void TestCommandReply::tellsNoticesFromReplies()
{
    QFETCH(QByteArray, ext);
    QFETCH(bool, notice);
    QCOMPARE(isEarlyNotice(ext), notice);
}

QTEST_GUILESS_MAIN(TestCommandReply)
#include "test_commandreply.moc"
