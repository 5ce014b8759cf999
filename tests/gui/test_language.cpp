// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "launcherfixture.h"
#include "ui/widgets/actionlist.h"

#include <QFile>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace amb;
using namespace Qt::StringLiterals;

/// The window in another language. Builds without Qt's Linguist tools speak English alone.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void windowSpeaksGerman();
    void eachMenuItemHasALetterOfItsOwn();
    void englishComesBack();
    void refusesUnknownLanguages();
    void programTakesTheOption();
    void placesOfValuesAreKept();

private:
    [[nodiscard]] static bool knowsGerman() { return knownLanguages().contains(u"de"_s); }
    static QStringList menuTitles(const MainWindow &window);
    std::unique_ptr<LauncherFixture> m_fixture;
};

void TestLanguage::cleanup()
{
    m_fixture.reset();
    QVERIFY(!useLanguage(u"en"_s));
}

QStringList TestLanguage::menuTitles(const MainWindow &window)
{
    QStringList titles;
    const QList<QAction *> menus = window.menuBar()->actions();
    for (const QAction *menu : menus)
        titles.append(plainTitle(menu->text()));
    return titles;
}

void TestLanguage::windowSpeaksGerman()
{
    QCOMPARE(useLanguage(u"de"_s).has_value(), !knowsGerman());
    m_fixture = std::make_unique<LauncherFixture>();
    m_fixture->launch();
    auto &demo = LauncherFixture::find<QPushButton>(m_fixture->startPage(), u"startDemo"_s);
    QCOMPARE(demo.text(),
             knowsGerman() ? u"&Demo-Instanz versuchen"_s : u"Try the &Demo Instance"_s);
    LauncherFixture::click(m_fixture->startPage(), u"startDemo"_s);
    const QStringList german{
        u"Datei"_s, u"Ansicht"_s, u"Nachrichten"_s, u"Verbindung"_s, u"Hilfe"_s};
    const QStringList english{u"File"_s, u"View"_s, u"Messages"_s, u"Connection"_s, u"Help"_s};
    QCOMPARE(menuTitles(m_fixture->window(0)), knowsGerman() ? german : english);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 knowsGerman() ? u"Verbunden"_s : u"Connected"_s);
}

void TestLanguage::eachMenuItemHasALetterOfItsOwn()
{
    QCOMPARE(useLanguage(u"de"_s).has_value(), !knowsGerman());
    m_fixture = std::make_unique<LauncherFixture>();
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startDemo"_s);
    const QMenuBar *bar = m_fixture->window(0).menuBar();
    QList<QList<QAction *>> menus{bar->actions()};
    const auto all = bar->findChildren<QMenu *>();
    for (const QMenu *menu : all)
        menus.append(menu->actions());
    QStringList doubled;
    for (const QList<QAction *> &items : std::as_const(menus)) {
        QHash<QKeySequence, QString> letters;
        for (const QAction *item : items) {
            const QKeySequence letter = QKeySequence::mnemonic(item->text());
            if (!letter.isEmpty() && letters.contains(letter))
                doubled.append(letters.value(letter) + u" and "_s + item->text());
            letters.insert(letter, item->text());
        }
    }
    QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u'\n')));
}

void TestLanguage::englishComesBack()
{
    QCOMPARE(useLanguage(u"de_AT"_s).has_value(), !knowsGerman());
    QVERIFY(!useLanguage(u"en"_s));
    m_fixture = std::make_unique<LauncherFixture>();
    m_fixture->launch();
    QCOMPARE(LauncherFixture::find<QPushButton>(m_fixture->startPage(), u"startDemo"_s).text(),
             u"Try the &Demo Instance"_s);
}

void TestLanguage::refusesUnknownLanguages()
{
    const auto error = useLanguage(u"tlh"_s);
    QVERIFY(error);
    QVERIFY2(error->text.startsWith(u"There is no translation \"tlh\". Choose one of: en"_s),
             qPrintable(error->text));
}

void TestLanguage::programTakesTheOption()
{
    QProcess program;
    program.start(QStringLiteral(AMB_MONITOR), {u"--language"_s, u"tlh"_s});
    QVERIFY(program.waitForFinished(20000));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().contains("no translation \"tlh\""));
}

void TestLanguage::placesOfValuesAreKept()
{
    QFile file(QStringLiteral(GERMAN));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    static const QRegularExpression place(u"%(?:\\d|n)"_s);
    const auto placesOf = [](const QString &text) {
        QStringList places;
        for (auto match = place.globalMatch(text); match.hasNext();)
            places.append(match.next().captured());
        places.sort();
        return places;
    };
    QString source;
    bool isNumerus = false;
    int looked = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "message"_L1) {
            isNumerus = xml.attributes().hasAttribute("numerus"_L1);
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1 || xml.name() == "numerusform"_L1) {
            if (xml.attributes().value("type"_L1) == "unfinished"_L1)
                continue;
            if (xml.name() == "translation"_L1 && isNumerus)
                continue; // its forms follow
            const QString text = xml.readElementText();
            QCOMPARE(placesOf(text), placesOf(source));
            QCOMPARE(text.endsWith(u'…'), source.endsWith(u'…'));
            ++looked;
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY2(looked > 500, qPrintable(QString::number(looked)));
}

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
