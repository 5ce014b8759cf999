// SPDX-License-Identifier: MIT
#include "core/bayeux/requestbuilder.h"

#include <QTest>

using namespace amb;

namespace {

const QByteArray client = "8k2mfy1qv0s7d3n5t9xw4bzh6c";

} // namespace

/// The messages byte for byte as browsers send them.
class TestRequestBuilder : public QObject
{
    Q_OBJECT

private slots:
    void handshake();
    void handshakeOffersWhatItIsTold();
    void connect();
    void connectWithExt();
    void subscribeAndUnsubscribe();
    void disconnect();
    void publishesDataByteForByte();
    void countsOnForEver();
    void escapesWhatAServerMadeUp();
};

void TestRequestBuilder::handshake()
{
    RequestBuilder builder;
    const auto message = builder.handshake({TransportType::WebSocket, TransportType::LongPolling},
                                           R"({"supportsSubscribeCommandFlow":true})");
    QCOMPARE(message.id, QByteArray("1"));
    QCOMPARE(message.text,
             QByteArray(
                 R"({"id":"1","version":"1.0","minimumVersion":"1.0","channel":"/meta/handshake",)"
                 R"("supportedConnectionTypes":["websocket","long-polling"],)"
                 R"("advice":{"timeout":60000,"interval":0},)"
                 R"("ext":{"supportsSubscribeCommandFlow":true}})"));
}

void TestRequestBuilder::handshakeOffersWhatItIsTold()
{
    RequestBuilder builder;
    QCOMPARE(builder.handshake({TransportType::LongPolling}, {}).text,
             QByteArray(
                 R"({"id":"1","version":"1.0","minimumVersion":"1.0","channel":"/meta/handshake",)"
                 R"("supportedConnectionTypes":["long-polling"],)"
                 R"("advice":{"timeout":60000,"interval":0}})"));
}

void TestRequestBuilder::connect()
{
    RequestBuilder builder;
    QCOMPARE(builder.connect(client, TransportType::WebSocket, true, {}).text,
             QByteArray(R"({"id":"1","channel":"/meta/connect","connectionType":"websocket",)"
                        R"("advice":{"timeout":0},"clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})"));
    QCOMPARE(builder.connect(client, TransportType::LongPolling, false, {}).text,
             QByteArray(R"({"id":"2","channel":"/meta/connect","connectionType":"long-polling",)"
                        R"("clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})"));
}

void TestRequestBuilder::connectWithExt()
{
    RequestBuilder builder;
    QCOMPARE(
        builder.connect(client, TransportType::WebSocket, false, R"({"extendSession":true})").text,
        QByteArray(R"({"id":"1","channel":"/meta/connect","connectionType":"websocket",)"
                   R"("clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c","ext":{"extendSession":true}})"));
}

void TestRequestBuilder::subscribeAndUnsubscribe()
{
    RequestBuilder builder;
    const ChannelPattern pattern = *ChannelPattern::parse("/rw/default/incident/YWN0aXZlPXRydWU-");
    QCOMPARE(builder.subscribe(client, pattern).text,
             QByteArray(R"({"id":"1","channel":"/meta/subscribe",)"
                        R"("subscription":"/rw/default/incident/YWN0aXZlPXRydWU-",)"
                        R"("clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})"));
    QCOMPARE(builder.unsubscribe(client, pattern).text,
             QByteArray(R"({"id":"2","channel":"/meta/unsubscribe",)"
                        R"("subscription":"/rw/default/incident/YWN0aXZlPXRydWU-",)"
                        R"("clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})"));
}

void TestRequestBuilder::disconnect()
{
    RequestBuilder builder;
    QCOMPARE(builder.disconnect(client).text,
             QByteArray(R"({"id":"1","channel":"/meta/disconnect",)"
                        R"("clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})"));
}

void TestRequestBuilder::publishesDataByteForByte()
{
    RequestBuilder builder;
    const QByteArray data = "{ \"z\":1.0, \"a\" : [ 12345678901234567890,\n\"\\u00e9\" ] }";
    QCOMPARE(builder.publish(client, *ChannelName::parse("/sn/rp/incident/3f9a"), data).text,
             R"({"id":"1","channel":"/sn/rp/incident/3f9a","data":)" + data
                 + R"(,"clientId":"8k2mfy1qv0s7d3n5t9xw4bzh6c"})");
}

void TestRequestBuilder::countsOnForEver()
{
    RequestBuilder builder;
    QCOMPARE(builder.handshake({TransportType::WebSocket}, {}).id, QByteArray("1"));
    QCOMPARE(builder.connect(client, TransportType::WebSocket, true, {}).id, QByteArray("2"));
    QCOMPARE(builder.handshake({TransportType::WebSocket}, {}).id, QByteArray("3"));
    QCOMPARE(builder.disconnect(client).id, QByteArray("4"));
}

void TestRequestBuilder::escapesWhatAServerMadeUp()
{
    RequestBuilder builder;
    const QByteArray hostile("a\"\\\n\x01z");
    const QByteArray expected("{\"id\":\"1\",\"channel\":\"/meta/disconnect\","
                              "\"clientId\":\"a\\\"\\\\\\u000a\\u0001z\"}");
    QCOMPARE(builder.disconnect(hostile).text, expected);
}

QTEST_GUILESS_MAIN(TestRequestBuilder)
#include "test_requestbuilder.moc"
