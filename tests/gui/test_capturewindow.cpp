// SPDX-License-Identifier: MIT
#include "core/recordwatchername.h"
#include "tests/gui/launcherfixture.h"
#include "tests/gui/sampletraffic.h"
#include "tests/unit/decode/boardsamples.h"
#include "tests/unit/decode/talksamples.h"
#include "ui/boards/boardcanvas.h"
#include "ui/captures/capturedialog.h"
#include "ui/channels/channelmodel.h"
#include "ui/chart/ratestrip.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace amb {

using namespace boards;

/// Captures that were recorded before, in a window of their own; and messages saved as one.
class TestCaptureWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startPageOpensACapture();
    void earlierRunsAreOfferedNewestFirst();
    void discardsAnEarlierRun();
    void droppedFileIsOpened();
    void segmentOpensItsWholeFolder();
    void saysWhatIsNoCapture();
    void showsMessagesAndChannelsWithoutAConnection();
    void countsGapsAndRefusalsOfThen();
    void countsTheRowThatTellsOfDamage();
    void chartsTheTimeThatWasRecorded();
    void offersNothingThatNeedsAnInstance();
    void boardsChatAndPresenceAreThereAsWhenTheyWereLive();
    void endsWithItsWindow();
    void quitsWhileACaptureIsRead();
    void savedMessagesOpenAgain();
    void savesSelectedMessagesAlone();
    void saysWhyMessagesCannotBeSaved();

private:
    /// A recorded capture with a board, a chat, a visitor and a message of /demo/one.
    QString recorded(const QString &name) { return recordedAt(m_fixture->path(name)); }
    static QString recordedAt(const QString &path);
    MainWindow &open(const QString &path);
    [[nodiscard]] static QAction &action(const MainWindow &window, const QString &name)
    {
        return LauncherFixture::find<QAction>(window, name);
    }
    [[nodiscard]] static MessageView &list(const MainWindow &window)
    {
        return LauncherFixture::find<MessageView>(window, u"messageView"_s);
    }
    void saveAs(MainWindow &window, const QString &actionName, const QString &path);

    std::unique_ptr<LauncherFixture> m_fixture;
};

void TestCaptureWindow::init()
{
    m_fixture = std::make_unique<LauncherFixture>();
}

void TestCaptureWindow::cleanup()
{
    m_fixture.reset();
}

QString TestCaptureWindow::recordedAt(const QString &path)
{
    CaptureOptions options;
    options.path = path;
    options.singleFile = path.endsWith(".jsonl"_L1);
    const auto store = CaptureStore::create(options);
    if (!store)
        qFatal("%s", qPrintable(store.error().text));
    const auto take = [&store](const QByteArray &channel, const QByteArray &message) {
        appendRaw(**store, message, MessageKind::Event, Direction::In, channel);
    };
    const QByteArray watcher = RecordWatcherName::encode("default", u"vtb_card"_s, u"board=b"_s);
    for (const char *card : {"c1", "c2"}) {
        take(watcher,
             insertion("vtb_card", card)
                 .set("board", "b", "Operations")
                 .set("lane", "todo", "To Do")
                 .set("title", card)
                 .toJson(watcher));
    }
    take(watcher, update("vtb_card", "c1", 2).set("lane", "done", "Done").toJson(watcher));
    take("/connect/message/x", talk::said("1", "Lunch at 12?", 10));
    take("/sn/rp/incident/5d0e", talk::array(talk::presence("one", "viewing", "s1")));
    take("/demo/one", R"({"channel":"/demo/one","data":{"n":1}})");
    (*store)->flush();
    return options.path;
}

MainWindow &TestCaptureWindow::open(const QString &path)
{
    const size_t before = m_fixture->windowCount();
    m_fixture->launcher().openCapture(path);
    if (!QTest::qWaitFor([this, before] { return m_fixture->windowCount() > before; }))
        qFatal("no window opened");
    return m_fixture->window(before);
}

void TestCaptureWindow::startPageOpensACapture()
{
    const QString path = recorded(u"one.jsonl"_s);
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startCapture"_s);
    LauncherFixture::click(m_fixture->startPage(), u"captureOther"_s);
    auto &dialog =
        LauncherFixture::find<QFileDialog>(m_fixture->startPage(), u"captureFileDialog"_s);
    emit dialog.fileSelected(path);
    dialog.close();
    QTRY_COMPARE(m_fixture->windowCount(), size_t(1));
    QVERIFY(m_fixture->window(0).windowTitle().contains(u"one.jsonl – Capture"_s));
    QVERIFY(!m_fixture->startPage().isVisible());
}

void TestCaptureWindow::earlierRunsAreOfferedNewestFirst()
{
    const QDateTime noon{QDate(2026, 11, 26), QTime(12, 0)};
    recordedAt(CaptureArchive().freePath(u"dev1"_s, noon));
    recordedAt(CaptureArchive().freePath(u"dev2"_s, noon.addSecs(60)));
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startCapture"_s);
    auto &list = LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"captureList"_s);
    QCOMPARE(list.topLevelItemCount(), 2);
    QCOMPARE(list.topLevelItem(0)->text(1), u"dev2"_s);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->windowCount(), size_t(1));
    QVERIFY(m_fixture->window(0).windowTitle().contains("dev1"_L1));
}

void TestCaptureWindow::discardsAnEarlierRun()
{
    const QDateTime noon{QDate(2026, 11, 26), QTime(12, 0)};
    const QString path = CaptureArchive().freePath(u"dev1"_s, noon);
    recordedAt(path);
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startCapture"_s);
    auto &list = LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"captureList"_s);
    auto &discard = LauncherFixture::find<QPushButton>(m_fixture->startPage(), u"captureDiscard"_s);
    QVERIFY(!discard.isEnabled()); // it was written to just now
    QCOMPARE(list.topLevelItem(0)->text(2), u"being recorded"_s);
    LauncherFixture::find<CaptureDialog>(m_fixture->startPage(), u"captureDialog"_s).close();

    QFile segment(path + u"/000001.jsonl"_s);
    QVERIFY(segment.open(QIODevice::ReadWrite));
    QVERIFY(segment.setFileTime(noon, QFileDevice::FileModificationTime));
    segment.close();
    CaptureDialog dialog{CaptureArchive()};
    dialog.show();
    auto &old = LauncherFixture::find<QTreeWidget>(dialog, u"captureList"_s);
    QTest::keyClick(&old, Qt::Key_Delete);
    QCOMPARE(old.topLevelItemCount(), 0);
    QVERIFY(!QDir(path).exists());
}

void TestCaptureWindow::droppedFileIsOpened()
{
    m_fixture->launch();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(recorded(u"one.jsonl"_s))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_fixture->startPage(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_fixture->startPage(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(m_fixture->windowCount(), size_t(1));
}

void TestCaptureWindow::segmentOpensItsWholeFolder()
{
    m_fixture->launch();
    MainWindow &window = open(recorded(u"run"_s) + u"/000001.jsonl"_s);
    QVERIFY(window.windowTitle().startsWith(u"run – "_s));
    QCOMPARE(m_fixture->monitor(0).capture().endRow(), Row(6));
}

void TestCaptureWindow::saysWhatIsNoCapture()
{
    m_fixture->launch();
    m_fixture->launcher().openCapture(m_fixture->path(u"nothing.jsonl"_s));
    auto &notice = LauncherFixture::find<QWidget>(m_fixture->startPage(), u"startNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    QVERIFY(notice.findChild<QLabel *>(u"noticeText"_s)->text().contains("nothing.jsonl"_L1));
    QCOMPARE(m_fixture->windowCount(), size_t(0));
}

void TestCaptureWindow::showsMessagesAndChannelsWithoutAConnection()
{
    m_fixture->launch();
    const MainWindow &window = open(recorded(u"one.jsonl"_s));
    QCOMPARE(list(window).model()->rowCount(), 6);
    QCOMPARE(LauncherFixture::label(window, u"connectionState"_s), u"Capture"_s);
    QVERIFY(LauncherFixture::label(window, u"connectionReason"_s).contains("Read only"_L1));
    QVERIFY(LauncherFixture::label(window, u"statusRecorded"_s).contains("rows: 6"_L1));
    const auto *channels = window.findChild<ChannelModel *>();
    QVERIFY(channels);
    QCOMPARE(channels->rowCount(), 4);
}

void TestCaptureWindow::countsGapsAndRefusalsOfThen()
{
    const QString path = m_fixture->path(u"notes.jsonl"_s);
    {
        CaptureOptions options;
        options.path = path;
        options.singleFile = true;
        const auto store = CaptureStore::create(options);
        QVERIFY(store.ok());
        for (const char *note : {R"({"note":"gap","text":"The WebSocket was lost."})",
                                 R"({"note":"refused","text":"Subscription to /a refused."})",
                                 R"({"note":"refused","text":"Subscription to /a refused."})"})
            appendRaw(**store, note, MessageKind::Note, Direction::Local);
        (*store)->flush();
    }
    m_fixture->launch();
    const MainWindow &window = open(path);
    QTRY_COMPARE(LauncherFixture::find<QToolButton>(window, u"statusGaps"_s).text(), u"gaps: 1"_s);
    auto &refused = LauncherFixture::find<QToolButton>(window, u"statusRefused"_s);
    QCOMPARE(refused.text(), u"refused: 1"_s);
    refused.click();
    QCOMPARE(list(window).currentRow(), std::optional(Row(1)));
}

void TestCaptureWindow::countsTheRowThatTellsOfDamage()
{
    m_fixture->launch();
    const QString path = recorded(u"one.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("no message at all\n");
    file.close();
    const MainWindow &window = open(path);
    QTRY_COMPARE(list(window).model()->rowCount(), 7);
    QVERIFY(LauncherFixture::label(window, u"statusRecorded"_s).contains("rows: 7"_L1));
}

void TestCaptureWindow::chartsTheTimeThatWasRecorded()
{
    m_fixture->launch();
    const MainWindow &window = open(recorded(u"one.jsonl"_s));
    const RateHistory &history = LauncherFixture::find<RateStrip>(window, u"rateStrip"_s).history();
    const Timestamp time = m_fixture->monitor(0).capture().info(Row(0)).time;
    const auto intervals =
        history.intervals({time, time + std::chrono::seconds(1)}, std::chrono::seconds(1));
    QCOMPARE(intervals.size(), 1);
    QCOMPARE(intervals.first().messages, 6);
    QCOMPARE(intervals.first().shares.first().messages, 3); // of the record watcher
    QCOMPARE(history.end(), time + std::chrono::seconds(1));
}

void TestCaptureWindow::offersNothingThatNeedsAnInstance()
{
    m_fixture->launch();
    const MainWindow &window = open(recorded(u"one.jsonl"_s));
    for (const auto *name : {"actionSubscribe",
                             "actionDiscover",
                             "actionWatchRecords",
                             "actionWatchBoard",
                             "actionPublish",
                             "actionDetails",
                             "actionDoctor",
                             "actionStart",
                             "actionStop",
                             "actionReconnect",
                             "actionTryWebSocket",
                             "actionCopyAs3",
                             "actionCopyAs4"})
        QVERIFY2(!action(window, QString::fromLatin1(name)).isEnabled(), name);
    for (const auto *name : {"retryButton",
                             "whyButton",
                             "transportChip",
                             "subscribeField",
                             "watchButton",
                             "watchBoardButton",
                             "boardDifferenceButton",
                             "historyReconnect"})
        QVERIFY2(
            !LauncherFixture::find<QWidget>(window, QString::fromLatin1(name)).isVisibleTo(&window),
            name);
}

void TestCaptureWindow::boardsChatAndPresenceAreThereAsWhenTheyWereLive()
{
    m_fixture->launch();
    const MainWindow &window = open(recorded(u"run"_s));
    const auto raise = [&window](const QString &name) {
        auto &dock = LauncherFixture::find<QDockWidget>(window, name);
        dock.show();
        dock.raise();
    };
    raise(u"boardDock"_s);
    const auto &canvas = LauncherFixture::find<BoardCanvas>(window, u"boardCanvas"_s);
    QTRY_COMPARE(canvas.board().lanes.size(), 2);
    QCOMPARE(canvas.board().laneOf(u"c1"_s)->sysId, u"done"_s);
    QCOMPARE(canvas.board().laneOf(u"c2"_s)->sysId, u"todo"_s);

    raise(u"chatDock"_s);
    const auto &transcript = LauncherFixture::find<QListView>(window, u"chatTranscript"_s);
    QTRY_COMPARE(transcript.model()->rowCount(), 1);
    QCOMPARE(transcript.model()->index(0, 0).data().toString(), u"Lunch at 12?"_s);

    raise(u"presenceDock"_s);
    const auto &presence = LauncherFixture::find<QTreeWidget>(window, u"presenceTree"_s);
    QTRY_COMPARE(presence.topLevelItemCount(), 1);
    QCOMPARE(presence.topLevelItem(0)->child(0)->text(0), u"one"_s);
}

void TestCaptureWindow::endsWithItsWindow()
{
    m_fixture->launch();
    const QSignalSpy finished(&m_fixture->launcher(), &Launcher::finished);
    open(recorded(u"one.jsonl"_s)).close();
    QTRY_COMPARE(finished.size(), 1);
}

void TestCaptureWindow::quitsWhileACaptureIsRead()
{
    m_fixture->launch();
    const QSignalSpy finished(&m_fixture->launcher(), &Launcher::finished);
    m_fixture->launcher().openCapture(recorded(u"one.jsonl"_s));
    m_fixture->launcher().quit();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_fixture->windowCount(), size_t(0));
}

void TestCaptureWindow::saveAs(MainWindow &window, const QString &actionName, const QString &path)
{
    action(window, actionName).trigger();
    auto &dialog = LauncherFixture::find<QFileDialog>(window, u"saveMessagesDialog"_s);
    QVERIFY(dialog.selectedFiles().value(0).endsWith(".jsonl"_L1));
    emit dialog.fileSelected(path);
    dialog.close();
}

void TestCaptureWindow::savedMessagesOpenAgain()
{
    m_fixture->launch();
    MainWindow &window = open(recorded(u"one.jsonl"_s));
    const QString copy = m_fixture->path(u"copy.jsonl"_s);
    saveAs(window, u"actionSaveAll"_s, copy);
    QTRY_VERIFY(window.statusBar()->currentMessage().contains("6 messages saved"_L1));
    open(copy);
    const CaptureStore &saved = m_fixture->monitor(1).capture();
    QCOMPARE(saved.endRow(), Row(6));
    QCOMPARE(saved.message(Row(5)), m_fixture->monitor(0).capture().message(Row(5)));
}

void TestCaptureWindow::savesSelectedMessagesAlone()
{
    m_fixture->launch();
    MainWindow &window = open(recorded(u"one.jsonl"_s));
    QTest::keyClick(&list(window), Qt::Key_End);
    QTest::keyClick(&list(window), Qt::Key_Up, Qt::ShiftModifier);
    const QString copy = m_fixture->path(u"copy.jsonl"_s);
    saveAs(window, u"actionSaveSelected"_s, copy);
    QTRY_VERIFY(window.statusBar()->currentMessage().contains("2 messages saved"_L1));
    open(copy);
    QCOMPARE(m_fixture->monitor(1).capture().endRow(), Row(2));
}

void TestCaptureWindow::saysWhyMessagesCannotBeSaved()
{
    m_fixture->launch();
    MainWindow &window = open(recorded(u"one.jsonl"_s));
    saveAs(window, u"actionSaveAll"_s, u"/no/such/folder/copy.jsonl"_s);
    QTRY_VERIFY(window.findChild<QMessageBox *>(u"saveTrouble"_s));
    QVERIFY(window.findChild<QMessageBox *>(u"saveTrouble"_s)
                ->text()
                .contains("Choose another place"_L1));
}

} // namespace amb

QTEST_MAIN(amb::TestCaptureWindow)
#include "test_capturewindow.moc"
