// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/channels/channelmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Subscriptions with what came on them.
class TestChannelModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsSubscriptionsInTheirOrder();
    void keepsRowsThatStay();
    void movesRowsToTheirNewPlace();
    void countsWhatMatchesAPattern();
    void countsChannelsThatComeLater();
    void tellsRates();
    void saysWhyItWasRefused();
    void isSilentWhenNothingChanged();

private:
    [[nodiscard]] QString names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row).data().toString());
        return names.join(u' ');
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<ChannelModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

SubscriptionInfo wanted(const char *pattern,
                        SubscriptionState state = SubscriptionState::Subscribed)
{
    SubscriptionInfo info;
    info.pattern = *ChannelPattern::parse(pattern);
    info.state = state;
    return info;
}

} // namespace

void TestChannelModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<ChannelModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestChannelModel::showsSubscriptionsInTheirOrder()
{
    m_model->setSubscriptions({wanted("/b"), wanted("/a")});
    QCOMPARE(names(), u"/b /a"_s);
}

void TestChannelModel::keepsRowsThatStay()
{
    m_model->setSubscriptions({wanted("/a"), wanted("/b"), wanted("/c")});
    const QPersistentModelIndex c = m_model->index(2);
    m_model->setSubscriptions({wanted("/a"), wanted("/c"), wanted("/d")});
    QCOMPARE(names(), u"/a /c /d"_s);
    QCOMPARE(c.row(), 1);
}

void TestChannelModel::movesRowsToTheirNewPlace()
{
    m_model->setSubscriptions({wanted("/a"), wanted("/b"), wanted("/c")});
    const QPersistentModelIndex a = m_model->index(0);
    m_model->setSubscriptions({wanted("/c"), wanted("/b"), wanted("/a")});
    QCOMPARE(names(), u"/c /b /a"_s);
    QCOMPARE(a.row(), 2);
}

void TestChannelModel::countsWhatMatchesAPattern()
{
    for (const char *channel : {"/a/x", "/a/y", "/a/y/z", "/b"})
        appendEvent(*m_store, channel);
    m_store->flush();
    m_model->setSubscriptions({wanted("/a/*"), wanted("/a/**"), wanted("/b"), wanted("/c")});
    QCOMPARE(m_model->entry(0).messages, 2);
    QCOMPARE(m_model->entry(1).messages, 3);
    QCOMPARE(m_model->entry(2).messages, 1);
    QCOMPARE(m_model->entry(3).messages, 0);
    QVERIFY(!m_model->entry(3).last);
}

void TestChannelModel::countsChannelsThatComeLater()
{
    m_model->setSubscriptions({wanted("/a/*")});
    appendEvent(*m_store, "/a/new");
    m_store->flush();
    m_model->sample(std::chrono::seconds(1));
    QCOMPARE(m_model->entry(0).messages, 1);
    QVERIFY(m_model->entry(0).last);
}

void TestChannelModel::tellsRates()
{
    m_model->setSubscriptions({wanted("/sample")});
    appendEvents(*m_store, 30);
    m_model->sample(std::chrono::seconds(2));
    QCOMPARE(m_model->entry(0).perSecond, 15.0);
    QVERIFY(ChannelModel::detail(m_model->entry(0)).contains(u"15/s"_s));
    m_model->sample(std::chrono::seconds(1));
    QCOMPARE(m_model->entry(0).perSecond, 0.0);
}

void TestChannelModel::saysWhyItWasRefused()
{
    SubscriptionInfo info = wanted("/no", SubscriptionState::Refused);
    info.refusal = u"No processor matches"_s;
    info.explanation = u"The instance has no such channel."_s;
    m_model->setSubscriptions({info});
    const QString said = m_model->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"Refused"_s) && said.contains(info.refusal)
                 && said.contains(info.explanation),
             qPrintable(said));
}

void TestChannelModel::isSilentWhenNothingChanged()
{
    m_model->setSubscriptions({wanted("/a")});
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->sample(std::chrono::seconds(1));
    m_model->setSubscriptions({wanted("/a")});
    QCOMPARE(changed.size(), 0);
    m_model->setSubscriptions({wanted("/a", SubscriptionState::Pending)});
    QCOMPARE(changed.size(), 1);
}

QTEST_MAIN(TestChannelModel)
#include "test_channelmodel.moc"
