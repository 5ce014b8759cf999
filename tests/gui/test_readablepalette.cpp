// SPDX-License-Identifier: MIT
#include "ui/window/readablepalette.h"

#include <QApplication>
#include <QCommonStyle>
#include <QTest>

using namespace amb;

/// Texts are readable whatever palette a style brings.
class TestReadablePalette : public QObject
{
    Q_OBJECT

private slots:
    void viewsWithoutTheFocusAreAsReadableAsWithIt();
    void placeholdersDoNotLookLikeWhatWasTyped();
    void leavesAGoodPaletteAlone();
    void followsANewTheme();
};

namespace {

/// As adwaita's: pale where the window or the view is not active, and placeholders as texts.
QPalette paleOne(const QColor &text, const QColor &pale)
{
    QPalette palette;
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(QPalette::Active, role, text);
        palette.setColor(QPalette::Inactive, role, pale);
    }
    palette.setColor(QPalette::Active, QPalette::PlaceholderText, text);
    palette.setColor(QPalette::Inactive, QPalette::PlaceholderText, pale);
    return palette;
}

class PaleStyle : public QCommonStyle
{
public:
    explicit PaleStyle(const QColor &text)
        : m_text(text)
    { }

    void polish(QPalette &palette) override { palette = paleOne(m_text, Qt::gray); }
    using QCommonStyle::polish;

private:
    QColor m_text;
};

} // namespace

void TestReadablePalette::viewsWithoutTheFocusAreAsReadableAsWithIt()
{
    const QPalette palette = ReadablePalette::readable(paleOne(Qt::black, Qt::lightGray));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        QCOMPARE(palette.color(QPalette::Inactive, role), QColor(Qt::black));
}

void TestReadablePalette::placeholdersDoNotLookLikeWhatWasTyped()
{
    const QPalette palette = ReadablePalette::readable(paleOne(Qt::black, Qt::lightGray));
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor placeholder = palette.color(group, QPalette::PlaceholderText);
        QVERIFY(placeholder != palette.color(group, QPalette::Text));
        QCOMPARE(placeholder.rgb(), QColor(Qt::black).rgb());
        QVERIFY(placeholder.alpha() > 128); // it is to be read, too
    }
}

void TestReadablePalette::leavesAGoodPaletteAlone()
{
    QPalette good = ReadablePalette::readable(paleOne(Qt::black, Qt::lightGray));
    QCOMPARE(ReadablePalette::readable(good), good);
}

void TestReadablePalette::followsANewTheme()
{
    const ReadablePalette readable(nullptr);
    for (const QColor &text : {QColor(Qt::white), QColor(Qt::black)}) {
        QApplication::setStyle(new PaleStyle(text)); // the application owns it
        const QPalette palette = QApplication::palette();
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            QCOMPARE(palette.color(group, QPalette::Text), text);
            QCOMPARE(palette.color(group, QPalette::PlaceholderText).rgb(), text.rgb());
        }
    }
}

QTEST_MAIN(TestReadablePalette)
#include "test_readablepalette.moc"
