// SPDX-License-Identifier: MIT
#include "ui/inspector/inspector.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/messagezoom.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFontDialog>
#include <QSettings>
#include <QTest>
#include <QWheelEvent>

using namespace amb;
using namespace Qt::StringLiterals;

/// Size and font of the messages, and panes that can be put anywhere.
class TestMessageZoom : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void keysZoom();
    void wheelZoomsWithControlOnly();
    void staysWithinReason();
    void columnsGrowAlong();
    void fontCanBeChosen();
    void sizeAndFontSurviveARestart();
    void toleratesStrangeSettings();
    void panesCanBeMovedFloatedAndTabbed();

private:
    [[nodiscard]] MessageView &list() const
    {
        return m_fixture->find<MessageView>(u"messageView"_s);
    }
    [[nodiscard]] Inspector &inspector() const
    {
        return *m_fixture->window().findChild<Inspector *>();
    }
    [[nodiscard]] MessageZoom &zoom() const
    {
        return *m_fixture->window().findChild<MessageZoom *>();
    }
    void turnWheel(int delta, Qt::KeyboardModifiers modifiers) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMessageZoom::init()
{
    WindowFixture::forgetSettings();
    m_fixture = std::make_unique<WindowFixture>();
}

void TestMessageZoom::turnWheel(int delta, Qt::KeyboardModifiers modifiers) const
{
    QWidget *target = list().viewport();
    const QPointF place(20, 20);
    QWheelEvent event(place,
                      target->mapToGlobal(place),
                      {},
                      QPoint(0, delta),
                      Qt::NoButton,
                      modifiers,
                      Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(target, &event);
}

void TestMessageZoom::keysZoom()
{
    const double usual = list().font().pointSizeF();
    const int height = list().uniformRowHeight();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&m_fixture->window(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 150);
    QCOMPARE(list().font().pointSizeF(), usual * 1.5);
    QCOMPARE(inspector().font().pointSizeF(), usual * 1.5);
    QVERIFY(list().uniformRowHeight() > height);
    QTest::keyClick(&m_fixture->window(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 160);
    QTest::keyClick(&m_fixture->window(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 150);
    QTest::keyClick(&m_fixture->window(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 100);
    QCOMPARE(list().uniformRowHeight(), height);
}

void TestMessageZoom::wheelZoomsWithControlOnly()
{
    turnWheel(120, {});
    QCOMPARE(zoom().percent(), 100);
    turnWheel(240, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 120);
    turnWheel(-60, Qt::ControlModifier); // a fine wheel: half a step
    QCOMPARE(zoom().percent(), 120);
    turnWheel(-60, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 110);
}

void TestMessageZoom::staysWithinReason()
{
    turnWheel(120 * 100, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 300);
    turnWheel(-120 * 100, Qt::ControlModifier);
    QCOMPARE(zoom().percent(), 50);
}

void TestMessageZoom::columnsGrowAlong()
{
    const int width = list().columnWidth(MessageModel::ChannelColumn);
    zoom().setPercent(200);
    QVERIFY(std::abs(list().columnWidth(MessageModel::ChannelColumn) - 2 * width) <= 2);
    zoom().setPercent(100);
    QVERIFY(std::abs(list().columnWidth(MessageModel::ChannelColumn) - width) <= 2);
}

void TestMessageZoom::fontCanBeChosen()
{
    m_fixture->find<QAction>(u"actionFont"_s).trigger();
    auto &dialog = m_fixture->find<QFontDialog>(u"fontDialog"_s);
    QFont font(u"Serif"_s);
    font.setPointSizeF(15);
    dialog.setCurrentFont(font);
    dialog.accept();
    QCOMPARE(list().font().pointSizeF(), 15.0);
    QCOMPARE(list().font().family(), font.family());
    m_fixture->find<QAction>(u"actionZoomReset"_s).trigger();
    QCOMPARE(list().font().family(), QApplication::font().family());
}

void TestMessageZoom::sizeAndFontSurviveARestart()
{
    QFont font(u"Serif"_s);
    font.setPointSizeF(12);
    zoom().setChosenFont(font);
    zoom().setPercent(200);
    list().setColumnWidth(MessageModel::ChannelColumn, 333);
    m_fixture->window().close();
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>();
    QCOMPARE(list().font().pointSizeF(), 24.0);
    QCOMPARE(list().columnWidth(MessageModel::ChannelColumn), 333);
}

void TestMessageZoom::toleratesStrangeSettings()
{
    const double usual = list().font().pointSizeF();
    m_fixture.reset();
    QSettings().setValue(u"messages/zoom"_s, 70'000);
    QSettings().setValue(u"messages/font"_s, u"x,-3,9,9,,,\x01"_s);
    m_fixture = std::make_unique<WindowFixture>();
    QCOMPARE(zoom().percent(), 100);
    QCOMPARE(list().font().pointSizeF(), usual);
}

void TestMessageZoom::panesCanBeMovedFloatedAndTabbed()
{
    const auto docks = m_fixture->window().findChildren<QDockWidget *>();
    QVERIFY(docks.size() >= 8);
    for (QDockWidget *dock : docks) {
        QCOMPARE(dock->features(),
                 QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable
                     | QDockWidget::DockWidgetFloatable);
        QCOMPARE(dock->allowedAreas(), Qt::AllDockWidgetAreas);
        dock->show();
        dock->setFloating(true);
        QVERIFY(dock->isWindow());
        QVERIFY2(dock->width() > 60 && dock->height() > 60, qPrintable(dock->objectName()));
    }
    QVERIFY(m_fixture->window().dockOptions() & QMainWindow::AllowTabbedDocks);
    m_fixture->find<QAction>(u"actionResetLayout"_s).trigger();
    for (const QDockWidget *dock : docks)
        QVERIFY(!dock->isFloating());
}

QTEST_MAIN(TestMessageZoom)
#include "test_messagezoom.moc"
