// SPDX-License-Identifier: MIT
#include "core/capture/capturearchive.h"
#include "samplerows.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// The captures of earlier runs.
class TestCaptureArchive : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startsEmpty();
    void listsTheNewestFirst();
    void leavesOutWhatIsNoCapture();
    void givesAPathThatNothingHas();
    void discardsToTheTrash();
    void keepsWhatItCannotDiscard();

private:
    [[nodiscard]] CaptureArchive archive() const { return CaptureArchive(m_folder->path()); }
    void record(const QString &host, const QDateTime &begun) const
    {
        appendSamples(*openStore({.path = archive().freePath(host, begun)}), 0, 3);
    }

    const QDateTime m_noon{QDate(2026, 11, 26), QTime(12, 0)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureArchive::startsEmpty()
{
    QVERIFY(archive().captures().isEmpty());
    QVERIFY(CaptureArchive(m_folder->filePath(u"none"_s)).captures().isEmpty());
}

void TestCaptureArchive::listsTheNewestFirst()
{
    record(u"dev1.service-now.com"_s, m_noon);
    record(u"127.0.0.1:8080"_s, m_noon.addSecs(60));
    const QList<ArchivedCapture> captures = archive().captures();
    QCOMPARE(captures.size(), 2);
    QCOMPARE(captures.first().instance, u"127.0.0.1:8080"_s);
    QCOMPARE(captures.first().begun, m_noon.addSecs(60));
    QCOMPARE(captures.last().instance, u"dev1.service-now.com"_s);
    QVERIFY(captures.last().bytes > 3 * sampleMessage(0).size());
    QVERIFY(captures.last().lastWritten.isValid());
}

void TestCaptureArchive::leavesOutWhatIsNoCapture()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"20261126-120000-empty"_s));
    QVERIFY(QDir(m_folder->path()).mkdir(u"notes"_s));
    appendSamples(*openStore({.path = m_folder->filePath(u"renamed"_s)}), 0, 3);
    QVERIFY(archive().captures().isEmpty());
}

void TestCaptureArchive::givesAPathThatNothingHas()
{
    record(u"dev1"_s, m_noon);
    record(u"dev1"_s, m_noon);
    QCOMPARE(archive().captures().size(), 2);
}

void TestCaptureArchive::discardsToTheTrash()
{
    record(u"dev1"_s, m_noon);
    record(u"dev2"_s, m_noon);
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
    QVERIFY(!CaptureArchive::discard(archive().captures().first()));
    QCOMPARE(archive().captures().size(), 1);
    QVERIFY(QDir(m_folder->filePath(u"data/Trash/files/20261126-120000-dev2"_s)).exists());
}

void TestCaptureArchive::keepsWhatItCannotDiscard()
{
    ArchivedCapture gone;
    gone.path = m_folder->filePath(u"gone"_s);
    const auto error = CaptureArchive::discard(gone);
    QVERIFY(error);
    QVERIFY(error->text.contains("gone"_L1));
}

QTEST_GUILESS_MAIN(TestCaptureArchive)
#include "test_capturearchive.moc"
