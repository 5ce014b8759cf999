// SPDX-License-Identifier: MIT
#include "core/demo/httpexchange.h"

#include "core/demo/demofaults.h"
#include "core/demo/gzip.h"
#include "core/demo/httpconnection.h"

namespace amb {

namespace {

constexpr qsizetype worthGzip = 512; // bytes

} // namespace

HttpExchange::HttpExchange(HttpConnection &connection,
                           const HttpRequest &request,
                           const DemoFaults &faults)
    : BusLink(
        Kind::Http, request.cookie("JSESSIONID"), request.cookie("BAYEUX_BROWSER"), &connection)
    , m_connection(connection)
    , m_faults(faults)
    , m_takesGzip(request.lists("accept-encoding", "gzip"))
{
    connect(&connection, &HttpConnection::closed, this, &BusLink::closed);
}

void HttpExchange::sendReplies(const QByteArray &frame)
{
    HttpResponse response;
    response.body = frame;
    if (m_takesGzip && frame.size() >= worthGzip) {
        response.body = gzip(frame);
        response.headers.emplaceBack("Content-Encoding", "gzip");
    }
    if (m_setsCookie)
        response.headers.emplaceBack("Set-Cookie",
                                     "BAYEUX_BROWSER=" + browserId() + "; Path=/; HttpOnly");
    m_connection.respond(response, m_faults.slowReplies);
    deleteLater();
}

void HttpExchange::sendEvent(const QByteArray & /*frame*/)
{
    Q_ASSERT_X(false, "HttpExchange", "events travel with the replies");
}

void HttpExchange::refuse(int httpStatus, const QByteArray &why)
{
    m_connection.respond(plainResponse(httpStatus, why), m_faults.slowReplies);
    deleteLater();
}

void HttpExchange::end(const QByteArray &why)
{
    refuse(500, why);
}

void HttpExchange::giveBrowserId(const QByteArray &id)
{
    BusLink::giveBrowserId(id);
    m_setsCookie = true;
}

} // namespace amb
