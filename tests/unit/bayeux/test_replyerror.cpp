// SPDX-License-Identifier: MIT
#include "core/bayeux/replyerror.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestReplyError : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestReplyError::reads_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("isUnknownClient");
    const auto row = [](const char *error, const QString &expected, bool isUnknownClient = false) {
        QTest::newRow(error) << QByteArray(error) << expected << isUnknownClient;
    };
    row("402::Unknown client", u"402 () Unknown client"_s, true);
    row("402::unknown_session", u"402 () unknown_session"_s, true);
    row("402::session_unknown", u"402 () session_unknown"_s, true);
    row("402:8k2m:Unbekannt: weg", u"402 (8k2m) Unbekannt: weg"_s, true);
    row("402:Unknown client", u"402 () 402:Unknown client"_s, true);
    row("402", u"402 () 402"_s, true);
    row("401:1a2b:Unknown client", u"401 (1a2b) Unknown client"_s); // Faye: told by its advice
    row("403:denied_by_security_policy:subscribe_denied",
        u"403 (denied_by_security_policy) subscribe_denied"_s);
    row("403::handshake_denied", u"403 () handshake_denied"_s);
    row("404::message_deleted", u"404 () message_deleted"_s);
    row("405:a,b:channel_invalid", u"405 (a,b) channel_invalid"_s);
    row("406::timeout", u"406 () timeout"_s);
    row("4020::no", u"4020 () no"_s);
    row("", u"0 () "_s);
    row("::", u"0 () ::"_s);
    row("Unknown client", u"0 () Unknown client"_s);
    row("402x::no", u"0 () 402x::no"_s);
    row("99999999999999999999::no", u"0 () 99999999999999999999::no"_s);
}

void TestReplyError::reads()
{
    QFETCH(QByteArray, error);
    QFETCH(QString, expected);
    QFETCH(bool, isUnknownClient);
    const ReplyError parsed = ReplyError::parse(error);
    QCOMPARE(u"%1 (%2) %3"_s.arg(QString::number(parsed.code), parsed.arguments, parsed.text),
             expected);
    QCOMPARE(parsed.isUnknownClient(), isUnknownClient);
}

QTEST_GUILESS_MAIN(TestReplyError)
#include "test_replyerror.moc"
