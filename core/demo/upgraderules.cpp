// SPDX-License-Identifier: MIT
#include "core/demo/upgraderules.h"

#include "core/demo/demofaults.h"

namespace amb {

namespace {

HttpResponse refusal(int status, const QByteArray &text)
{
    HttpResponse response = plainResponse(status, text);
    response.close = true;
    return response;
}

/// An origin is scheme://host[:port] of the address that was asked (KB2911033). Either scheme is
/// taken, since TLS may end in front of this.
bool isOwnOrigin(const HttpRequest &request)
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray origin = request.header("origin").toLower();
    return !host.isEmpty() && (origin == "http://" + host || origin == "https://" + host);
}

bool hasKey(const HttpRequest &request)
{
    constexpr qsizetype keyBytes = 16; // RFC 6455 § 4.2.1
    const auto key = QByteArray::fromBase64Encoding(request.header("sec-websocket-key"),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    return key && (*key).size() == keyBytes;
}

} // namespace

std::optional<HttpResponse> refusalOfUpgrade(const HttpRequest &request, const DemoFaults &faults)
{
    if (request.path == "/amb/")
        return refusal(400, "The WebSocket is at /amb, without a slash behind it.");
    if (request.path != "/amb")
        return refusal(404, "There is no WebSocket here.");
    if (faults.webSocket == DemoFaults::WebSocket::Off)
        return refusal(400, "WebSocket is off: glide.cometd.websocket.enabled=false");
    if (faults.webSocket == DemoFaults::WebSocket::Refused)
        return refusal(faults.refusedStatus, "The WebSocket is refused.");
    if (!isOwnOrigin(request))
        return refusal(403, "The Origin header is missing or names another site.");
    if (request.method != "GET" || !request.lists("connection", "upgrade") || !hasKey(request))
        return refusal(400, "The upgrade is not well formed.");
    if (request.header("sec-websocket-version") != "13") {
        HttpResponse response = refusal(426, "Only version 13 is spoken here.");
        response.headers.emplaceBack("Sec-WebSocket-Version", "13");
        return response;
    }
    return std::nullopt;
}

} // namespace amb
