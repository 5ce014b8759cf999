// SPDX-License-Identifier: MIT
#include "transportlog.h"

namespace amb::test {

namespace {

QString withToken(const char *event, RequestToken token)
{
    return QStringLiteral("%1 %2").arg(QLatin1StringView(event)).arg(static_cast<quint64>(token));
}

} // namespace

TransportLog::TransportLog(const Transport &transport)
{
    connect(&transport, &Transport::opened, this, [this] { events << QStringLiteral("opened"); });
    connect(&transport, &Transport::received, this, [this](QByteArrayView frame, Timestamp /*at*/) {
        events << QStringLiteral("received");
        frames << frame.toByteArray();
    });
    connect(&transport, &Transport::answered, this, [this](RequestToken token) {
        events << withToken("answered", token);
    });
    connect(&transport,
            &Transport::requestFailed,
            this,
            [this](RequestToken token, const TransportFailure &failure) {
                events << withToken("requestFailed", token);
                failures << failure;
            });
    connect(&transport, &Transport::failed, this, [this](const TransportFailure &failure) {
        events << QStringLiteral("failed");
        failures << failure;
    });
}

TransportRequest request(quint64 token, RequestKind kind, const QByteArray &body)
{
    return {RequestToken{token}, kind, body};
}

} // namespace amb::test
