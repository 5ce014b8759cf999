// SPDX-License-Identifier: MIT
// What an instance insists on (amb.md §§ 1.1, 1.3): our own session, over our own transports,
// passes with all of it and fails when one measure is missing.
#include "core/bayeux/session.h"
#include "core/demo/demoinstance.h"
#include "core/instance/refusal.h"
#include "core/instance/sessionext.h"
#include "core/transport/cookiejar.h"
#include "core/transport/networktransportfactory.h"
#include "tests/unit/demo/probes.h"

#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Takes records and forgets them.
class NoSink : public RecordSink
{
public:
    void append(const Record & /*record*/) override { }
};

/// What our client does for an instance to take it.
struct Measures
{
    QByteArray origin;
    QString path = u"/amb"_s;
    bool hasCookies = true;
    TransportPreference transport = TransportPreference::WebSocketOnly;
};

} // namespace

class TestStrictInstance : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void takesOurClient_data();
    void takesOurClient();
    void refusesTheUpgradeWithoutAMeasure_data();
    void refusesTheUpgradeWithoutAMeasure();
    void opensWithoutCookiesButServesNothing_data();
    void opensWithoutCookiesButServesNothing();
    void opensWithAuthorizationAloneButServesNothing();

private:
    [[nodiscard]] Measures all() const;
    [[nodiscard]] QUrl endpoint(const QString &scheme, const QString &path) const;
    /// Starts a session that takes these measures and wishes for a channel.
    void start(const Measures &measures);
    [[nodiscard]] SubscriptionInfo subscription() const;

    std::unique_ptr<DemoInstance> m_instance;
    CookieJar m_cookies;
    NoSink m_sink;
    std::unique_ptr<NetworkTransportFactory> m_factory;
    std::unique_ptr<Session> m_session;
    SessionStatus m_said = SessionStatus::Unknown;
};

void TestStrictInstance::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_cookies.clear();
    m_said = SessionStatus::Unknown;
}

void TestStrictInstance::cleanup()
{
    m_session.reset();
    m_factory.reset();
    m_instance.reset();
}

Measures TestStrictInstance::all() const
{
    Measures measures;
    measures.origin = m_instance->url().toEncoded();
    return measures;
}

QUrl TestStrictInstance::endpoint(const QString &scheme, const QString &path) const
{
    QUrl url = m_instance->url();
    url.setScheme(scheme);
    url.setPath(path);
    return url;
}

void TestStrictInstance::start(const Measures &measures)
{
    if (measures.hasCookies) {
        QList<QNetworkCookie> cookies;
        for (const QByteArray &pair : signIn(m_instance->url()).split(';'))
            cookies += QNetworkCookie::parseCookies(pair.trimmed());
        m_cookies.add(cookies, m_instance->url());
    }
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    m_factory = std::make_unique<NetworkTransportFactory>(endpoint(u"http"_s, u"/amb"_s),
                                                          endpoint(u"ws"_s, measures.path),
                                                          measures.origin,
                                                          settings,
                                                          m_cookies);
    SessionOptions options;
    options.preference = measures.transport;
    options.dialect.explain = explainRefusal;
    m_session = std::make_unique<Session>(*m_factory, m_sink, options);
    connect(m_session.get(), &Session::metaReplied, this, [this](QByteArrayView ext) {
        const SessionExt said = SessionExt::parse(ext);
        if (said.isPresent)
            m_said = said.status;
    });
    m_session->subscribe(*ChannelPattern::parse("/demo/echo"));
    m_session->start();
}

SubscriptionInfo TestStrictInstance::subscription() const
{
    return m_session->subscriptions().constFirst();
}

void TestStrictInstance::takesOurClient_data()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

void TestStrictInstance::takesOurClient()
{
    QFETCH(const TransportPreference, transport);
    Measures measures = all();
    measures.transport = transport;
    start(measures);
    QTRY_COMPARE(subscription().state, SubscriptionState::Subscribed);
    QCOMPARE(m_said, SessionStatus::LoggedIn);
    QCOMPARE(m_session->status().state, ConnectionState::Connected);
}

void TestStrictInstance::refusesTheUpgradeWithoutAMeasure_data()
{
    QTest::addColumn<QByteArray>("origin"); // null: the right one
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("article");
    QTest::newRow("no Origin") << QByteArray("") << u"/amb"_s << 403 << u"KB2911033"_s;
    QTest::newRow("foreign Origin")
        << QByteArray("https://evil.example") << u"/amb"_s << 403 << u"KB2911033"_s;
    QTest::newRow("slash") << QByteArray() << u"/amb/"_s << 400 << u"KB0829978"_s;
}

void TestStrictInstance::refusesTheUpgradeWithoutAMeasure()
{
    QFETCH(const QByteArray, origin);
    QFETCH(const QString, path);
    QFETCH(const int, status);
    QFETCH(const QString, article);
    Measures measures = all();
    measures.path = path;
    if (!origin.isNull())
        measures.origin = origin;
    start(measures);
    QTRY_COMPARE(m_session->status().troubleHttpStatus, status);
    const QString trouble = m_session->status().trouble;
    QVERIFY2(trouble.contains(article), qPrintable(trouble));
    QCOMPARE(m_instance->openWebSockets(), 0);
    QCOMPARE(m_instance->handshakes(), 0);
    QCOMPARE(subscription().state, SubscriptionState::Waiting);
}

void TestStrictInstance::opensWithoutCookiesButServesNothing_data()
{
    takesOurClient_data();
}

void TestStrictInstance::opensWithoutCookiesButServesNothing()
{
    QFETCH(const TransportPreference, transport);
    Measures measures = all();
    measures.hasCookies = false;
    measures.transport = transport;
    start(measures);
    QTRY_COMPARE(subscription().state, SubscriptionState::Refused);
    QCOMPARE(m_said, SessionStatus::Invalidated);
    QCOMPARE(m_session->status().state, ConnectionState::Connected); // successful all the same
    QVERIFY2(subscription().explanation.startsWith(u"Not signed in"_s),
             qPrintable(subscription().explanation));
    QVERIFY(m_instance->subscriptions().isEmpty());
}

void TestStrictInstance::opensWithAuthorizationAloneButServesNothing()
{
    // Our transports send no such header at all; this is a client that relies on it.
    QNetworkRequest request(endpoint(u"ws"_s, u"/amb"_s));
    request.setRawHeader("Authorization", basicHeader().second);
    QWebSocket socket(QString::fromLatin1(all().origin));
    QStringList frames;
    connect(&socket, &QWebSocket::textMessageReceived, this, [&frames](const QString &frame) {
        frames += frame;
    });
    QSignalSpy opened(&socket, &QWebSocket::connected);
    socket.open(request);
    QTRY_COMPARE(opened.size(), 1);
    socket.sendTextMessage(uR"([{"channel":"/meta/handshake","id":"1","version":"1.0"}])"_s);
    QTRY_COMPARE(frames.size(), 1);
    QVERIFY(frames.constFirst().contains(u"\"successful\":true"_s));
    QVERIFY(frames.constFirst().contains(u"session.invalidated"_s));
    const QString id = frames.constFirst().section(u"\"clientId\":\""_s, 1).section(u'"', 0, 0);
    socket.sendTextMessage(
        uR"([{"channel":"/meta/subscribe","id":"2","subscription":"/demo/echo","clientId":"%1"}])"_s
            .arg(id));
    QTRY_COMPARE(frames.size(), 2);
    QVERIFY(frames.constLast().contains(u"\"successful\":false"_s));
    QVERIFY(frames.constLast().contains(u"http session is not mapped"_s));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestStrictInstance)

#include "test_strictinstance.moc"
