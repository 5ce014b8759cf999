// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrlQuery>

#include <utility>
#include <variant>

namespace amb {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One HTTP/1.x request as a server reads it.
struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< as it came, without the query
    QUrlQuery query;
    HttpHeaders headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    /// The first header of that (lower-case) name; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] qsizetype count(QByteArrayView name) const;
    /// Whether a comma-separated header lists a token, in any case.
    [[nodiscard]] bool lists(QByteArrayView name, QByteArrayView token) const;
    /// The media type of the body in lower case, without parameters.
    [[nodiscard]] QByteArray contentType() const;
    /// The value of a cookie. Two Cookie headers are as good as none: a gateway that joins them
    /// with a comma breaks the session (KB2548136).
    [[nodiscard]] QByteArray cookie(QByteArrayView name) const;
    /// The body read as an HTML form.
    [[nodiscard]] QUrlQuery form() const;
};

/// One HTTP reply.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json;charset=UTF-8";
    QByteArray body;
    HttpHeaders headers; ///< further ones; a name may occur more than once
    bool close = false; ///< end the connection after it

    [[nodiscard]] QByteArray toBytes(bool keepAlive) const;
};

/// A reply that has nothing but a status and a sentence.
HttpResponse plainResponse(int status, const QByteArray &text);

/// How the end of a request's body is told.
struct BodyLength
{
    bool chunked = false;
    qint64 bytes = 0; ///< when not chunked
};

/// Reads a request's head, up to and including the empty line; an HTTP status when it is wrong.
std::variant<HttpRequest, int> parseRequestHead(QByteArrayView head);
/// Says how long the body is (RFC 9112 § 6.3); an HTTP status when it is ambiguous or too long.
std::variant<BodyLength, int> bodyLength(const HttpRequest &request, qint64 most);

/// Takes a chunked body (RFC 9112 § 7.1) apart, fed with whatever arrived.
class ChunkedBody
{
public:
    enum class State {
        NeedsMore,
        Complete,
        Wrong, ///< not well formed
        TooLong,
    };

    explicit ChunkedBody(qint64 most)
        : m_most(most)
    { }

    /// Takes bytes off the front of input.
    State feed(QByteArray &input);
    [[nodiscard]] const QByteArray &body() const { return m_body; }

private:
    State readSize(QByteArrayView line);

    QByteArray m_body;
    qint64 m_most;
    qint64 m_left = 0; // of the current chunk and its line end
    bool m_inTrailer = false;
};

} // namespace amb
