// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/pinnedmessages.h"

#include <QDesktopServices>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace amb;
using namespace Qt::StringLiterals;

/// Messages that stay beside the live one, and the record of a message in the browser.
class TestPinnedMessages : public QObject
{
    Q_OBJECT

public slots:
    void takeUrl(const QUrl &url) { m_opened.append(url); } // in place of a browser

private slots:
    void init();
    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void keepsAMessageBesideTheLiveOne();
    void pinsSeveral();
    void pinsNoMoreThanHelp();
    void isGoneWhenClosed();
    void givesInspectorsTheHeightWhileOneIsPinned();
    void saysThatNothingIsSelected();
    void keepsAMessageWhoseRowIsGone();
    void comparesWithAMessage();
    void opensTheRecordInTheBrowser();
    void saysWhyNoRecordCanBeOpened();

private:
    Row append(const QByteArray &data, const QByteArray &channel = "/a")
    {
        appendEvent(*m_store, channel, data);
        m_store->flush();
        return m_store->endRow() + -1;
    }

    [[nodiscard]] QList<QDockWidget *> pins() const
    {
        QList<QDockWidget *> docks;
        for (auto *dock : m_window->findChildren<QDockWidget *>()) {
            if (dock->objectName().startsWith(u"pinDock"_s))
                docks.append(dock);
        }
        return docks;
    }

    static QString rawText(const QWidget &inspector)
    {
        return inspector.findChild<QPlainTextEdit *>(u"rawText"_s)->toPlainText();
    }

    [[nodiscard]] QToolButton *button(const QString &name) const
    {
        return m_live->findChild<QToolButton *>(name);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<QMainWindow> m_window;
    Inspector *m_live = nullptr;
    PinnedMessages *m_pinned = nullptr;
    QList<QUrl> m_opened;
};

void TestPinnedMessages::init()
{
    m_opened.clear();
    m_window.reset();
    m_store = memoryStore();
    m_window = std::make_unique<QMainWindow>();
    m_window->setCentralWidget(new QLabel);
    m_live = new Inspector(*m_store);
    m_live->tabs().setCurrentIndex(2);
    auto *dock = new QDockWidget(u"Inspector"_s, m_window.get());
    dock->setObjectName(u"inspectorDock"_s);
    dock->setWidget(m_live);
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock);
    m_pinned = new PinnedMessages(
        *m_window, *m_store, *m_live, *dock, QUrl(u"https://dev1.service-now.com"_s));
    m_window->resize(900, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestPinnedMessages::keepsAMessageBesideTheLiveOne()
{
    m_live->setRow(append("1"));
    QTest::mouseClick(button(u"inspectorPin"_s), Qt::LeftButton);
    QCOMPARE(pins().size(), 1);
    m_live->setRow(append("2"));
    QVERIFY(pins().first()->isVisible());
    QVERIFY(m_live->isVisible());
    QCOMPARE(rawText(*pins().first()), uR"({"channel":"/a","data":1})"_s);
    QCOMPARE(rawText(*m_live), uR"({"channel":"/a","data":2})"_s);
    QVERIFY2(pins().first()->windowTitle().startsWith(u"Pinned: /a, "_s),
             qPrintable(pins().first()->windowTitle()));
    QVERIFY(!pins().first()->findChild<QToolButton *>(u"inspectorPin"_s)->isVisible());
}

void TestPinnedMessages::pinsSeveral()
{
    for (const QByteArray data : {"1", "2", "3"}) {
        m_live->setRow(append(data));
        m_pinned->pin();
    }
    QCOMPARE(pins().size(), 3);
    QVERIFY(rawText(*pins().at(2)).contains(u"3"_s));
}

void TestPinnedMessages::pinsNoMoreThanHelp()
{
    for (int i = 0; i < 12; ++i)
        m_pinned->pinRow(append("1"));
    QCOMPARE(pins().size(), 8);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"close one"_s));
}

void TestPinnedMessages::isGoneWhenClosed()
{
    m_pinned->pinRow(append("1"));
    QSignalSpy gone(pins().first(), &QObject::destroyed);
    pins().first()->close();
    QTRY_COMPARE(gone.size(), 1);
    m_pinned->pinRow(append("2"));
    QCOMPARE(pins().size(), 1);
}

void TestPinnedMessages::givesInspectorsTheHeightWhileOneIsPinned()
{
    auto *below = new QDockWidget(u"History"_s, m_window.get());
    below->setWidget(new QLabel(u"What happened"_s));
    m_window->addDockWidget(Qt::BottomDockWidgetArea, below);
    const auto reachesDown = [this, below] {
        return m_live->parentWidget()->geometry().right() > below->geometry().right();
    };
    QTRY_VERIFY(below->isVisible() && !reachesDown());
    m_pinned->pinRow(append("1"));
    QTRY_VERIFY(reachesDown());
    pins().first()->close();
    QTRY_VERIFY(!reachesDown());
}

void TestPinnedMessages::saysThatNothingIsSelected()
{
    m_pinned->pin();
    QCOMPARE(pins().size(), 0);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Select a message"_s));
}

void TestPinnedMessages::keepsAMessageWhoseRowIsGone()
{
    m_live->setRow(append("1"));
    m_store->dropBefore(m_store->endRow());
    m_pinned->pin();
    QCOMPARE(rawText(*pins().first()), uR"({"channel":"/a","data":1})"_s);
}

void TestPinnedMessages::comparesWithAMessage()
{
    const Row chosen = append("1");
    m_live->setRow(append("2"));
    m_pinned->compareWith(chosen);
    QCOMPARE(m_live->tabs().currentIndex(), 3);
    QVERIFY(
        m_live->findChild<QLabel *>(u"differenceWords"_s)->text().contains(u"that you chose"_s));
}

void TestPinnedMessages::opensTheRecordInTheBrowser()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
    m_live->setRow(append(R"({"operation":"update","action":"change","table_name":"incident",)"
                          R"("sys_id":"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e","changes":[],)"
                          R"("record":{}})",
                          "/rw/default/incident/a"));
    QTest::mouseClick(button(u"inspectorOpenRecord"_s), Qt::LeftButton);
    QCOMPARE(m_opened,
             QList<QUrl>{QUrl(u"https://dev1.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D"
                              "5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s)});
}

void TestPinnedMessages::saysWhyNoRecordCanBeOpened()
{
    m_live->setRow(append("1"));
    QVERIFY(!button(u"inspectorOpenRecord"_s)->isEnabled());
    QVERIFY(button(u"inspectorOpenRecord"_s)->toolTip().contains(u"names no record"_s));
}

QTEST_MAIN(TestPinnedMessages)
#include "test_pinnedmessages.moc"
