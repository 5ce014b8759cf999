// SPDX-License-Identifier: MIT
#include "core/bayeux/exchange.h"

#include "core/logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Exchange)
};

TransportFailure noReply()
{
    TransportFailure failure;
    failure.kind = TransportFailure::Kind::NoReply;
    failure.text = Words::tr("The server did not answer in time.");
    return failure;
}

TransportFailure noReplyInBody()
{
    TransportFailure failure;
    failure.kind = TransportFailure::Kind::NoReply;
    failure.text = Words::tr("The server's reply does not answer the request.");
    return failure;
}

/// Without an answer to these the link is useless.
bool isVital(const PendingRequest &request)
{
    return request.kind == MessageKind::Handshake || request.kind == MessageKind::Connect
        || request.kind == MessageKind::Disconnect;
}

} // namespace

Exchange::Exchange(TransportFactory &factory,
                   RecordSink &sink,
                   std::chrono::milliseconds networkDelay,
                   QObject *parent)
    : QObject(parent)
    , m_factory(factory)
    , m_sink(sink)
    , m_networkDelay(networkDelay)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Exchange::onDeadline);
}

Exchange::~Exchange()
{
    dropLinks();
}

void Exchange::setNotices(std::function<bool(QByteArrayView ext)> isNotice)
{
    m_isNotice = std::move(isNotice);
}

void Exchange::attach(std::unique_ptr<Transport> link)
{
    m_link = std::move(link);
    Transport *raw = m_link.get();
    connect(raw, &Transport::opened, this, [this] {
        m_opened = true;
        m_pending.restartClocks(Clock::now());
        armDeadline();
    });
    connect(raw, &Transport::received, this, [this, raw](QByteArrayView frame, Timestamp time) {
        onReceived(*raw, frame, time);
    });
    connect(raw, &Transport::answered, this, &Exchange::onAnswered);
    connect(raw, &Transport::requestFailed, this, &Exchange::onRequestFailed);
    connect(raw, &Transport::failed, this, [this, raw](const TransportFailure &failure) {
        onLinkFailed(raw, failure);
    });
    m_lastReceived = Clock::now();
}

/// A link is deleted later, since it may be its own signal that ends it.
void Exchange::dispose(std::unique_ptr<Transport> link)
{
    if (!link)
        return;
    link->disconnect(this);
    link->close();
    link.release()->deleteLater();
}

bool Exchange::isOpening() const
{
    return m_link && m_link->type() == TransportType::WebSocket && !m_opened;
}

void Exchange::openLink(TransportType type)
{
    m_opened = false;
    attach(m_factory.create(type));
}

void Exchange::adoptLink(std::unique_ptr<Transport> link)
{
    dispose(std::move(m_former));
    m_former = std::move(m_link);
    m_formerTokens = m_pending.tokens();
    m_mayReturn = true;
    m_opened = true;
    attach(std::move(link));
}

void Exchange::keepLink()
{
    m_mayReturn = false;
    releaseIdleFormer();
}

bool Exchange::returnToFormerLink()
{
    if (!m_former)
        return false;
    dispose(std::move(m_link));
    m_link = std::move(m_former);
    m_formerTokens.clear();
    return true;
}

std::vector<PendingRequest> Exchange::dropLinks()
{
    dispose(std::move(m_link));
    dispose(std::move(m_former));
    m_formerTokens.clear();
    m_deadline.stop();
    return m_pending.takeAll();
}

void Exchange::send(RequestKind kind,
                    const std::vector<Outgoing> &messages,
                    std::chrono::milliseconds patience)
{
    TransportRequest request;
    request.token = RequestToken(++m_lastToken);
    request.kind = kind;
    request.body = "[";
    const auto sent = Clock::now();
    for (const Outgoing &outgoing : messages) {
        if (request.body.size() > 1)
            request.body += ',';
        request.body += outgoing.message.text;
        m_pending.add({outgoing.message.id,
                       outgoing.channel,
                       outgoing.kind,
                       request.token,
                       sent,
                       patience,
                       sent + patience,
                       outgoing.pattern,
                       outgoing.publish});
        m_sink.append({outgoing.message.text,
                       outgoing.channel,
                       now(),
                       Direction::Out,
                       outgoing.kind,
                       m_link->type()});
    }
    request.body += ']';
    m_link->send(request);
    wakeBy(sent + patience);
}

void Exchange::onReceived(const Transport &link, QByteArrayView frame, Timestamp time)
{
    m_lastReceived = Clock::now();
    const TransportType type = link.type();
    const FrameSplitter::Split split = m_splitter.split(frame);
    for (const Envelope &envelope : split.envelopes) {
        const MessageKind kind = classify(envelope);
        m_sink.append({envelope.raw, envelope.channel, time, Direction::In, kind, type});
        // A reply may have ended the session and its link: what is behind it in the frame is for
        // the record only, and its advice must not reach the next session.
        if (&link == m_link.get() || &link == m_former.get())
            take(envelope, kind);
    }
    if (split.error) {
        qCInfo(logSession) << "unreadable frame of" << frame.size()
                           << "bytes:" << split.error->detail;
        m_sink.append({frame.sliced(split.errorOffset),
                       {},
                       time,
                       Direction::In,
                       MessageKind::Malformed,
                       type});
    }
}

void Exchange::take(const Envelope &envelope, MessageKind kind)
{
    if (!envelope.advice.isEmpty())
        emit advised(envelope.advice);
    if (kind == MessageKind::Event) {
        if (!m_watched.isEmpty() && envelope.channel == m_watched)
            emit watched(envelope);
        return;
    }
    if (m_isNotice && !envelope.ext.isEmpty() && m_isNotice(envelope.ext))
        return;
    // Without `successful` it is no reply, whatever its id.
    if (envelope.successful) {
        if (const auto request = m_pending.take(envelope.id, envelope.channel)) {
            emit replied(*request, envelope);
            return;
        }
    }
    emit unasked(envelope, kind);
}

void Exchange::onAnswered(RequestToken token)
{
    const auto unanswered = m_pending.takeAll(token);
    releaseIdleFormer();
    if (!unanswered.empty())
        emit requestsFailed(unanswered, noReplyInBody());
}

void Exchange::onRequestFailed(RequestToken token, const TransportFailure &failure)
{
    const auto requests = m_pending.takeAll(token);
    releaseIdleFormer();
    if (!requests.empty())
        emit requestsFailed(requests, failure);
}

void Exchange::releaseIdleFormer()
{
    if (!m_former || m_mayReturn)
        return;
    std::erase_if(m_formerTokens, [this](RequestToken token) { return !m_pending.has(token); });
    if (m_formerTokens.empty())
        dispose(std::move(m_former));
}

void Exchange::onLinkFailed(Transport *link, const TransportFailure &failure)
{
    if (link != m_link.get())
        return;
    qCInfo(logTransport) << "link failed:" << failure.text << failure.detail;
    const auto requests = m_pending.takeAllBut(m_formerTokens);
    dispose(std::move(m_link));
    emit linkFailed(requests, failure);
}

void Exchange::armDeadline()
{
    m_deadline.stop();
    if (const auto next = m_pending.nextDeadline())
        wakeBy(*next);
}

/// Sees to it that overdue requests are looked for at this time or before. A deadline whose request
/// was answered meanwhile is not taken back, which would cost a look at all requests at each reply.
void Exchange::wakeBy(Clock::time_point time)
{
    if (isOpening()) // has a time limit of its own
        return;
    const auto wait = std::max(std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()),
                               std::chrono::milliseconds(0));
    if (!m_deadline.isActive() || m_deadline.remainingTimeAsDuration() > wait)
        m_deadline.start(wait);
}

void Exchange::onDeadline()
{
    if (!m_link || isOpening()) // opened() starts the clocks anew
        return;
    const auto time = Clock::now();
    auto overdue = m_pending.takeOverdue(time);
    if (overdue.empty()) {
        armDeadline();
        return;
    }
    const auto onPolls = std::stable_partition(
        overdue.begin(), overdue.end(), [this](const PendingRequest &request) {
            return m_link->type() == TransportType::LongPolling || isOfFormer(request);
        });
    Transport &polls = m_former ? *m_former : *m_link;
    std::vector<PendingRequest> failed;
    for (auto request = overdue.begin(); request != onPolls; ++request) {
        // A POST that waited behind others has had less than its time.
        const auto underWay = polls.underWayFor(request->token);
        if (underWay < request->patience) {
            request->deadline = time + (request->patience - underWay);
            m_pending.add(*request);
        } else {
            failed.push_back(*request);
        }
    }
    for (const PendingRequest &request : failed)
        polls.abandon(request.token);
    const auto missed = missedOnSocket({onPolls, overdue.end()}, time);
    failed.insert(failed.end(), missed.begin(), missed.end());
    releaseIdleFormer();
    armDeadline();
    if (!failed.empty())
        emit requestsFailed(failed, noReply());
}

bool Exchange::isOfFormer(const PendingRequest &request) const
{
    return m_former
        && std::find(m_formerTokens.begin(), m_formerTokens.end(), request.token)
        != m_formerTokens.end();
}

/// Of what is overdue on a WebSocket, that which fails alone. Where the link itself is to blame, it
/// is abandoned and all fail with it, by its failed(). Where it lives and only answers are missing,
/// subscribes go on waiting, since an instance under load takes its time with them; a publish is
/// told to its sender as failed.
std::vector<PendingRequest> Exchange::missedOnSocket(const std::vector<PendingRequest> &overdue,
                                                     Clock::time_point time)
{
    if (overdue.empty())
        return {};
    const bool isDead = time - m_lastReceived >= m_networkDelay
        || std::any_of(overdue.begin(), overdue.end(), isVital);
    std::vector<PendingRequest> failed;
    for (PendingRequest request : overdue) {
        if (!isDead && request.kind == MessageKind::Publish) {
            failed.push_back(request);
            continue;
        }
        request.deadline = time + m_networkDelay;
        m_pending.add(request);
    }
    if (isDead)
        m_link->abandon(overdue.front().token);
    return failed;
}

} // namespace amb
