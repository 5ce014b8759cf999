// SPDX-License-Identifier: MIT
#include "core/doctor/httpprobe.h"

#include "core/transport/networksetup.h"

#include <algorithm>

namespace amb {

namespace {

constexpr qsizetype longestHead = qsizetype(64) * 1024;
constexpr std::chrono::milliseconds staleLimit{200};

QByteArray hostHeader(const QUrl &site)
{
    QByteArray host = site.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (site.port() > 0)
        host += ':' + QByteArray::number(site.port());
    return host;
}

QByteArray headOf(const ProbeRequest &request, const QUrl &site)
{
    // The host of a tunnel is its far end (RFC 9112 § 3.2.3).
    const QByteArray host = request.method == "CONNECT" ? request.target : hostHeader(site);
    QByteArray head = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + host
        + "\r\nUser-Agent: " + userAgent() + "\r\n";
    for (const auto &[name, value] : request.headers)
        head += name + ": " + value + "\r\n";
    if (request.method == "POST")
        head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return head + "\r\n";
}

/// The status of a head's first line; 0 when it is not HTTP.
int statusOf(QByteArrayView head)
{
    if (!head.startsWith("HTTP/1."))
        return 0;
    const qsizetype space = head.indexOf(' ');
    bool isNumber = false;
    const int status = head.sliced(space + 1, std::min<qsizetype>(3, head.size() - space - 1))
                           .toByteArray()
                           .toInt(&isNumber);
    return space > 0 && isNumber && status >= 100 && status <= 599 ? status : 0;
}

} // namespace

bool decodeChunks(QByteArrayView input, QByteArray &body)
{
    body.clear();
    while (true) {
        const qsizetype end = input.indexOf("\r\n");
        if (end < 0)
            return false;
        bool isNumber = false;
        const QByteArray digits = input.first(end).toByteArray().split(';').at(0).trimmed();
        const qsizetype size = digits.toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > HttpProbe::longestBody)
            return true; // not well formed: what is there is all there will be
        if (size == 0)
            return input.indexOf("\r\n\r\n") >= 0;
        if (input.size() < end + 2 + size + 2)
            return false;
        body += input.sliced(end + 2, size);
        input = input.sliced(end + 2 + size + 2);
    }
}

QByteArrayList ProbeAnswer::headers(QByteArrayView name) const
{
    QByteArrayList values;
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            values += line.mid(colon + 1).trimmed();
    }
    return values;
}

QByteArray ProbeAnswer::header(QByteArrayView name) const
{
    return headers(name).value(0);
}

bool ProbeAnswer::isPage() const
{
    return body.trimmed().startsWith('<')
        || header("Content-Type").toLower().startsWith("text/html");
}

HttpProbe::HttpProbe(QUrl site, NetworkSettings settings, QNetworkProxy proxy, QObject *parent)
    : QObject(parent)
    , m_site(std::move(site))
    , m_settings(std::move(settings))
    , m_proxy(std::move(proxy))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const bool isUp = m_wire && m_wire->isOpen();
        finish(isUp ? ProbeAnswer::Outcome::Silent : ProbeAnswer::Outcome::NoConnection,
               isUp ? QString() : tr("No connection was made in time."));
    });
}

void HttpProbe::ask(const ProbeRequest &request, std::chrono::milliseconds limit, Then then)
{
    if (m_then)
        abort();
    m_answer = {};
    m_input.clear();
    m_then = std::move(then);
    m_answer.sent = headOf(request, m_site);
    m_limit.start(limit);
    m_isReused = m_wire != nullptr;
    if (!m_wire)
        openWire();
    m_bytes = m_answer.sent + request.body;
    m_answer.bytesOut = m_bytes.size();
    m_clock.start();
    m_wire->write(m_bytes);
}

void HttpProbe::abort()
{
    m_limit.stop();
    m_then = nullptr;
    if (m_wire)
        m_wire->abort();
    if (m_wire)
        m_wire.release()->deleteLater(); // one of its signals may be what brought us here
}

std::unique_ptr<Wire> HttpProbe::takeWire()
{
    if (m_wire)
        m_wire->disconnect(this);
    return std::move(m_wire);
}

void HttpProbe::openWire()
{
    m_wire = std::make_unique<Wire>(m_settings, m_proxy);
    connect(m_wire.get(), &Wire::opened, this, [this] { m_clock.start(); });
    connect(m_wire.get(), &Wire::received, this, &HttpProbe::read);
    connect(m_wire.get(), &Wire::ended, this, &HttpProbe::onEnd);
    m_wire->open(m_site);
}

void HttpProbe::read(const QByteArray &bytes)
{
    if (!m_then)
        return; // nobody asked
    m_answer.bytesIn += bytes.size();
    m_input += bytes;
    if (m_answer.status == 0) {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        const bool isHttp = m_input.startsWith(QByteArray("HTTP/1.").left(m_input.size()));
        if (!isHttp || (end < 0 && m_input.size() > longestHead)) {
            m_answer.body = m_input.left(longestHead);
            finish(ProbeAnswer::Outcome::NotHttp);
            return;
        }
        if (end < 0)
            return;
        m_answer.head = m_input.left(end);
        m_answer.status = statusOf(m_answer.head);
        m_input.remove(0, end + 4);
        if (m_answer.status == 0) {
            finish(ProbeAnswer::Outcome::NotHttp);
            return;
        }
    }
    if (isComplete(false))
        finish(ProbeAnswer::Outcome::Answered);
}

/// Whether all of the answer is there (RFC 9112 § 6.3); then its body is set.
bool HttpProbe::isComplete(bool atEnd)
{
    if (m_answer.status == 101) {
        m_answer.rest = m_input;
        return true;
    }
    const bool isTunnel = m_answer.sent.startsWith("CONNECT ") && m_answer.status / 100 == 2;
    if (m_answer.status == 204 || m_answer.status == 304 || isTunnel)
        return true;
    if (m_answer.header("Transfer-Encoding").toLower().contains("chunked"))
        return decodeChunks(m_input, m_answer.body) || atEnd;
    bool hasLength = false;
    const qint64 length = m_answer.header("Content-Length").toLongLong(&hasLength);
    m_answer.body = m_input.left(longestBody);
    if (hasLength)
        return m_input.size() >= std::min<qint64>(length, longestBody) || atEnd;
    return atEnd || m_input.size() >= longestBody;
}

void HttpProbe::onEnd(WireEnd end, const QString &said)
{
    const bool wasOpen = m_wire && m_wire->isOpen();
    if (m_wire)
        m_wire.release()->deleteLater();
    if (!m_then)
        return;
    // A kept connection may end just when the next request goes out, which says nothing.
    if (std::exchange(m_isReused, false) && m_answer.bytesIn == 0
        && m_clock.elapsed() < staleLimit.count()) {
        openWire();
        m_wire->write(m_bytes);
        return;
    }
    if (m_answer.status != 0 && isComplete(true))
        finish(ProbeAnswer::Outcome::Answered);
    else if (end == WireEnd::TlsFailed)
        finish(ProbeAnswer::Outcome::TlsFailed, said);
    else
        finish(wasOpen ? ProbeAnswer::Outcome::Closed : ProbeAnswer::Outcome::NoConnection, said);
}

void HttpProbe::finish(ProbeAnswer::Outcome outcome, const QString &said)
{
    m_limit.stop();
    m_answer.outcome = outcome;
    m_answer.said = said;
    m_answer.took = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    const bool isKept = m_answer.header("Connection").toLower() != QByteArrayView("close")
        && !m_answer.head.startsWith("HTTP/1.0");
    const bool isReusable =
        outcome == ProbeAnswer::Outcome::Answered && (m_answer.status == 101 || isKept);
    if (!isReusable && m_wire) {
        m_wire->abort();
        m_wire.release()->deleteLater();
    }
    const Then then = std::exchange(m_then, nullptr);
    const ProbeAnswer answer = m_answer;
    then(answer);
}

} // namespace amb
