// SPDX-License-Identifier: MIT
#include "core/transport/clientcertificate.h"
#include "testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestClientCertificate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsPem();
    void readsBothFromOnePemFile();
    void readsAnEncryptedKey_data();
    void readsAnEncryptedKey();
    void readsPkcs12();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatItExpired();

private:
    test::TestCertificates m_certificates;
    test::ClientFiles m_files;
};

void TestClientCertificate::initTestCase()
{
    QVERIFY(m_certificates.isValid());
    m_files = m_certificates.clientFor(u"agent"_s);
    QVERIFY(!m_files.certificate.isEmpty() && !m_files.key.isEmpty());
    QVERIFY(!m_files.encryptedKey.isEmpty() && !m_files.pkcs12.isEmpty());
}

void TestClientCertificate::readsPem()
{
    const auto read = readClientCertificate(m_files.certificate, m_files.key, {});
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->chain.constFirst().subjectInfo(QSslCertificate::CommonName),
             QStringList{u"agent"_s});
    QVERIFY(!read->key.isNull());
}

void TestClientCertificate::readsBothFromOnePemFile()
{
    QVERIFY(readClientCertificate(m_files.key + m_files.certificate, {}, {}));
}

void TestClientCertificate::readsAnEncryptedKey_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("says");
    QTest::newRow("right") << QByteArray("hush") << QString();
    QTest::newRow("wrong") << QByteArray("guess") << u"does not open with this passphrase"_s;
    QTest::newRow("none") << QByteArray() << u"is encrypted: give its passphrase"_s;
}

void TestClientCertificate::readsAnEncryptedKey()
{
    QFETCH(const QByteArray, passphrase);
    QFETCH(const QString, says);
    const auto read = readClientCertificate(m_files.certificate, m_files.encryptedKey, passphrase);
    QCOMPARE(read.ok(), says.isEmpty());
    if (!read)
        QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
}

void TestClientCertificate::readsPkcs12()
{
    const auto read = readClientCertificate(m_files.pkcs12, {}, "hush");
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->chain.constFirst().subjectInfo(QSslCertificate::CommonName),
             QStringList{u"agent"_s});
}

void TestClientCertificate::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("says");
    const QByteArray none;
    QTest::newRow("nothing") << none << none << none << u"is empty"_s;
    QTest::newRow("no certificate")
        << m_files.key << none << none << u"no certificate in the PEM file"_s;
    QTest::newRow("no key") << m_files.certificate << none << none << u"no private key"_s;
    QTest::newRow("key cut off") << m_files.certificate << m_files.key.first(60) << none
                                 << u"cannot be read"_s;
    QTest::newRow("PKCS#12, wrong passphrase")
        << m_files.pkcs12 << none << QByteArray("guess") << u"does not open"_s;
    QTest::newRow("PKCS#12, none") << m_files.pkcs12 << none << none << u"needs a passphrase"_s;
    QTest::newRow("anything") << QByteArray("hello") << none << none << u"neither a PEM nor"_s;
}

void TestClientCertificate::saysWhatIsWrong()
{
    QFETCH(const QByteArray, certificate);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, passphrase);
    QFETCH(const QString, says);
    const auto read = readClientCertificate(certificate, key, passphrase);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Input);
    QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
    QVERIFY(!read.error().text.contains(u"guess"_s));
}

void TestClientCertificate::saysThatItExpired()
{
    const test::ClientFiles old = m_certificates.clientFor(u"agent"_s, -1);
    const auto read = readClientCertificate(old.certificate, old.key, {});
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"expired on"_s), qPrintable(read.error().text));
}

QTEST_GUILESS_MAIN(TestClientCertificate)
#include "test_clientcertificate.moc"
