// SPDX-License-Identifier: MIT
#include "core/monitorlink.h"

#include "core/logging.h"
#include "core/monitordialect.h"
#include "core/wirewords.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

/// CometD's name of a browser among those that poll: each link has its own.
constexpr auto browserCookie = "BAYEUX_BROWSER";
/// Which node has made the HTTP session (amb.md § 1.5).
constexpr auto nodeCookie = "glide_node_id_for_js";

SessionOptions sessionOptions(const MonitorOptions &options, const MonitorLink::Heritage &heritage)
{
    SessionOptions session;
    session.handshakeExt = instanceHandshakeExt();
    session.acknowledge = options.acknowledge;
    session.networkDelay = options.networkDelay;
    session.choice.firstRetry = options.webSocketRetryFirst;
    session.choice.longestRetry = options.webSocketRetryLongest;
    session.preference = options.transport;
    session.inheritedChoice = heritage.choice;
    session.dialect = instanceDialect();
    return session;
}

} // namespace

MonitorLink::MonitorLink(const MonitorOptions &options,
                         const Records &records,
                         const Heritage &heritage)
    : m_options(options)
    , m_records(records.capture, records.twins, records.side)
    , m_http(options.address,
             options.network,
             std::max(options.networkDelay, options.network.connectTimeout))
    , m_factory(options.address.bayeuxUrl(),
                options.address.webSocketUrl(),
                options.address.origin(),
                options.network,
                m_http.cookies())
    , m_session(m_factory, m_records, sessionOptions(options, heritage))
    , m_hangUp(heritage.hangUp)
    , m_sawOtherNode(heritage.sawOtherNode)
{
    connect(&m_session, &Session::metaReplied, this, &MonitorLink::onMetaReplied);
}

MonitorLink::~MonitorLink() = default;

void MonitorLink::beginSession()
{
    m_status = SessionStatus::Unknown;
    m_ends.reset();
    m_lastEnds.reset();
    m_wholeTime.reset();
    m_wasLoggedIn = false;
    m_unproven = false;
    m_http.clear();
}

void MonitorLink::sessionMade()
{
    m_made = m_lastLoggedIn = Clock::now();
}

void MonitorLink::share(const MonitorLink &other)
{
    m_http.cookies().takeFrom(other.m_http.cookies(), browserCookie);
    m_http.setUserToken(other.m_http.userToken());
    m_made = other.m_made;
    m_lastLoggedIn = other.m_lastLoggedIn;
}

void MonitorLink::takeOver(const MonitorLink &other)
{
    share(other);
    m_status = SessionStatus::LoggedIn;
    m_ends.reset();
    m_lastEnds.reset();
    m_wholeTime.reset();
    m_unproven = true;
}

MonitorLink::Heritage MonitorLink::heritage() const
{
    return {m_session.choice(), m_hangUp, m_sawOtherNode};
}

bool MonitorLink::isLoggedOut() const
{
    return m_status == SessionStatus::LoggedOut || m_status == SessionStatus::Invalidated;
}

void MonitorLink::onMetaReplied(QByteArrayView ext, MessageKind kind)
{
    const SessionExt read = SessionExt::parse(ext);
    if (read.isSwitchedOff) {
        m_session.leave(wire::symptom(wire::Symptom::BusSwitchedOff).sentence());
        return;
    }
    takeWishes(read, kind);
    if (read.isPresent)
        takeStatus(read, kind);
}

/// The table of amb.md § 3.1; what follows is the owner's business. Null counts as invalidated for
/// a session that was logged in before, and says nothing otherwise.
void MonitorLink::takeStatus(const SessionExt &ext, MessageKind kind)
{
    const SessionStatus before = std::exchange(m_status, ext.status);
    const bool isLost = before == SessionStatus::LoggedIn && m_status != SessionStatus::LoggedIn;
    const bool isBack =
        before != SessionStatus::LoggedIn && m_status == SessionStatus::LoggedIn && m_wasLoggedIn;
    m_ends.reset();
    if (ext.status == SessionStatus::LoggedIn) {
        m_lastLoggedIn = Clock::now();
        m_wasLoggedIn = true;
        m_unproven = false;
        if (ext.remaining) {
            m_ends = m_lastEnds = now() + *ext.remaining;
            m_wholeTime = std::max(m_wholeTime.value_or(*ext.remaining), *ext.remaining);
        }
    }
    const WireWords words = wire::session(m_status);
    if (before != m_status && !words.isEmpty())
        m_session.note(NoteKind::SessionState, tr("The instance says: %1").arg(words.sentence()));
    emit sessionRead();
    if (isLost)
        emit sessionLost(kind);
    else if (isBack)
        emit sessionBack();
}

void MonitorLink::takeWishes(const SessionExt &ext, MessageKind kind)
{
    if (ext.limitsHandshakes)
        m_session.limitHandshakes(*ext.limitsHandshakes);
    const bool isOverWebSocket = m_session.status().transport == TransportType::WebSocket;
    if (kind == MessageKind::Connect && ext.wantsTouch && isOverWebSocket)
        touch();
    if (kind == MessageKind::Handshake && isOverWebSocket)
        checkNode(ext.nodeId);
    // Whether an instance says it once or with every reply is not confirmed on a real instance:
    // the same wish again, without a reply that has none in between, is the one that was obeyed.
    const bool isNew = ext.reconnectAfter && ext.reconnectAfter != m_hangUp;
    if (ext.reconnectAfter || kind == MessageKind::Connect)
        m_hangUp = ext.reconnectAfter;
    if (isNew)
        emit replacementWished(Reason::HangUp, *ext.reconnectAfter);
}

/// The newest browser client reconnects when its socket is at another node than its HTTP session
/// (amb.md § 1.5). Where that does not help once, it is not tried again.
void MonitorLink::checkNode(const QByteArray &nodeId)
{
    const QByteArray ours = m_http.cookies().value(nodeCookie);
    if (nodeId.isEmpty() || ours.isEmpty() || nodeId == ours) {
        m_sawOtherNode = false;
        return;
    }
    const bool isAgain = std::exchange(m_sawOtherNode, true);
    m_session.note(NoteKind::SessionState,
                   tr("The WebSocket is at another node of the instance (%1) than the HTTP session "
                      "(%2).")
                       .arg(QString::fromUtf8(nodeId), QString::fromUtf8(ours)));
    if (!isAgain)
        emit replacementWished(Reason::OtherNode, std::chrono::milliseconds(0));
}

/// What the browser's client does: an empty POST keeps the HTTP session from idling out.
void MonitorLink::touch()
{
    qCDebug(logInstance) << "touching the HTTP session";
    m_http.post(m_options.address.bayeuxUrl(), "application/json", {});
}

} // namespace amb
