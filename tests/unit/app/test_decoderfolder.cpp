// SPDX-License-Identifier: MIT
#include "app/decoderfolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Where rules are looked for, and what happens to those that are wrong.
class TestDecoderFolder : public QObject
{
    Q_OBJECT

private slots:
    void isTheSameForBothPrograms();
    void hasNoRulesWhenThereIsNoFolder();
    void leavesOutAFileWithAFault();
    void refusesAHugeFile();

private:
    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QString sentence(const UserDecoders &read)
    {
        return read.decoders
            ->decode(R"({"channel":"/acme/a","data":1})", MessageKind::Event, Direction::In)
            .sentence;
    }
};

void TestDecoderFolder::isTheSameForBothPrograms()
{
    QCoreApplication::setOrganizationName(u"amb-monitor"_s);
    QCoreApplication::setApplicationName(u"amb-monitor"_s);
    const QString ofMonitor = decoderFolder();
    QCOMPARE(ofMonitor,
             QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/decoders"_s);
    QCoreApplication::setApplicationName(u"ambcat"_s);
    QCOMPARE(decoderFolder(), ofMonitor);
}

void TestDecoderFolder::hasNoRulesWhenThereIsNoFolder()
{
    const UserDecoders read = readDecoders(u"/no/such/folder"_s);
    QVERIFY(read.errors.isEmpty());
    QCOMPARE(sentence(read), u"1"_s);
}

void TestDecoderFolder::leavesOutAFileWithAFault()
{
    const QTemporaryDir folder;
    write(folder, u"a.json"_s, "{\"rules\":[\n  {\"channel\":\"/acme/*\"}]}");
    write(folder, u"b.json"_s, R"({"rules":[{"channel":"/acme/*","sentence":"from b"}]})");
    write(folder, u"c.txt"_s, "not looked at");
    const UserDecoders read = readDecoders(folder.path());
    QCOMPARE(sentence(read), u"from b"_s);
    QCOMPARE(read.errors.size(), 1);
    QCOMPARE(read.errors.first(),
             u"Decoding rules left out: %1, line 2, column 3: This rule has no \"sentence\"."_s.arg(
                 folder.filePath(u"a.json"_s)));
}

void TestDecoderFolder::refusesAHugeFile()
{
    const QTemporaryDir folder;
    write(folder, u"big.json"_s, QByteArray(1'000'001, ' '));
    const UserDecoders read = readDecoders(folder.path());
    QCOMPARE(read.errors.size(), 1);
    QVERIFY2(read.errors.first().contains(u"larger than 1 MB"_s), qPrintable(read.errors.first()));
}

QTEST_GUILESS_MAIN(TestDecoderFolder)
#include "test_decoderfolder.moc"
