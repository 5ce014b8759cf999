// SPDX-License-Identifier: MIT
#include "ui/publish/publishpane.h"
#include "ui/widgets/elidedlabel.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// Writing a message, sending it, and what came of it.
class TestPublishPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sendsByControlReturn();
    void sendsByButton();
    void sendsAnyJsonValue_data();
    void sendsAnyJsonValue();
    void namesLineAndColumnOfAnError();
    void refusesChannelsOfTheProtocol();
    void keepsWhatWasTyped();
    void showsWhatCameOfIt_data();
    void showsWhatCameOfIt();
    void ignoresOutcomesOfOthers();

private:
    void type(const QString &channel, const QString &data)
    {
        QTest::keyClicks(m_channel, channel);
        m_data->setPlainText(data);
    }

    std::unique_ptr<PublishPane> m_pane;
    std::unique_ptr<QSignalSpy> m_requests;
    QLineEdit *m_channel = nullptr;
    QPlainTextEdit *m_data = nullptr;
    QPushButton *m_send = nullptr;
    QTreeWidget *m_history = nullptr;
};

void TestPublishPane::init()
{
    qRegisterMetaType<ChannelName>();
    m_pane = std::make_unique<PublishPane>();
    m_requests = std::make_unique<QSignalSpy>(m_pane.get(), &PublishPane::publishRequested);
    m_channel = m_pane->findChild<QLineEdit *>(u"publishChannel"_s);
    m_data = m_pane->findChild<QPlainTextEdit *>(u"publishData"_s);
    m_send = m_pane->findChild<QPushButton *>(u"publishSend"_s);
    m_history = m_pane->findChild<QTreeWidget *>(u"publishHistory"_s);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestPublishPane::sendsByControlReturn()
{
    type(u"/a/b"_s, uR"( {"z": 1.10} )"_s);
    m_data->setFocus();
    QTest::keyClick(m_data, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_requests->size(), 1);
    QCOMPARE(m_requests->first().at(1).toByteArray(), QByteArray(R"({"z": 1.10})"));
}

void TestPublishPane::sendsByButton()
{
    QVERIFY(!m_send->isEnabled());
    type(u"/a"_s, u"1"_s);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(m_requests->size(), 1);
}

void TestPublishPane::sendsAnyJsonValue_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("null") << u"null"_s;
    QTest::newRow("zero") << u"0"_s;
    QTest::newRow("empty string") << uR"("")"_s;
    QTest::newRow("array") << u"[]"_s;
}

void TestPublishPane::sendsAnyJsonValue()
{
    QFETCH(const QString, json);
    type(u"/a"_s, json);
    QVERIFY(m_send->isEnabled());
}

void TestPublishPane::namesLineAndColumnOfAnError()
{
    type(u"/a"_s, u"{\n  \"ä\": x\n}"_s);
    const QString hint = m_pane->findChild<ElidedLabel *>(u"publishHint"_s)->text();
    QVERIFY2(hint.contains(u"Line 2, column 8"_s), qPrintable(hint));
    QVERIFY(!m_send->isEnabled());
    QCOMPARE(m_data->extraSelections().size(), 1);
    m_data->setFocus();
    QTest::keyClick(m_data, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_requests->size(), 0);
}

void TestPublishPane::refusesChannelsOfTheProtocol()
{
    type(u"/meta/connect"_s, u"{}"_s);
    QVERIFY(!m_send->isEnabled());
    const QString hint = m_pane->findChild<ElidedLabel *>(u"publishHint"_s)->text();
    QVERIFY2(hint.contains(u"/meta"_s), qPrintable(hint));
}

void TestPublishPane::keepsWhatWasTyped()
{
    type(u"/a"_s, uR"({"text": "hello"})"_s);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(m_pane->channelText(), u"/a"_s);
    QCOMPARE(m_pane->dataText(), uR"({"text": "hello"})"_s);
}

void TestPublishPane::showsWhatCameOfIt_data()
{
    QTest::addColumn<PublishOutcome::Result>("result");
    QTest::addColumn<QString>("word");
    QTest::newRow("ok") << PublishOutcome::Result::Acknowledged << u"Acknowledged"_s;
    QTest::newRow("refused") << PublishOutcome::Result::Refused << u"Refused"_s;
    QTest::newRow("failed") << PublishOutcome::Result::Failed << u"Failed"_s;
}

void TestPublishPane::showsWhatCameOfIt()
{
    QFETCH(const PublishOutcome::Result, result);
    QFETCH(const QString, word);
    m_pane->addSent(PublishId(7), *ChannelName::parse("/a"));
    QCOMPARE(m_history->topLevelItemCount(), 1);
    PublishOutcome outcome;
    outcome.id = PublishId(7);
    outcome.result = result;
    outcome.reply = R"({"id":"9"})";
    outcome.text = u"In one sentence."_s;
    outcome.roundTrip = std::chrono::milliseconds(41);
    m_pane->showOutcome(outcome);
    QStringList cells;
    for (int column = 0; column < m_history->columnCount(); ++column)
        cells.append(m_history->topLevelItem(0)->text(column));
    const QString row = cells.join(u'|');
    for (const QString &part : {word, u"41 ms"_s, u"/a"_s, outcome.text, uR"({"id":"9"})"_s})
        QVERIFY2(row.contains(part), qPrintable(row));
}

void TestPublishPane::ignoresOutcomesOfOthers()
{
    PublishOutcome outcome;
    outcome.id = PublishId(3);
    m_pane->showOutcome(outcome);
    QCOMPARE(m_history->topLevelItemCount(), 0);
}

QTEST_MAIN(TestPublishPane)
#include "test_publishpane.moc"
