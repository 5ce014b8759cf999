// SPDX-License-Identifier: MIT
// Sign-in with a client certificate: a front with TLS before the demo instance asks for it, and
// takes whoever has one of its authority's for the demo user, as “mutual authentication” does.
#include "testcertificates.h"
#include "tests/unit/demo/signinrunner.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Passes what comes over TLS on to a demo instance, with a user's name where a certificate came.
class TlsFront : public QObject
{
public:
    TlsFront(QSslConfiguration tls, const QUrl &behind)
        : m_behind(behind)
    {
        tls.setPeerVerifyMode(QSslSocket::QueryPeer);
        m_server.setSslConfiguration(tls);
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection()))
                join(socket);
        });
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    }
    [[nodiscard]] int certificates() const { return m_certificates; }

private:
    void join(QSslSocket *client)
    {
        const bool isKnown = !client->peerCertificate().isNull();
        m_certificates += isKnown ? 1 : 0;
        auto *instance = new QTcpSocket(client);
        connect(client, &QSslSocket::readyRead, instance, [client, instance, isKnown] {
            QByteArray request = client->readAll(); // small enough to come at once
            const qsizetype host = request.indexOf("\r\nHost:");
            if (isKnown && !request.contains("\r\nCookie:") && host > 0)
                request.insert(host,
                               "\r\nAuthorization: Basic " + QByteArray("demo:demo").toBase64());
            instance->write(request);
        });
        connect(instance, &QTcpSocket::readyRead, client, [client, instance] {
            client->write(instance->readAll());
        });
        connect(instance, &QTcpSocket::disconnected, client, &QSslSocket::disconnectFromHost);
        connect(client, &QSslSocket::disconnected, client, &QObject::deleteLater);
        instance->connectToHost(m_behind.host(), quint16(m_behind.port()));
    }

    QUrl m_behind;
    QSslServer m_server;
    int m_certificates = 0;
};

} // namespace

class TestCertificateSignIn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void certificateMakesTheCookies_data();
    void certificateMakesTheCookies();
    void certificateThatNobodyKnowsIsRefused();

private:
    NetworkSettings network(const Result<ClientCertificate> &certificate) const;
    static Credentials byCertificate();

    test::TestCertificates m_certificates;
    test::ClientFiles m_files;
    std::unique_ptr<DemoInstance> m_instance;
    std::unique_ptr<TlsFront> m_front;
};

void TestCertificateSignIn::initTestCase()
{
    QVERIFY(m_certificates.isValid());
    m_files = m_certificates.clientFor(u"demo"_s);
    QVERIFY(!m_files.pkcs12.isEmpty());
}

void TestCertificateSignIn::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_front =
        std::make_unique<TlsFront>(m_certificates.serverFor(u"IP:127.0.0.1"_s), m_instance->url());
    QVERIFY(m_front->listen());
}

void TestCertificateSignIn::cleanup()
{
    m_front.reset();
    m_instance.reset();
}

NetworkSettings TestCertificateSignIn::network(const Result<ClientCertificate> &certificate) const
{
    NetworkSettings settings;
    settings.ownCertificates = m_certificates.authority();
    settings.clientCertificate = *certificate;
    return settings;
}

Credentials TestCertificateSignIn::byCertificate()
{
    Credentials credentials;
    credentials.kind = Credentials::Kind::ClientCertificate;
    return credentials;
}

void TestCertificateSignIn::certificateMakesTheCookies_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("PEM") << m_files.certificate << m_files.key;
    QTest::newRow("PEM, encrypted key") << m_files.certificate << m_files.encryptedKey;
    QTest::newRow("PKCS#12") << m_files.pkcs12 << QByteArray();
}

void TestCertificateSignIn::certificateMakesTheCookies()
{
    QFETCH(const QByteArray, certificate);
    QFETCH(const QByteArray, key);
    const auto read = readClientCertificate(certificate, key, "hush");
    QVERIFY(read);
    SignInRunner runner(m_front->url(), network(read));
    QVERIFY2(runner.run(byCertificate()), qPrintable(runner.words()));
    QCOMPARE(runner.whoAmI(), u"demo"_s);
    QVERIFY(m_front->certificates() > 0);
    QVERIFY(!runner.session().userToken().isEmpty());
}

void TestCertificateSignIn::certificateThatNobodyKnowsIsRefused()
{
    const auto read = readClientCertificate(m_files.certificate, m_files.key, {});
    QVERIFY(read);
    // An instance that does not look at certificates.
    m_front = std::make_unique<TlsFront>(m_certificates.serverFor(u"IP:127.0.0.1"_s), QUrl());
    NetworkSettings settings = network(read);
    SignInRunner runner(m_instance->url(), settings);
    QVERIFY(!runner.run(byCertificate()));
    QVERIFY2(runner.words().contains(u"does not know a user by this client certificate"_s),
             qPrintable(runner.words()));
    QVERIFY(!runner.run(byCertificate()));
    QCOMPARE(m_instance->requests(), 1);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestCertificateSignIn)

#include "test_certificatesignin.moc"
