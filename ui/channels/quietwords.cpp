// SPDX-License-Identifier: MIT
#include "ui/channels/quietwords.h"

#include "core/wirewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Below this nobody calls a channel quiet.
constexpr std::chrono::seconds lately(10);
/// How long a connection may owe an answer when it is not known how long the server holds connects.
constexpr std::chrono::seconds usualPatience(60);
/// A session that ends so soon is worth a word.
constexpr std::chrono::minutes soon(1);
/// A clock that is read twice, and a reply that is just being taken.
constexpr std::chrono::seconds leeway(2);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::QuietWords)
};

QString since(Timestamp event, Timestamp time)
{
    // Whole minutes are too coarse where a connection's patience ends.
    const auto duration = std::max<std::chrono::microseconds>(time - event, {});
    if (duration < std::chrono::minutes(2))
        return Words::tr("%1 s").arg(std::chrono::floor<std::chrono::seconds>(duration).count());
    return durationText(duration);
}

/// The connection's last sign of life. What came on a channel came over the connection.
std::optional<Timestamp> lastSign(const ConnectionStatus &status,
                                  std::optional<Timestamp> lastMessage)
{
    std::optional<Timestamp> sign = status.lastReply;
    if (lastMessage && (!sign || *lastMessage > *sign) && *lastMessage >= status.since)
        sign = lastMessage;
    return sign;
}

bool owesAnswer(const ConnectionStatus &status, std::optional<Timestamp> sign, Timestamp time)
{
    if (status.replyDue && time > *status.replyDue + leeway)
        return !sign || *sign < *status.replyDue;
    return !status.replyDue && time - sign.value_or(status.since) > usualPatience;
}

bool isLoggedOut(const ConnectionStatus &status)
{
    return status.session == SessionStatus::LoggedOut
        || status.session == SessionStatus::Invalidated;
}

/// Why nothing can come while there is no connection, or none that is of use; else no words.
std::optional<Saying> sayBroken(const ConnectionStatus &status, Timestamp time)
{
    if (status.signingIn)
        return Saying{
            Glyph::Key, Tone::Plain, Words::tr("Signing in: nothing can come before that.")};
    switch (status.state) {
    case ConnectionState::Disconnected:
    case ConnectionState::Disconnecting:
        if (status.since == Timestamp{})
            return Saying{
                Glyph::Disconnected, Tone::Quiet, Words::tr("Not connected: nothing can come.")};
        return Saying{
            Glyph::Disconnected,
            status.ended ? Tone::Bad : Tone::Quiet,
            Words::tr("Disconnected for %1: nothing can come.").arg(since(status.since, time))};
    case ConnectionState::Handshaking:
    case ConnectionState::Connecting:
        return Saying{Glyph::Working,
                      Tone::Plain,
                      Words::tr("The connection is being made: nothing can come yet.")};
    case ConnectionState::Waiting:
        if (status.nextAttempt && *status.nextAttempt > time)
            return Saying{
                Glyph::Waiting,
                Tone::Warning,
                Words::tr("The connection is lost and tried again in %1: nothing can come "
                          "until then.")
                    .arg(since(time, *status.nextAttempt))};
        return Saying{
            Glyph::Waiting,
            Tone::Warning,
            Words::tr("The connection is lost and tried again: nothing can come until then.")};
    case ConnectionState::Connected:
        break;
    }
    return {};
}

/// An instance goes on answering a client whose session it has ended (amb.md § 1.3).
std::optional<Saying> sayEndedSession(const ConnectionStatus &status, Timestamp time)
{
    const QString answered =
        status.lastReply ? since(*status.lastReply, time) : since(status.since, time);
    if (isLoggedOut(status))
        return Saying{
            Glyph::Warning,
            Tone::Bad,
            status.renewing
                ? Words::tr("The session is logged out and being replaced: nothing can come "
                            "until then, though the connection answered %1 ago.")
                      .arg(answered)
                : Words::tr("The session is logged out: nothing can come, though the "
                            "connection answered %1 ago.")
                      .arg(answered)};
    if (status.sessionEnds && *status.sessionEnds < time && !status.renewing)
        return Saying{
            Glyph::Warning,
            Tone::Warning,
            Words::tr("The session's time ran out %1 ago: the channels may be dead, though the "
                      "connection answered %2 ago.")
                .arg(since(*status.sessionEnds, time), answered)};
    return {};
}

QString silence(std::optional<Timestamp> lastMessage, Timestamp begin, Timestamp time)
{
    if (!lastMessage)
        return Words::tr("Nothing in %1 so far.").arg(since(begin, time));
    if (*lastMessage >= begin)
        return Words::tr("Nothing for %1.").arg(since(*lastMessage, time));
    return Words::tr(
               "Nothing since the subscription was confirmed %1 ago; the last message came %2 ago.")
        .arg(since(begin, time), since(*lastMessage, time));
}

QString noAnswer(std::optional<Timestamp> sign, const ConnectionStatus &status, Timestamp time)
{
    return Words::tr("The connection has not answered for %1: it may be dead.")
        .arg(since(sign.value_or(status.since), time));
}

/// A warning where the session ends soon and nothing is done about it; else no words.
QString ending(const ConnectionStatus &status, Timestamp time)
{
    if (!status.sessionEnds || status.renewing || *status.sessionEnds - time > soon)
        return {};
    return u' ' + Words::tr("The session ends in %1.").arg(since(time, *status.sessionEnds));
}

QString moment(std::optional<Timestamp> event, Timestamp time)
{
    if (!event)
        return {};
    return Words::tr("%1 (%2 ago)").arg(clockText(*event).left(8), since(*event, time));
}

Saying sayUnconfirmed(const SubscriptionInfo &info)
{
    switch (info.state) {
    case SubscriptionState::Refused:
        return {
            Glyph::Cross,
            Tone::Bad,
            Words::tr("The server refused the subscription: nothing will come on this channel.")};
    case SubscriptionState::Pending:
        return {Glyph::Working,
                Tone::Plain,
                Words::tr(
                    "The subscription is asked for, but not confirmed yet: nothing can come before "
                    "that.")};
    default:
        break;
    }
    if (info.explanation.isEmpty())
        return {Glyph::Waiting,
                Tone::Quiet,
                Words::tr("The subscription is not asked for yet: nothing can come before that.")};
    return {Glyph::Waiting,
            Tone::Warning,
            Words::tr("The subscription is not confirmed yet: nothing can come before that. %1")
                .arg(info.explanation)};
}

} // namespace

Saying sayQuietConnection(const ConnectionStatus &status,
                          std::optional<Timestamp> lastMessage,
                          Timestamp time)
{
    if (const auto broken = sayBroken(status, time))
        return *broken;
    if (const auto ended = sayEndedSession(status, time))
        return *ended;
    const auto sign = lastSign(status, lastMessage);
    if (owesAnswer(status, sign, time))
        return {Glyph::Warning, Tone::Warning, noAnswer(sign, status, time)};
    if (lastMessage && *lastMessage >= status.since && time - *lastMessage < lately)
        return {Glyph::Check,
                Tone::Good,
                Words::tr("Messages are coming in: the connection is alive.")};
    if (!status.lastReply)
        return {Glyph::Check, Tone::Good, Words::tr("The connection has just been made.")};
    const QString words = Words::tr("The connection answered %1 ago: it is alive.")
                              .arg(since(*status.lastReply, time));
    if (!lastMessage)
        return {Glyph::Check,
                Tone::Good,
                words + u' ' + Words::tr("No message came so far.") + ending(status, time)};
    return {Glyph::Check,
            Tone::Good,
            words + u' ' + Words::tr("The last message came %1 ago.").arg(since(*lastMessage, time))
                + ending(status, time)};
}

Saying sayQuietChannel(const SubscriptionInfo &info,
                       std::optional<Timestamp> lastMessage,
                       const ConnectionStatus &status,
                       Timestamp time)
{
    if (info.state == SubscriptionState::Recorded)
        return {
            Glyph::Note, Tone::Quiet, Words::tr("Recorded: nothing more comes in this capture.")};
    if (const auto broken = sayBroken(status, time))
        return *broken;
    if (info.state != SubscriptionState::Subscribed)
        return sayUnconfirmed(info);
    if (const auto ended = sayEndedSession(status, time))
        return *ended;
    const auto sign = lastSign(status, lastMessage);
    const Timestamp begin = info.acknowledged.value_or(status.since);
    if (lastMessage && *lastMessage >= begin && time - *lastMessage < lately)
        return {Glyph::Check,
                Tone::Good,
                Words::tr("Messages are coming in, the last one %1 ago.")
                    .arg(since(*lastMessage, time))};
    if (owesAnswer(status, sign, time))
        return {Glyph::Warning,
                Tone::Warning,
                silence(lastMessage, begin, time) + u' ' + noAnswer(sign, status, time)};
    const QString confirmed =
        Words::tr(
            "The connection answered %1 ago and the subscription is confirmed: the channel is "
            "quiet.")
            .arg(since(sign.value_or(status.since), time));
    return {Glyph::Check,
            Tone::Good,
            silence(lastMessage, begin, time) + u' ' + confirmed + ending(status, time)};
}

QString quietFacts(const SubscriptionInfo *info,
                   std::optional<Timestamp> lastMessage,
                   const ConnectionStatus &status,
                   Timestamp time)
{
    QStringList lines;
    lines.append(lastMessage ? Words::tr("Last message: %1").arg(moment(lastMessage, time))
                             : Words::tr("Last message: none so far"));
    if (info != nullptr)
        lines.append(
            info->acknowledged
                ? Words::tr("Subscription confirmed: %1").arg(moment(info->acknowledged, time))
                : Words::tr("Subscription confirmed: no"));
    lines.append(
        status.lastReply
            ? Words::tr("Last answer of the connection: %1").arg(moment(status.lastReply, time))
            : Words::tr("Last answer of the connection: none so far"));
    const QString session = sessionText(status.session);
    const auto left = status.sessionEnds.value_or(time) - time;
    lines.append(left.count() > 0
                     ? Words::tr("Session: %1, %2 left").arg(session, countdownText(left))
                     : Words::tr("Session: %1").arg(session));
    const bool isQuietWatcher = info != nullptr && info->state == SubscriptionState::Subscribed
        && !lastMessage && info->pattern.toString().startsWith("/rw/"_L1);
    if (isQuietWatcher)
        lines.append(u'\n' + wire::symptom(wire::Symptom::TableQuiet).sentence());
    return lines.join(u'\n');
}

} // namespace amb
