// SPDX-License-Identifier: MIT
#include "core/bayeux/subscriptions.h"

#include <QStringList>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

namespace {

ChannelPattern pattern(const char *text)
{
    return *ChannelPattern::parse(text);
}

QString describe(const Subscriptions &subscriptions)
{
    static const QStringList states{u"waiting"_s, u"pending"_s, u"subscribed"_s, u"refused"_s};
    QStringList words;
    for (const SubscriptionInfo &info : subscriptions.all())
        words += (info.pattern.toString() + u' ' + states.at(int(info.state)) + u' ' + info.refusal
                  + info.explanation)
                     .trimmed();
    return words.join(u", "_s);
}

} // namespace

class TestSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsTheOrderOfTheWishes();
    void wantsEachOnce();
    void removesWhatIsThere();
    void forgetsTheRefusalWithTheNextState();
    void forgetsAllAnswersAfterAHandshake();
    void tellsWhenTheOneInForceWasConfirmed();
    void isNotInterruptedWhereAnotherClientTakesOver();
    void givesThoseThatWait();
    void ignoresAnswersForOthers();

private:
    Subscriptions m_subscriptions;
};

void TestSubscriptions::init()
{
    m_subscriptions = Subscriptions();
    QVERIFY(m_subscriptions.add(pattern("/b")));
    QVERIFY(m_subscriptions.add(pattern("/a")));
    QVERIFY(m_subscriptions.add(pattern("/c/**")));
    QVERIFY(m_subscriptions.add(pattern("/d")));
    m_subscriptions.acknowledge(pattern("/b"), Timestamp(std::chrono::seconds(7)));
    m_subscriptions.setState(pattern("/a"), SubscriptionState::Pending);
    m_subscriptions.refuse(pattern("/c/**"), u"403 no: "_s, u"Not allowed."_s);
}

void TestSubscriptions::keepsTheOrderOfTheWishes()
{
    QCOMPARE(describe(m_subscriptions),
             u"/b subscribed, /a pending, /c/** refused 403 no: Not allowed., /d waiting"_s);
}

void TestSubscriptions::wantsEachOnce()
{
    QVERIFY(!m_subscriptions.add(pattern("/b/")));
    QCOMPARE(m_subscriptions.all().size(), 4);
}

void TestSubscriptions::removesWhatIsThere()
{
    QVERIFY(m_subscriptions.remove(pattern("/b")));
    QVERIFY(!m_subscriptions.remove(pattern("/b")));
    QVERIFY(!m_subscriptions.find(pattern("/b")));
    QCOMPARE(m_subscriptions.all().size(), 3);
}

void TestSubscriptions::forgetsTheRefusalWithTheNextState()
{
    m_subscriptions.acknowledge(pattern("/c/**"), now());
    QCOMPARE(m_subscriptions.find(pattern("/c/**"))->refusal, QString());
    QCOMPARE(m_subscriptions.find(pattern("/c/**"))->explanation, QString());
}

void TestSubscriptions::forgetsAllAnswersAfterAHandshake()
{
    m_subscriptions.forgetAnswers();
    QCOMPARE(describe(m_subscriptions), u"/b waiting, /a waiting, /c/** waiting, /d waiting"_s);
}

void TestSubscriptions::tellsWhenTheOneInForceWasConfirmed()
{
    const auto confirmed = [this] {
        return m_subscriptions.find(pattern("/b"))->acknowledged;
    };
    QCOMPARE(confirmed(), Timestamp(std::chrono::seconds(7)));
    m_subscriptions.forgetAnswers(); // another client: what the old one had holds no more
    QVERIFY(!confirmed());
    m_subscriptions.setState(pattern("/b"), SubscriptionState::Pending);
    QVERIFY(!confirmed());
    m_subscriptions.acknowledge(pattern("/b"), Timestamp(std::chrono::seconds(9)));
    QCOMPARE(confirmed(), Timestamp(std::chrono::seconds(9)));
    m_subscriptions.postpone(pattern("/b"), {}, u"Suspended."_s);
    QVERIFY(!confirmed());
}

void TestSubscriptions::isNotInterruptedWhereAnotherClientTakesOver()
{
    Subscriptions successor;
    for (const char *one : {"/b", "/a", "/new"}) {
        QVERIFY(successor.add(pattern(one)));
        successor.acknowledge(pattern(one), Timestamp(std::chrono::seconds(100)));
    }
    QVERIFY(successor.add(pattern("/d")));
    successor.continueFrom(m_subscriptions.all());
    const auto confirmed = [&successor](const char *one) {
        return successor.find(pattern(one))->acknowledged;
    };
    QCOMPARE(confirmed("/b"), Timestamp(std::chrono::seconds(7)));
    QCOMPARE(confirmed("/a"), Timestamp(std::chrono::seconds(100))); // was not confirmed before
    QCOMPARE(confirmed("/new"), Timestamp(std::chrono::seconds(100)));
    QVERIFY(!confirmed("/d"));
}

void TestSubscriptions::givesThoseThatWait()
{
    QCOMPARE(m_subscriptions.waiting(), QList<ChannelPattern>{pattern("/d")});
}

void TestSubscriptions::ignoresAnswersForOthers()
{
    const QString before = describe(m_subscriptions);
    m_subscriptions.acknowledge(pattern("/x"), now());
    m_subscriptions.refuse(pattern("/x"), u"no"_s, {});
    QCOMPARE(describe(m_subscriptions), before);
}

QTEST_GUILESS_MAIN(TestSubscriptions)
#include "test_subscriptions.moc"
