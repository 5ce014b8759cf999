// SPDX-License-Identifier: MIT
#include "core/bayeux/channelpattern.h"
#include "sampletraffic.h"
#include "ui/connection/windowidentity.h"
#include "ui/publish/publishlog.h"
#include "ui/publish/publishpane.h"
#include "ui/publish/publishtemplates.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// What is kept of what was published, templates, repeating, and what came of a publish.
class TestPublishResults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void coloursJson();
    void fillsInPlaceholders();
    void namesThePlaceOfAnErrorBehindAPlaceholder();
    void saysWhatIsNoPlaceholder();
    void savesTemplatesByName();
    void offersTemplatesAndPlaceholders();
    void keepsHistoryAcrossRestarts();
    void keepsHistoryOfEachInstanceApart();
    void sendsAgain();
    void keepsNoSecrets();
    void ignoresADamagedHistory_data();
    void ignoresADamagedHistory();
    void keepsABoundedHistory();
    void repeatsUntilStopped();
    void stopsRepeatingWhenRefused();
    void stopsRepeatingWhenDisconnected();
    void repeatsWhatWasWrittenAtItsBeginning();
    void showsTheEchoAndOtherChannels();
    void saysWhenNothingCame();
    void saysThatNothingListensForTheEcho();

private:
    void makePane(const QString &instance = u"dev1"_s)
    {
        m_pane = std::make_unique<PublishPane>();
        m_pane->setCapture(*m_store);
        m_pane->setUser(u"agent.one"_s);
        m_pane->setInstance({.name = instance, .colour = {}});
        connect(m_pane.get(), &PublishPane::publishRequested, this, [this](const auto &channel) {
            m_channels.append(channel.toString());
            m_pane->addSent(PublishId(++m_lastId), channel);
        });
        m_requests = std::make_unique<QSignalSpy>(m_pane.get(), &PublishPane::publishRequested);
        m_pane->resize(1100, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = m_pane->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    void send(const QString &channel, const QString &json)
    {
        m_pane->setTexts(channel, json);
        QTest::mouseClick(&find<QPushButton>(u"publishSend"_s), Qt::LeftButton);
    }

    void answer(PublishOutcome::Result result = PublishOutcome::Result::Acknowledged)
    {
        PublishOutcome outcome;
        outcome.id = PublishId(m_lastId);
        outcome.result = result;
        outcome.text = u"In a sentence."_s;
        m_pane->showOutcome(outcome);
    }

    [[nodiscard]] QByteArray lastData() const { return m_requests->last().at(1).toByteArray(); }
    [[nodiscard]] QString hint() const { return find<ElidedLabel>(u"publishHint"_s).text(); }
    [[nodiscard]] QTreeWidget &results() const { return find<QTreeWidget>(u"publishHistory"_s); }

    static QString cells(const QTreeWidgetItem *item)
    {
        QStringList texts;
        for (int column = 0; column < item->columnCount(); ++column)
            texts.append(item->text(column));
        return texts.join(u'|');
    }

    /// The menu's actions with that name, its submenus' too.
    [[nodiscard]] QList<QAction *> templateActions(const QString &name) const
    {
        emit find<QMenu>(u"publishTemplatesMenu"_s).aboutToShow();
        return find<PublishTemplates>(u"publishTemplates"_s).findChildren<QAction *>(name);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<PublishPane> m_pane;
    std::unique_ptr<QSignalSpy> m_requests;
    QStringList m_channels; ///< of the requests
    quint64 m_lastId = 0;
};

void TestPublishResults::initTestCase()
{
    static const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(u"amb-monitor-test"_s);
    QCoreApplication::setApplicationName(u"amb-monitor-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    qRegisterMetaType<ChannelName>();
}

void TestPublishResults::init()
{
    m_pane.reset();
    QSettings().clear();
    m_store = memoryStore();
    m_channels.clear();
    makePane();
}

void TestPublishResults::coloursJson()
{
    m_pane->setTexts(u"/a"_s, uR"({"name": "text", "n": 12, "at": "{{now}}"})"_s);
    const auto formats =
        find<QPlainTextEdit>(u"publishData"_s).document()->firstBlock().layout()->formats();
    const auto at = [&formats](int position) {
        QTextCharFormat format;
        for (const auto &range : formats) {
            if (position >= range.start && position < range.start + range.length)
                format = range.format;
        }
        return format;
    };
    QCOMPARE(at(2).fontWeight(), int(QFont::Bold)); // a name
    QVERIFY(at(11).fontWeight() != int(QFont::Bold)); // a text
    QVERIFY(at(11).foreground() != at(22).foreground()); // a text and a number
    QVERIFY(at(35).fontItalic()); // a placeholder
    QVERIFY(!at(0).hasProperty(QTextFormat::ForegroundBrush)); // a bracket
}

void TestPublishResults::fillsInPlaceholders()
{
    send(u"/a"_s, uR"({"n":{{n}},"by":"{{user}}"})"_s);
    QCOMPARE(lastData(), QByteArray(R"({"n":1,"by":"agent.one"})"));
    QTest::mouseClick(&find<QPushButton>(u"publishSend"_s), Qt::LeftButton);
    QCOMPARE(lastData(), QByteArray(R"({"n":2,"by":"agent.one"})"));
    QCOMPARE(m_pane->dataText(), uR"({"n":{{n}},"by":"{{user}}"})"_s);
}

void TestPublishResults::namesThePlaceOfAnErrorBehindAPlaceholder()
{
    m_pane->setTexts(u"/a"_s, u"{\"at\":{{now}},\n \"x\":{{n}} y}"_s);
    QVERIFY2(hint().contains(u"Line 2, column 12"_s), qPrintable(hint()));
    const auto marks = find<QPlainTextEdit>(u"publishData"_s).extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), u"y"_s);
}

void TestPublishResults::saysWhatIsNoPlaceholder()
{
    m_pane->setTexts(u"/a"_s, uR"({"at":"{{nwo}}"})"_s);
    QVERIFY2(hint().contains(u"{{nwo}} is no placeholder"_s), qPrintable(hint()));
    QVERIFY(find<QPushButton>(u"publishSend"_s).isEnabled());
}

void TestPublishResults::savesTemplatesByName()
{
    m_pane->setTexts(u"/a"_s, uR"({"n":{{n}}})"_s);
    const auto save = templateActions(u"saveTemplate"_s);
    QCOMPARE(save.size(), 1);
    save.first()->trigger();
    auto *dialog = m_pane->findChild<QInputDialog *>(u"templateName"_s);
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Count & more"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    makePane(); // a new one reads what is kept
    const auto kept = find<PublishTemplates>(u"publishTemplates"_s).all();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().name, u"Count & more"_s);
    QCOMPARE(kept.first().data, uR"({"n":{{n}}})"_s);
}

void TestPublishResults::offersTemplatesAndPlaceholders()
{
    auto &templates = find<PublishTemplates>(u"publishTemplates"_s);
    templates.save({u"two"_s, u"/b"_s, u"2"_s});
    templates.save({u"One"_s, u"/a"_s, u"1"_s});
    templates.save({u"two"_s, u"/c"_s, u"3"_s}); // takes the place of the other
    auto offered = templateActions(u"template"_s);
    QCOMPARE(offered.size(), 2);
    QCOMPARE(offered.first()->text(), u"One"_s);
    offered.last()->trigger();
    QCOMPARE(m_pane->channelText(), u"/c"_s);
    QCOMPARE(m_pane->dataText(), u"3"_s);
    find<QPlainTextEdit>(u"publishData"_s).selectAll();
    templateActions(u"placeholder"_s).last()->trigger();
    QCOMPARE(m_pane->dataText(), u"{{n}}"_s);
    templateActions(u"forgetTemplate"_s).first()->trigger();
    QCOMPARE(templates.all().size(), 1);
    QSettings().setValue(u"publish/templates"_s, u"[1,{},{\"name\":7}"_s);
    QCOMPARE(templates.all().size(), 0);
}

void TestPublishResults::keepsHistoryAcrossRestarts()
{
    send(u"/a"_s, uR"({"n":1})"_s);
    answer(PublishOutcome::Result::Refused);
    send(u"/b"_s, u"2"_s);
    // Nothing is written when the program ends: it may be killed.
    makePane();
    QCOMPARE(results().topLevelItemCount(), 2);
    QVERIFY2(cells(results().topLevelItem(0)).contains(u"|Unknown||/b|the program ended"_s),
             qPrintable(cells(results().topLevelItem(0))));
    QVERIFY2(cells(results().topLevelItem(1)).contains(u"|Refused||/a|In a sentence."_s),
             qPrintable(cells(results().topLevelItem(1))));
}

void TestPublishResults::keepsHistoryOfEachInstanceApart()
{
    send(u"/a"_s, u"1"_s);
    makePane(u"dev2"_s);
    QCOMPARE(results().topLevelItemCount(), 0);
    results().findChild<QAction *>(u"publishClear"_s)->trigger();
    makePane(u"dev1"_s);
    QCOMPARE(results().topLevelItemCount(), 1);
    results().findChild<QAction *>(u"publishClear"_s)->trigger();
    QCOMPARE(results().topLevelItemCount(), 0);
    makePane(u"dev1"_s);
    QCOMPARE(results().topLevelItemCount(), 0);
}

void TestPublishResults::sendsAgain()
{
    send(u"/a"_s, uR"({"n":{{n}}})"_s);
    makePane();
    results().setCurrentItem(results().topLevelItem(0));
    results().findChild<QAction *>(u"publishAgain"_s)->trigger();
    QCOMPARE(m_requests->size(), 1);
    QCOMPARE(m_channels.first(), u"/a"_s);
    QCOMPARE(lastData(), QByteArray(R"({"n":1})")); // the same, not the next
    QCOMPARE(results().topLevelItemCount(), 2);
    results().setFocus();
    results().setCurrentItem(results().topLevelItem(1));
    QTest::keyClick(&results(), Qt::Key_Return);
    QCOMPARE(m_pane->dataText(), uR"({"n":1})"_s);
}

void TestPublishResults::keepsNoSecrets()
{
    send(u"/a"_s, uR"({"user":"x","password":"hunter2"})"_s);
    QVERIFY(!QSettings().value(u"publish/history"_s).toByteArray().contains("hunter2"));
    QVERIFY(!templateActions(u"saveTemplate"_s).first()->isEnabled());
    makePane();
    QCOMPARE(results().topLevelItemCount(), 1);
    results().setCurrentItem(results().topLevelItem(0));
    QVERIFY(!results().findChild<QAction *>(u"publishAgain"_s)->isEnabled());
}

void TestPublishResults::ignoresADamagedHistory_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<int>("left");
    QTest::newRow("no JSON") << QByteArray("[{]") << 0;
    QTest::newRow("another type") << QByteArray(R"({"key":"a"})") << 0;
    QTest::newRow("other entries")
        << QByteArray(R"([1,null,{"key":7},{"key":"a","channel":"a","time":1,"instance":"dev1"}])")
        << 0;
    QTest::newRow("odd values") << QByteArray(
        R"([{"key":"a","channel":"/a","time":1e300,"instance":"dev1"},)"
        R"({"key":"b","channel":"/b","time":1,"instance":"dev1","result":99,)"
        R"("data":7,"words":"x\ny"}])")
                                << 1;
}

void TestPublishResults::ignoresADamagedHistory()
{
    QFETCH(const QByteArray, setting);
    QFETCH(const int, left);
    QSettings().setValue(u"publish/history"_s, setting);
    makePane();
    QCOMPARE(results().topLevelItemCount(), left);
}

void TestPublishResults::keepsABoundedHistory()
{
    PublishLog log;
    for (int i = 0; i < 120; ++i)
        log.put({QString::number(i),
                 now(),
                 u"dev1"_s,
                 u"/a"_s,
                 i == 119 ? QString(PublishLog::longestData + 1, u'1') : u"1"_s,
                 {},
                 {}});
    const auto entries = log.entries(u"dev1"_s);
    QCOMPARE(entries.size(), PublishLog::mostEntries);
    QCOMPARE(entries.first().key, u"119"_s);
    QVERIFY(!entries.first().data);
    QVERIFY(entries.last().data);
}

void TestPublishResults::repeatsUntilStopped()
{
    m_pane->setTexts(u"/a"_s, u"{{n}}"_s);
    auto &repeat = find<QPushButton>(u"publishRepeat"_s);
    find<QSpinBox>(u"publishSeconds"_s).setValue(1);
    QTest::mouseClick(&repeat, Qt::LeftButton);
    QCOMPARE(m_requests->size(), 1);
    QCOMPARE(repeat.text(), u"S&top (1 sent)"_s);
    answer();
    QTRY_COMPARE(m_requests->size(), 2);
    QCOMPARE(lastData(), QByteArray("2"));
    QTest::mouseClick(&repeat, Qt::LeftButton);
    QCOMPARE(repeat.text(), u"&Repeat"_s);
    QVERIFY(find<QSpinBox>(u"publishSeconds"_s).isEnabled());
}

void TestPublishResults::stopsRepeatingWhenRefused()
{
    m_pane->setTexts(u"/a"_s, u"1"_s);
    QTest::mouseClick(&find<QPushButton>(u"publishRepeat"_s), Qt::LeftButton);
    answer(PublishOutcome::Result::Refused);
    QCOMPARE(find<QPushButton>(u"publishRepeat"_s).text(), u"&Repeat"_s);
    QCOMPARE(hint(), u"Repeating has stopped: In a sentence."_s);
}

void TestPublishResults::stopsRepeatingWhenDisconnected()
{
    m_pane->setTexts(u"/a"_s, u"1"_s);
    QTest::mouseClick(&find<QPushButton>(u"publishRepeat"_s), Qt::LeftButton);
    m_pane->setConnected(true);
    QVERIFY(find<QPushButton>(u"publishRepeat"_s).text() != u"&Repeat"_s);
    m_pane->setConnected(false);
    QCOMPARE(find<QPushButton>(u"publishRepeat"_s).text(), u"&Repeat"_s);
    QVERIFY(hint().contains(u"connection"_s));
}

void TestPublishResults::repeatsWhatWasWrittenAtItsBeginning()
{
    m_pane->setTexts(u"/a"_s, u"1"_s);
    find<QSpinBox>(u"publishSeconds"_s).setValue(1);
    QTest::mouseClick(&find<QPushButton>(u"publishRepeat"_s), Qt::LeftButton);
    m_pane->setTexts(u"/b"_s, u"{"_s);
    QTRY_COMPARE(m_requests->size(), 2);
    QCOMPARE(lastData(), QByteArray("1"));
    QCOMPARE(m_channels.last(), u"/a"_s);
}

void TestPublishResults::showsTheEchoAndOtherChannels()
{
    QSignalSpy rows(m_pane.get(), &PublishPane::rowRequested);
    send(u"/a"_s, uR"({"n":1})"_s);
    const auto arrive = [this](const QByteArray &channel, const QByteArray &raw) {
        Record record;
        record.raw = raw;
        record.channel = channel;
        record.time = now();
        m_store->append(record);
        m_store->flush();
        m_pane->readRows();
    };
    arrive("/x", R"({"channel":"/x","data":0})");
    arrive("/a", R"({"channel":"/a","data":{"n":1}})");
    arrive("/x", R"({"channel":"/x","data":1})");
    const QTreeWidgetItem *sent = results().topLevelItem(0);
    QCOMPARE(sent->childCount(), 2);
    QVERIFY2(cells(sent->child(0)).contains(u"|Echo|"_s), qPrintable(cells(sent->child(0))));
    QVERIFY2(cells(sent->child(1)).contains(u"|2 received||/x|"_s),
             qPrintable(cells(sent->child(1))));
    QVERIFY(sent->isExpanded());
    QTest::mouseClick(results().viewport(),
                      Qt::LeftButton,
                      {},
                      results().visualItemRect(sent->child(0)).center());
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().first().value<Row>(), Row(1));
    results().setFocus();
    results().setCurrentItem(results().topLevelItem(0)->child(1));
    QTest::keyClick(&results(), Qt::Key_Return);
    QCOMPARE(rows.last().first().value<Row>(), Row(0));
}

void TestPublishResults::saysWhenNothingCame()
{
    send(u"/a"_s, u"1"_s);
    const QTreeWidgetItem *sent = results().topLevelItem(0);
    QCOMPARE(sent->childCount(), 0);
    QTRY_COMPARE(sent->childCount(), 1);
    QVERIFY(cells(sent->child(0)).contains(u"within a second"_s));
}

void TestPublishResults::saysThatNothingListensForTheEcho()
{
    send(u"/a"_s, u"1"_s);
    answer();
    const QTreeWidgetItem *sent = results().topLevelItem(0);
    QTRY_COMPARE(sent->childCount(), 1);
    QVERIFY2(cells(sent->child(0)).contains(u"subscribe to the channel"_s),
             qPrintable(cells(sent->child(0))));
    m_pane->setSubscriptions({*ChannelPattern::parse("/*")});
    send(u"/a"_s, u"2"_s);
    answer();
    const QTreeWidgetItem *listened = results().topLevelItem(0);
    QTRY_COMPARE(listened->childCount(), 1);
    QVERIFY(cells(listened->child(0)).contains(u"did not come back"_s));
}

QTEST_MAIN(TestPublishResults)
#include "test_publishresults.moc"
