// SPDX-License-Identifier: MIT
#include "core/capture/textneedle.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Text search in raw messages against the plain way of doing it.
class TestTextNeedle : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void findsAtEveryPlace();
    void agreesWithQString();
};

void TestTextNeedle::finds_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("isIn");
    const auto row = [](const char *needle, const char *message, bool isIn) {
        QTest::addRow("%s in %s", needle, message)
            << QString::fromUtf8(needle) << QByteArray(message) << isIn;
    };
    row("", "anything", true);
    row("", "", true);
    row("a", "", false);
    row("abc", "xxABCxx", true);
    row("ABC", "xxabcxx", true);
    row("abc", "xxab", false);
    row("[", "{", false);
    row("{", "[", false);
    row("@", "`", false);
    row("a/b", R"({"u":"a\/b"})", true);
    row("a/b", R"({"u":"a/b"})", true);
    row("say \"hi\"", R"({"t":"say \"hi\""})", true);
    row("c:\\temp", R"({"t":"c:\\temp"})", true);
    row("läuft", R"({"t":"l\u00e4uft"})", true);
    row("läuft", R"({"t":"L\u00C4UFT"})", true);
    row("LÄUFT", "läuft", true);
    row("läuft", "lauft", false);
    row("日本", R"({"t":"\u65e5\u672c"})", true);
    row("日本", "日本", true);
    row("\xF0\x9F\x98\x80", R"(\ud83d\ude00)", true);
}

void TestTextNeedle::finds()
{
    QFETCH(const QString, needle);
    QFETCH(const QByteArray, message);
    QFETCH(const bool, isIn);
    QCOMPARE(TextNeedle(needle).isIn(message), isIn);
}

void TestTextNeedle::findsAtEveryPlace()
{
    for (int size = 1; size < 70; ++size) {
        for (int length = 1; length <= size; length += 3) {
            for (int at = 0; at + length <= size; ++at) {
                QByteArray text(size, '.');
                text.replace(at, length, QByteArray(length, 'N'));
                QVERIFY(containsIgnoringCase(text, QByteArray(length, 'n')));
                QVERIFY(!containsIgnoringCase(text, QByteArray(length + 1, 'n')));
            }
        }
    }
}

void TestTextNeedle::agreesWithQString()
{
    QRandomGenerator random(99);
    const QByteArray alphabet = "aAbB{[@`";
    const auto any = [&](int length) {
        QByteArray text;
        for (int i = 0; i < length; ++i)
            text += alphabet[random.bounded(int(alphabet.size()))];
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray text = any(random.bounded(100));
        const QByteArray needle = any(random.bounded(1, 5)).toLower();
        QCOMPARE(
            containsIgnoringCase(text, needle),
            QString::fromLatin1(text).contains(QString::fromLatin1(needle), Qt::CaseInsensitive));
    }
}

QTEST_GUILESS_MAIN(TestTextNeedle)
#include "test_textneedle.moc"
