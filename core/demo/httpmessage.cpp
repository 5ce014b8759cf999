// SPDX-License-Identifier: MIT
#include "core/demo/httpmessage.h"

#include <QUrl>

#include <algorithm>

namespace amb {

namespace {

constexpr qsizetype longestLine = 1024; // of a chunk's size or trailer

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView others = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [others](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || others.contains(c);
    });
}

/// Text up to a character, or all of it.
QByteArray upTo(const QByteArray &text, char end)
{
    const qsizetype at = text.indexOf(end);
    return at < 0 ? text : text.first(at);
}

bool parseRequestLine(const QByteArray &line, HttpRequest &request)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts.at(0)))
        return false;
    if (parts.at(2) != "HTTP/1.1" && parts.at(2) != "HTTP/1.0")
        return false;
    const QByteArray &target = parts.at(1);
    if (!target.startsWith('/'))
        return false;
    const qsizetype question = target.indexOf('?');
    request.method = parts.at(0);
    request.path = upTo(target, '?');
    if (question >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.sliced(question + 1)));
    request.keepAlive = parts.at(2) == "HTTP/1.1";
    return true;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = std::ranges::find(headers, name, &HttpHeaders::value_type::first);
    return found == headers.end() ? QByteArray() : found->second;
}

qsizetype HttpRequest::count(QByteArrayView name) const
{
    return std::ranges::count(headers, name, &HttpHeaders::value_type::first);
}

bool HttpRequest::lists(QByteArrayView name, QByteArrayView token) const
{
    return std::ranges::any_of(header(name).split(','), [token](const QByteArray &entry) {
        return entry.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

QByteArray HttpRequest::contentType() const
{
    return upTo(header("content-type"), ';').trimmed().toLower();
}

QByteArray HttpRequest::cookie(QByteArrayView name) const
{
    if (count("cookie") != 1)
        return {};
    for (const QByteArray &pair : header("cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.left(equals).trimmed() == name)
            return pair.sliced(equals + 1).trimmed();
    }
    return {};
}

QUrlQuery HttpRequest::form() const
{
    // In a form "+" is a space, which QUrlQuery leaves alone.
    return QUrlQuery(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
}

QByteArray HttpResponse::toBytes(bool keepAlive) const
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ';
    bytes += reasonPhrase(status);
    bytes += "\r\nServer: demo instance\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: " + contentType + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "Cache-Control: no-store\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes + body;
}

HttpResponse plainResponse(int status, const QByteArray &text)
{
    return {status, "text/plain;charset=UTF-8", text + '\n', {}, false};
}

std::variant<HttpRequest, int> parseRequestHead(QByteArrayView head)
{
    constexpr int badRequest = 400;
    QList<QByteArray> lines = head.toByteArray().split('\n');
    for (QByteArray &line : lines)
        if (line.endsWith('\r'))
            line.chop(1);
    HttpRequest request;
    if (!parseRequestLine(lines.takeFirst(), request))
        return badRequest;
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            break;
        // A name with white space, or a line that begins with it, is how requests are smuggled.
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(QByteArrayView(line).first(colon)) || line.contains('\0'))
            return badRequest;
        request.headers.emplaceBack(line.left(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    if (request.count("host") > 1)
        return badRequest;
    if (request.lists("connection", "close"))
        request.keepAlive = false;
    else if (request.lists("connection", "keep-alive"))
        request.keepAlive = true;
    return request;
}

std::variant<BodyLength, int> bodyLength(const HttpRequest &request, qint64 most)
{
    const qsizetype lengths = request.count("content-length");
    const qsizetype encodings = request.count("transfer-encoding");
    if (lengths > 1 || encodings > 1 || (lengths > 0 && encodings > 0))
        return 400;
    if (encodings > 0) {
        if (request.header("transfer-encoding").toLower() != "chunked")
            return 501;
        return BodyLength{true, 0};
    }
    if (lengths == 0)
        return BodyLength{};
    const QByteArray text = request.header("content-length");
    const bool isNumber =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return 400;
    bool ok = false;
    const qint64 bytes = text.toLongLong(&ok);
    if (!ok || bytes > most)
        return 413;
    return BodyLength{false, bytes};
}

ChunkedBody::State ChunkedBody::feed(QByteArray &input)
{
    while (true) {
        if (m_left > 2) {
            const qsizetype size = qMin(m_left - 2, input.size());
            if (size == 0)
                return State::NeedsMore;
            m_body += input.first(size);
            input.remove(0, size);
            m_left -= size;
            continue;
        }
        if (m_left == 2) {
            if (input.size() < 2)
                return State::NeedsMore;
            if (!input.startsWith("\r\n"))
                return State::Wrong;
            input.remove(0, 2);
            m_left = 0;
        }
        const qsizetype end = input.indexOf("\r\n");
        if (end < 0)
            return input.size() > longestLine ? State::Wrong : State::NeedsMore;
        const QByteArray line = input.first(end);
        input.remove(0, end + 2);
        if (m_inTrailer && line.isEmpty())
            return State::Complete;
        if (m_inTrailer)
            continue;
        if (const State state = readSize(line); state != State::NeedsMore)
            return state;
    }
}

ChunkedBody::State ChunkedBody::readSize(QByteArrayView line)
{
    const qsizetype semicolon = line.indexOf(';');
    const QByteArrayView digits = (semicolon < 0 ? line : line.first(semicolon)).trimmed();
    constexpr QByteArrayView hex = "0123456789abcdefABCDEF";
    const bool isNumber = !digits.isEmpty() && digits.size() <= 8
        && std::ranges::all_of(digits, [hex](char c) { return hex.contains(c); });
    if (!isNumber)
        return State::Wrong;
    const qint64 size = digits.toByteArray().toLongLong(nullptr, 16);
    if (size > m_most - m_body.size())
        return State::TooLong;
    m_inTrailer = size == 0;
    m_left = m_inTrailer ? 0 : size + 2;
    return State::NeedsMore;
}

} // namespace amb
