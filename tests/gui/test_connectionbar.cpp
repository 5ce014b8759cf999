// SPDX-License-Identifier: MIT
#include "ui/connection/connectionbar.h"
#include "ui/connection/connectiondetails.h"
#include "ui/connection/windowidentity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

namespace {

ConnectionStatus connected()
{
    ConnectionStatus status;
    status.state = ConnectionState::Connected;
    status.transport = TransportType::WebSocket;
    status.session = SessionStatus::LoggedIn;
    status.sessionEnds = now() + 19min + 30s;
    return status;
}

} // namespace

/// What the bar says of the session at the instance.
class TestConnectionBar : public QObject
{
    Q_OBJECT

private slots:
    void saysHowMuchTimeIsLeft();
    void saysWhatHappensToTheSession_data();
    void saysWhatHappensToTheSession();
    void saysWhyNobodyIsSignedIn();
    void countsReplacedSessions();
    void doesNotRepeatWhatANoticeSays();

private:
    QString text(const QString &name)
    {
        return m_bar.findChild<QWidget *>(name)->property("text").toString();
    }

    ConnectionBar m_bar{WindowIdentity{}};
};

void TestConnectionBar::doesNotRepeatWhatANoticeSays()
{
    ConnectionBar bar{WindowIdentity{}};
    const auto reason = [&bar] {
        return bar.findChild<QWidget *>(u"connectionReason"_s)->property("text").toString();
    };
    ConnectionStatus status;
    status.trouble = u"The password is wrong."_s;
    bar.setStatus(status);
    QCOMPARE(reason(), status.trouble);
    bar.setTold(status.trouble);
    QCOMPARE(reason(), QString());
    bar.setTold({});
    QCOMPARE(reason(), status.trouble);
}

void TestConnectionBar::saysHowMuchTimeIsLeft()
{
    m_bar.setStatus(connected());
    QVERIFY2(text(u"sessionLeft"_s).startsWith(u"session 19:"_s),
             qPrintable(text(u"sessionLeft"_s)));
}

void TestConnectionBar::saysWhatHappensToTheSession_data()
{
    QTest::addColumn<SessionStatus>("session");
    QTest::addColumn<bool>("renewing");
    QTest::addColumn<QString>("words");
    QTest::newRow("ended") << SessionStatus::Invalidated << false << u"not signed in"_s;
    QTest::newRow("logged out") << SessionStatus::LoggedOut << false << u"not signed in"_s;
    QTest::newRow("ended, renewed") << SessionStatus::Invalidated << true << u"renewing session"_s;
    QTest::newRow("replaced in time") << SessionStatus::LoggedIn << true << u"replacing session"_s;
}

void TestConnectionBar::saysWhatHappensToTheSession()
{
    QFETCH(SessionStatus, session);
    QFETCH(bool, renewing);
    QFETCH(QString, words);
    ConnectionStatus status = connected();
    status.session = session;
    status.renewing = renewing;
    m_bar.setStatus(status);
    QCOMPARE(text(u"sessionLeft"_s), words);
}

void TestConnectionBar::saysWhyNobodyIsSignedIn()
{
    ConnectionStatus status = connected();
    status.trouble = u"The session cannot be renewed: sign in anew."_s;
    m_bar.setStatus(status);
    QCOMPARE(text(u"connectionReason"_s), QString());
    status.session = SessionStatus::Invalidated;
    m_bar.setStatus(status);
    QCOMPARE(text(u"connectionReason"_s), status.trouble);
}

void TestConnectionBar::countsReplacedSessions()
{
    ConnectionStatus status = connected();
    status.replacements = 2;
    m_bar.setStatus(status);
    auto &details = *m_bar.findChild<ConnectionDetails *>(u"connectionDetails"_s);
    details.setStatus(status, now());
    QVERIFY2(details.text().contains(u"sessions replaced: 2"_s), qPrintable(details.text()));
    status.renewing = true;
    details.setStatus(status, now());
    QVERIFY2(details.text().contains(u"being replaced"_s), qPrintable(details.text()));
}

} // namespace amb

QTEST_MAIN(amb::TestConnectionBar)

#include "test_connectionbar.moc"
