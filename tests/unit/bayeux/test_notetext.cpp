// SPDX-License-Identifier: MIT
#include "core/bayeux/sessionnote.h"
#include "core/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestNoteText : public QObject
{
    Q_OBJECT

private slots:
    void isJson_data();
    void isJson();
    void bearsTheHttpStatusWhereThereWasOne();
    void writesStrings_data();
    void writesStrings();
};

void TestNoteText::isJson_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("transport") << int(NoteKind::Transport) << u"transport"_s;
    QTest::newRow("gap") << int(NoteKind::Gap) << u"gap"_s;
    QTest::newRow("refused") << int(NoteKind::Refused) << u"refused"_s;
    QTest::newRow("session") << int(NoteKind::SessionState) << u"session"_s;
    QTest::newRow("silence") << int(NoteKind::Silence) << u"silence"_s;
}

void TestNoteText::isJson()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    const QString text = u"“a” \"b\" \\ \n \u0001 größe 🚪"_s;
    const QJsonObject note = QJsonDocument::fromJson(noteText(NoteKind(kind), text)).object();
    const QJsonObject expected{{u"note"_s, name}, {u"text"_s, text}};
    QCOMPARE(note, expected);
}

void TestNoteText::bearsTheHttpStatusWhereThereWasOne()
{
    QCOMPARE(noteText(NoteKind::Transport, u"no"_s, 403),
             QByteArray(R"({"note":"transport","text":"no","httpStatus":403})"));
}

void TestNoteText::writesStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray(R"("abc")");
    QTest::newRow("quotes") << QByteArray(R"("a\b")") << QByteArray(R"("\"a\\b\"")");
    QTest::newRow("controls") << QByteArray("\n\x1f\0z", 4)
                              << QByteArray(R"("\u000a\u001f\u0000z")");
    QTest::newRow("UTF-8 stays") << QByteArray("ö🚪") << QByteArray(R"("ö🚪")");
    QTest::newRow("slash stays") << QByteArray("/a") << QByteArray(R"("/a")");
}

void TestNoteText::writesStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(jsonString(text), json);
}

QTEST_GUILESS_MAIN(TestNoteText)
#include "test_notetext.moc"
