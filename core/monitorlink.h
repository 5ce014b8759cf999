// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/session.h"
#include "core/instance/httpsession.h"
#include "core/instance/sessionext.h"
#include "core/monitor.h"
#include "core/monitorsink.h"
#include "core/transport/networktransportfactory.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace amb {

/// One way into an instance: an HTTP session, the transports that use its cookies, and the Bayeux
/// session over them, with what the instance says of it (amb.md §§ 2, 3).
///
/// A monitor has one, and for a while two, when one replaces the other.
class MonitorLink : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// Why a link had better be replaced by another, at once or after a time.
    enum class Reason {
        Lost, ///< the instance ended the HTTP session; the bus only looks healthy
        GrowsOld, ///< it would, before long
        Precaution, ///< it might, before long
        HangUp, ///< it asked to come back anew
        OtherNode, ///< WebSocket and HTTP session are on different nodes
    };

    /// What a link takes over from the one that it replaces.
    struct Heritage
    {
        std::optional<TransportChoice> choice;
        /// Wishes that were obeyed already: an instance that repeats them means nothing new.
        std::optional<std::chrono::milliseconds> hangUp;
        bool sawOtherNode = false;
    };

    /// Where the rows of a link go.
    struct Records
    {
        RecordSink &capture;
        MonitorTwins &twins;
        MonitorTwins::Side side;
    };

    /// What options and records refer to must outlive it.
    MonitorLink(const MonitorOptions &options, const Records &records, const Heritage &heritage);
    ~MonitorLink() override;

    /// The HTTP session is about to be made anew, and was made, by whoever signs in.
    void beginSession();
    void sessionMade();
    /// Uses the HTTP session of another link too.
    void share(const MonitorLink &other);
    /// The Bayeux session that runs belongs to the HTTP session of another link from now on.
    void takeOver(const MonitorLink &other);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] HttpSession &http() { return m_http; }
    [[nodiscard]] Heritage heritage() const;

    [[nodiscard]] SessionStatus sessionStatus() const { return m_status; }
    [[nodiscard]] bool isLoggedOut() const;
    /// When the HTTP session ends by the instance's countdown, while it is logged in; what was
    /// said last, also after that; and what the countdown began with.
    [[nodiscard]] std::optional<Timestamp> sessionEnds() const { return m_ends; }
    [[nodiscard]] std::optional<Timestamp> lastEnds() const { return m_lastEnds; }
    [[nodiscard]] std::optional<std::chrono::seconds> wholeTime() const { return m_wholeTime; }
    /// When the HTTP session was made, and when the instance last said that it is logged in.
    [[nodiscard]] Clock::time_point made() const { return m_made; }
    [[nodiscard]] Clock::time_point lastLoggedIn() const { return m_lastLoggedIn; }
    /// After takeOver(): the instance has not confirmed it yet.
    [[nodiscard]] bool isUnproven() const { return m_unproven; }

signals:
    /// What the instance says of the HTTP session was read once more.
    void sessionRead();
    /// The HTTP session is logged in no more, says the reply to a handshake or connect.
    void sessionLost(amb::MessageKind kind);
    /// It is logged in again without our doing.
    void sessionBack();
    /// The instance wishes that the link be replaced after a time.
    void replacementWished(amb::MonitorLink::Reason reason, std::chrono::milliseconds after);

private:
    void onMetaReplied(QByteArrayView ext, MessageKind kind);
    void takeStatus(const SessionExt &ext, MessageKind kind);
    void takeWishes(const SessionExt &ext, MessageKind kind);
    void checkNode(const QByteArray &nodeId);
    void touch();

    const MonitorOptions &m_options;
    MonitorSink m_records;
    HttpSession m_http;
    NetworkTransportFactory m_factory;
    Session m_session;
    SessionStatus m_status = SessionStatus::Unknown;
    std::optional<Timestamp> m_ends;
    std::optional<Timestamp> m_lastEnds;
    std::optional<std::chrono::seconds> m_wholeTime;
    Clock::time_point m_made = Clock::now();
    Clock::time_point m_lastLoggedIn = Clock::now();
    bool m_wasLoggedIn = false;
    bool m_unproven = false;
    std::optional<std::chrono::milliseconds> m_hangUp;
    bool m_sawOtherNode = false;
};

} // namespace amb
