// SPDX-License-Identifier: MIT
// The part of MonitorWorker that keeps the session at the instance alive: it notices the end of
// one, or foresees it, and puts another in its place (amb.md § 3).
#include "core/logging.h"
#include "core/monitorworker.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace amb {

namespace {

QString wordsOf(MonitorLink::Reason reason)
{
    switch (reason) {
    case MonitorLink::Reason::Lost:
        return MonitorWorker::tr("the instance had ended the old one");
    case MonitorLink::Reason::GrowsOld:
        return MonitorWorker::tr("before the instance ends the old one");
    case MonitorLink::Reason::Precaution:
        return MonitorWorker::tr("in case the instance ends the old one early");
    case MonitorLink::Reason::HangUp:
        return MonitorWorker::tr("the instance asked to come back anew");
    case MonitorLink::Reason::OtherNode:
        return MonitorWorker::tr("the old one was spread over two nodes of the instance");
    }
    return {};
}

/// Not all clients at the same time: a little sooner than was asked for.
std::chrono::milliseconds withJitter(std::chrono::milliseconds time)
{
    constexpr double mostSooner = 0.2;
    return std::chrono::milliseconds(qint64(
        double(time.count()) * (1 - mostSooner * QRandomGenerator::global()->generateDouble())));
}

std::chrono::milliseconds asMilliseconds(MonitorLink::Clock::duration time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

} // namespace

// ---- what is known

/// Whether the way of sign-in can make another session. What was refused once is not tried again:
/// instances lock users out.
bool MonitorWorker::canRenew() const
{
    const Credentials &credentials = m_options.credentials;
    switch (credentials.kind) {
    case Credentials::Kind::None:
    case Credentials::Kind::Cookies:
        return false;
    case Credentials::Kind::OAuthBrowser: // no browser is to open by itself
        return !m_refused && !credentials.refreshToken.isEmpty();
    default:
        return !m_refused && !m_signIn.wasRefused(credentials);
    }
}

/// A session that could open no page has no token, and an instance ends it soon (amb.md § 3.4).
void MonitorWorker::learnFromSignIn(MonitorLink &link)
{
    if (canRenew() && link.http().userToken().isEmpty())
        m_lifespan.assume(m_options.renewal.assumedLife);
}

/// An end that the countdown did not foresee, while the bus went on, was the reaper's doing.
void MonitorWorker::learnFromLoss(const MonitorLink &link, MessageKind kind)
{
    const auto ends = link.lastEnds();
    const bool wasForeseen = ends && *ends <= now() + std::chrono::seconds(1);
    if (kind != MessageKind::Connect || wasForeseen
        || link.sessionStatus() == SessionStatus::LoggedOut)
        return;
    const auto alive = asMilliseconds(link.lastLoggedIn() - link.made());
    const auto dead = asMilliseconds(Clock::now() - link.made());
    const auto shortest = m_options.renewal.assumedLife / 2; // less was never measured
    m_lifespan.ended(std::max(alive, shortest), std::max(dead, shortest));
}

/// Sessions that are made by REST may be ended early in spite of a page view; nothing but trying
/// tells. Sessions of a form are a browser's, and live as long as the countdown says.
bool MonitorWorker::mightBeReaped() const
{
    return m_options.renewal.usesWitness && canRenew() && !m_lifespan.isKnown()
        && m_options.credentials.kind != Credentials::Kind::FormLogin;
}

std::chrono::milliseconds MonitorWorker::precautionAge() const
{
    return m_options.renewal.assumedLife * 3 / 4;
}

/// Keeps a replaced link on the bus, without subscriptions, to see how long its session lives.
void MonitorWorker::watch(std::unique_ptr<MonitorLink> link)
{
    m_witness = std::move(link);
    m_witness->disconnect(this);
    connect(m_witness.get(), &MonitorLink::sessionRead, this, &MonitorWorker::onWitnessRead);
    connect(m_witness.get(),
            &MonitorLink::sessionLost,
            this,
            &MonitorWorker::onWitnessLost,
            Qt::QueuedConnection); // it is left in consequence
    m_witnessDelivers = true;
    Session &session = m_witness->session();
    const RenewalOptions &renewal = m_options.renewal;
    QTimer::singleShot(renewal.drain, &session, [&session] { session.suspendSubscriptions({}); });
    QTimer::singleShot(renewal.drain + renewal.plainTwinWindow, &session, [this] {
        m_witnessDelivers = false;
        removeLeft();
    });
}

void MonitorWorker::onWitnessRead()
{
    // The longest that was measured, and the time until a connect is answered.
    const auto longest = m_options.renewal.assumedLife * 5 / 2;
    const bool isOld = Clock::now() - m_witness->made() >= longest;
    if (m_witness->sessionStatus() != SessionStatus::LoggedIn || !isOld)
        return;
    m_lifespan.outlived();
    session().note(NoteKind::SessionState,
                   tr("The instance lets sessions live: none is replaced as a precaution any "
                      "more."));
    // Not from within the witness's own signal.
    QMetaObject::invokeMethod(this, &MonitorWorker::dropWitness, Qt::QueuedConnection);
}

void MonitorWorker::onWitnessLost(MessageKind kind)
{
    if (!m_witness)
        return;
    learnFromLoss(*m_witness, kind);
    if (m_lifespan.isKnown())
        session().note(NoteKind::SessionState,
                       tr("The instance ends sessions early: each is replaced before that from now "
                          "on."));
    else
        m_lifespan.outlived(); // it ended for another reason and tells nothing
    dropWitness();
    scheduleReplacement();
}

void MonitorWorker::dropWitness()
{
    if (!m_witness)
        return;
    m_witness->disconnect(this);
    m_witnessDelivers = false;
    leave(std::move(m_witness), std::chrono::milliseconds(0));
    scheduleReplacement();
}

// ---- when a session is to be replaced

void MonitorWorker::onSessionLost(MessageKind kind)
{
    if (m_link->isUnproven())
        m_rebinds = false; // the instance bound the client to the new session only by its words
    learnFromLoss(*m_link, kind);
    m_lost = true;
    if (!canRenew()) {
        giveUpRenewal(
            m_refused
                ? tr("The session has ended, and what it was made with was refused before: sign in "
                     "anew to go on.")
                : tr("The session has ended. Nothing but public channels arrives now: sign in "
                     "anew, or copy the cookies again from a browser that is signed in."));
        return;
    }
    session().note(NoteKind::SessionState,
                   tr("The instance has ended this session: the bus goes on, but nothing arrives "
                      "any more. A new session is being made."));
    scheduleReplacement();
}

void MonitorWorker::onSessionBack()
{
    m_lost = false;
    m_renewalTrouble.clear();
    dropSuccession();
    noteWhatIsMissing(m_link->lastLoggedIn());
    session().resubscribe();
    scheduleReplacement();
}

void MonitorWorker::onReplacementWished(Reason reason, std::chrono::milliseconds after)
{
    if (reason == Reason::HangUp)
        session().note(NoteKind::SessionState,
                       tr("The instance asks to come back anew within %1 s.")
                           .arg(std::chrono::duration<double>(after).count()));
    m_wish = Wish{reason, Clock::now() + withJitter(after)};
    scheduleReplacement();
}

/// The one place that decides whether, when and why the next session is made.
void MonitorWorker::scheduleReplacement()
{
    if (m_succession || m_stopping)
        return;
    std::optional<Wish> next = m_wish;
    const auto consider = [&next](Reason reason, Clock::time_point due) {
        if (!next || due < next->due)
            next = Wish{reason, due};
    };
    if (canRenew() && m_lost)
        consider(Reason::Lost, Clock::now());
    if (canRenew() && m_link->sessionStatus() == SessionStatus::LoggedIn) {
        if (mightBeReaped())
            consider(Reason::Precaution, m_link->made() + precautionAge());
        if (const auto age = m_lifespan.replaceAt())
            consider(Reason::GrowsOld, m_link->made() + *age);
        const auto ends = m_link->sessionEnds();
        const auto whole = m_link->wholeTime();
        if (ends && whole && whole->count() > 0) {
            const auto left =
                asMilliseconds(std::chrono::ceil<std::chrono::milliseconds>(*ends - now()));
            consider(Reason::GrowsOld,
                     Clock::now() + left
                         - MonitorLifespan::marginOf(*whole, m_options.renewal.beforeEnd));
        }
    }
    if (!next) {
        m_renewalTimer.stop();
        return;
    }
    m_reason = next->reason;
    const auto due =
        std::max({next->due, m_notBefore, m_link->made() + m_options.renewal.shortestLife});
    m_renewalTimer.start(
        std::max(asMilliseconds(due - Clock::now()), std::chrono::milliseconds(0)));
}

// ---- how it is replaced

void MonitorWorker::replace()
{
    // While the connection itself is in trouble, that comes first; its next reply leads here again.
    if (m_succession || session().status().state != ConnectionState::Connected)
        return;
    for (const auto &link : m_leaving) // two at a time are enough
        link->session().stop();
    m_twins.begin();
    MonitorSuccession::Plan plan;
    plan.sharesSession = !canRenew();
    plan.rebinds = m_rebinds && m_reason == Reason::Lost;
    plan.patience = m_options.renewal.patience;
    m_succession = std::make_unique<MonitorSuccession>(*m_link, makeLink(m_link->heritage()), plan);
    connect(m_succession.get(), &MonitorSuccession::ready, this, &MonitorWorker::onSuccessorReady);
    connect(m_succession.get(), &MonitorSuccession::rebound, this, &MonitorWorker::onRebound);
    connect(
        m_succession.get(), &MonitorSuccession::failed, this, &MonitorWorker::onSuccessionFailed);
    if (plan.sharesSession)
        m_succession->proceed();
    else
        m_signIn.start(m_succession->successor().http(), m_options.credentials);
    publishStatusSoon();
}

void MonitorWorker::onSuccessorReady()
{
    std::unique_ptr<MonitorLink> old = m_succession->takeSuccessor();
    std::swap(m_link, old);
    m_succession.release()->deleteLater();
    old->disconnect(this);
    old->session().disconnect(this);
    connect(&old->session(), &Session::published, this, &MonitorWorker::published);
    // It may have ended before the new one was there, and say so only now.
    connect(old.get(), &MonitorLink::sessionLost, this, [this, since = old->lastLoggedIn()] {
        noteWhatIsMissing(since);
    });
    listenTo(*m_link);
    m_pastHandshakes += old->session().status().handshakes;
    m_pastGaps += old->session().status().gaps;
    learnFromSignIn(*m_link);
    const bool becomesWitness = m_reason == Reason::Precaution && !m_lost && !m_witness;
    QString how = tr("Session replaced, %1. The new one took over when all its subscriptions were "
                     "answered.")
                      .arg(wordsOf(m_reason));
    if (becomesWitness) // its unsubscribing would look like an accident
        how += u' '
            + tr("The old one leaves its channels now and stays on the bus without them, to show "
                 "how long such sessions live.");
    noteReplaced(how);
    if (m_lost)
        noteWhatIsMissing(old->lastLoggedIn());
    else if (old->session().status().state == ConnectionState::Connected)
        session().continueFrom(old->session());
    if (becomesWitness)
        watch(std::move(old));
    else
        leave(std::move(old), m_options.renewal.drain);
    m_lost = false;
    m_wish.reset();
    scheduleReplacement();
    publishStatusSoon();
    publishSubscriptions();
}

void MonitorWorker::onRebound()
{
    const auto lastLoggedIn = m_link->lastLoggedIn();
    m_link->takeOver(m_succession->successor());
    learnFromSignIn(m_succession->successor());
    dropSuccession();
    noteReplaced(tr("Session replaced, %1: the running client was bound to the new one.")
                     .arg(wordsOf(m_reason)));
    noteWhatIsMissing(lastLoggedIn);
    m_lost = false;
    session().resubscribe();
    scheduleReplacement();
    publishStatusSoon();
}

void MonitorWorker::onSuccessionFailed(const Error &error)
{
    dropSuccession();
    if (error.kind == ErrorKind::NotSignedIn) {
        m_refused = true;
        giveUpRenewal(tr("The session cannot be renewed: %1 This is not tried again: sign in anew.")
                          .arg(error.text));
        return;
    }
    const auto pause = m_options.renewal.backoff.after(++m_failures);
    m_notBefore = Clock::now() + pause;
    m_renewalTrouble = tr("The session could not be renewed: %1").arg(error.text);
    constexpr int mostTriesForAWish = 3; // then the connection is used as long as it holds
    if (m_wish && m_failures >= mostTriesForAWish)
        m_wish.reset();
    session().note(
        NoteKind::SessionState,
        m_renewalTrouble + u' '
            + tr("Tried again after %1 s.").arg(std::chrono::duration<double>(pause).count()));
    scheduleReplacement();
    publishStatusSoon();
}

/// Nothing is to be had any more but what the user does (amb.md § 3.1: subscriptions go, wishes
/// stay).
void MonitorWorker::giveUpRenewal(const QString &why)
{
    m_renewalTimer.stop();
    m_renewalTrouble = why;
    session().note(NoteKind::SessionState, why);
    if (m_lost)
        session().suspendSubscriptions(
            tr("The session has ended: asked for again with the next one."));
    scheduleReplacement();
    publishStatusSoon();
}

void MonitorWorker::noteReplaced(const QString &how)
{
    ++m_replacements;
    m_failures = 0;
    m_renewalTrouble.clear();
    session().note(NoteKind::SessionState, how);
}

/// A link that goes on over the transport of the one before it has not changed it.
void MonitorWorker::keepTransportSince(ConnectionStatus &status)
{
    if (!status.transport || !status.transportSince)
        m_sameTransport.reset();
    else if (m_sameTransport && m_sameTransport->type == *status.transport)
        status.transportSince = m_sameTransport->since;
    else
        m_sameTransport = SameTransport{*status.transport, *status.transportSince};
}

void MonitorWorker::noteWhatIsMissing(Clock::time_point since)
{
    const auto seconds = std::chrono::duration<double>(Clock::now() - since).count();
    constexpr int digits = 3;
    session().noteGap(tr("The session had ended, unnoticed for up to %1 s: what was sent in this "
                         "time was not received.")
                          .arg(QString::number(seconds, 'g', digits)));
}

// ---- and left

void MonitorWorker::forgetRenewal()
{
    m_renewalTimer.stop();
    m_wish.reset();
    m_lost = false;
    m_refused = false;
    m_failures = 0;
    m_notBefore = {};
    m_renewalTrouble.clear();
    dropSuccession();
    dropWitness();
}

void MonitorWorker::dropSuccession()
{
    if (!m_succession)
        return;
    m_succession->disconnect(this);
    m_signIn.cancel();
    std::unique_ptr<MonitorLink> link = m_succession->takeSuccessor();
    m_succession.release()->deleteLater();
    leave(std::move(link), std::chrono::milliseconds(0));
}

/// Says goodbye after a time, and keeps the link until that is done.
void MonitorWorker::leave(std::unique_ptr<MonitorLink> link, std::chrono::milliseconds after)
{
    Session &session = link->session();
    connect(
        &session, &Session::statusChanged, this, &MonitorWorker::removeLeft, Qt::QueuedConnection);
    if (after.count() == 0)
        session.stop();
    else
        QTimer::singleShot(after, &session, &Session::stop);
    m_leaving.push_back(std::move(link));
    QMetaObject::invokeMethod(this, &MonitorWorker::removeLeft, Qt::QueuedConnection);
}

void MonitorWorker::removeLeft()
{
    std::erase_if(m_leaving, [](const std::unique_ptr<MonitorLink> &link) {
        return link->session().status().state == ConnectionState::Disconnected;
    });
    if (m_leaving.empty() && !m_succession && !m_witnessDelivers) {
        m_twins.end();
        qCDebug(logSession) << m_twins.found() << "messages came over two links so far";
    }
    finishStop();
}

} // namespace amb
