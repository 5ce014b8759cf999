// SPDX-License-Identifier: MIT
// Sign-in as the monitor's user meets it: over reconnects, and with secrets that change.
#include "monitorfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

class TestMonitorSignIn : public QObject
{
    Q_OBJECT

private slots:
    void triesARefusedPasswordOnceOverReconnects();
    void handsOnTheRefreshTokenAndUsesIt();
    void asksForTheBrowser();
    void saysWhoIsSignedInAndHow_data();
    void saysWhoIsSignedInAndHow();

private:
    static int onDemo(MonitorFixture &fixture, const std::function<int(DemoInstance &)> &count);
};

int TestMonitorSignIn::onDemo(MonitorFixture &fixture,
                              const std::function<int(DemoInstance &)> &count)
{
    int result = 0;
    fixture.demo().run([&](DemoInstance &instance) { result = count(instance); });
    return result;
}

void TestMonitorSignIn::triesARefusedPasswordOnceOverReconnects()
{
    MonitorFixture fixture;
    fixture.options.credentials.password = u"wrong"_s;
    QSignalSpy failed(&fixture.monitor(), &Monitor::signInFailed);
    fixture.monitor().start();
    QTRY_COMPARE(failed.size(), 1);
    for (int i = 2; i < 5; ++i) {
        fixture.monitor().reconnectNow();
        QTRY_COMPARE(failed.size(), i);
    }
    QTRY_VERIFY(fixture.status().trouble.contains(u"Not tried again"_s));
    QVERIFY(fixture.status().ended);
    QCOMPARE(onDemo(fixture, [](DemoInstance &demo) { return demo.passwordTries(); }), 1);
    QCOMPARE(onDemo(fixture, [](DemoInstance &demo) { return demo.requests(); }), 1);
}

void TestMonitorSignIn::handsOnTheRefreshTokenAndUsesIt()
{
    MonitorFixture fixture;
    fixture.options.credentials.kind = Credentials::Kind::OAuthPassword;
    fixture.options.credentials.application = {
        DemoInstance::oauthClientId(), DemoInstance::oauthClientSecret(), 0};
    QList<Credentials> changes;
    connect(&fixture.monitor(), &Monitor::secretsChanged, this, [&](const Credentials &changed) {
        changes += changed;
    });
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(!changes.constFirst().refreshToken.isEmpty());

    QSignalSpy stopped(&fixture.monitor(), &Monitor::stopped);
    fixture.monitor().stop();
    QTRY_COMPARE(stopped.size(), 1);
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    QCOMPARE(onDemo(fixture, [](DemoInstance &demo) { return demo.passwordTries(); }), 1);
    QCOMPARE(onDemo(fixture, [](DemoInstance &demo) { return demo.requests("/oauth_token.do"); }),
             2);
}

void TestMonitorSignIn::asksForTheBrowser()
{
    MonitorFixture fixture;
    fixture.options.credentials.kind = Credentials::Kind::OAuthBrowser;
    fixture.options.credentials.application = {DemoInstance::oauthClientId(), {}, 0};
    QSignalSpy asked(&fixture.monitor(), &Monitor::browserRequested);
    fixture.monitor().start();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toUrl().path(), u"/oauth_auth.do"_s);
    QTRY_VERIFY(fixture.status().signingIn);
    QSignalSpy stopped(&fixture.monitor(), &Monitor::stopped);
    fixture.monitor().stop(); // while nobody has come back
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!fixture.status().signingIn);
}

void TestMonitorSignIn::saysWhoIsSignedInAndHow_data()
{
    QTest::addColumn<Credentials::Kind>("kind");
    QTest::addColumn<QString>("note");
    QTest::newRow("password") << Credentials::Kind::Password << u"as demo."_s;
    QTest::newRow("form") << Credentials::Kind::FormLogin << u"as demo."_s;
    QTest::newRow("client credentials")
        << Credentials::Kind::OAuthClientCredentials << u"with OAuth."_s;
}

void TestMonitorSignIn::saysWhoIsSignedInAndHow()
{
    QFETCH(const Credentials::Kind, kind);
    QFETCH(const QString, note);
    MonitorFixture fixture;
    fixture.options.credentials.kind = kind;
    fixture.options.credentials.application = {
        DemoInstance::oauthClientId(), DemoInstance::oauthClientSecret(), 0};
    fixture.monitor().start();
    QTRY_VERIFY(fixture.notes().join(u'\n').contains(note));
}

QTEST_GUILESS_MAIN(TestMonitorSignIn)
#include "test_monitorsignin.moc"
