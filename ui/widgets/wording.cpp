// SPDX-License-Identifier: MIT
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("amb", text);
}

QString paddedTwo(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QDateTime localTime(Timestamp time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count());
}

Glyph directionGlyph(Direction direction)
{
    switch (direction) {
    case Direction::In:
        return Glyph::Incoming;
    case Direction::Out:
        return Glyph::Outgoing;
    case Direction::Local:
        break;
    }
    return Glyph::Note;
}

QString kindText(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Event:
        return tr("event");
    case MessageKind::Publish:
        return tr("publish");
    case MessageKind::PublishReply:
        return tr("publish reply");
    case MessageKind::Handshake:
        return tr("handshake");
    case MessageKind::Connect:
        return tr("connect");
    case MessageKind::Subscribe:
        return tr("subscribe");
    case MessageKind::Unsubscribe:
        return tr("unsubscribe");
    case MessageKind::Disconnect:
        return tr("disconnect");
    case MessageKind::Note:
        return tr("note");
    case MessageKind::Unknown:
        return tr("unknown");
    case MessageKind::Malformed:
        return tr("malformed");
    }
    return {};
}

} // namespace

Saying sayState(const ConnectionStatus &status)
{
    if (status.signingIn)
        return {Glyph::Key, Tone::Plain, tr("Signing in")};
    switch (status.state) {
    case ConnectionState::Disconnected:
        if (status.ended && !status.trouble.isEmpty())
            return {Glyph::Cross, Tone::Bad, tr("Disconnected")};
        return {Glyph::Disconnected, Tone::Quiet, tr("Disconnected")};
    case ConnectionState::Handshaking:
        return {Glyph::Working, Tone::Plain, tr("Handshaking")};
    case ConnectionState::Connecting:
        return {Glyph::Working, Tone::Plain, tr("Connecting")};
    case ConnectionState::Connected:
        return {Glyph::Connected, Tone::Good, tr("Connected")};
    case ConnectionState::Waiting:
        return {Glyph::Waiting, Tone::Warning, tr("Waiting")};
    case ConnectionState::Disconnecting:
        return {Glyph::Working, Tone::Quiet, tr("Disconnecting")};
    }
    return {};
}

Saying saySubscription(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Waiting:
        return {Glyph::Waiting, Tone::Quiet, tr("Waiting for the connection")};
    case SubscriptionState::Pending:
        return {Glyph::Working, Tone::Plain, tr("Asked for")};
    case SubscriptionState::Subscribed:
        return {Glyph::Check, Tone::Good, tr("Subscribed")};
    case SubscriptionState::Refused:
        return {Glyph::Cross, Tone::Bad, tr("Refused")};
    case SubscriptionState::Recorded:
        return {Glyph::Note, Tone::Quiet, tr("Recorded")};
    }
    return {};
}

Saying sayOutcome(PublishOutcome::Result result)
{
    switch (result) {
    case PublishOutcome::Result::Acknowledged:
        return {Glyph::Check, Tone::Good, tr("Acknowledged")};
    case PublishOutcome::Result::Refused:
        return {Glyph::Cross, Tone::Bad, tr("Refused")};
    case PublishOutcome::Result::Failed:
        return {Glyph::Warning, Tone::Warning, tr("Failed")};
    }
    return {};
}

Saying sayKind(MessageKind kind, Direction direction)
{
    if (kind == MessageKind::Malformed)
        return {Glyph::Warning, Tone::Warning, kindText(kind)};
    return {directionGlyph(direction), Tone::Quiet, kindText(kind)};
}

QString transportText(TransportType type)
{
    return type == TransportType::WebSocket ? tr("WebSocket") : tr("Long-polling");
}

QString preferenceText(TransportPreference preference)
{
    switch (preference) {
    case TransportPreference::Automatic:
        return tr("Automatic");
    case TransportPreference::WebSocketOnly:
        return tr("WebSocket only");
    case TransportPreference::LongPollingOnly:
        return tr("Long-polling only");
    }
    return {};
}

QString sessionText(SessionStatus status)
{
    switch (status) {
    case SessionStatus::Unknown:
        return tr("not told by the server");
    case SessionStatus::LoggedIn:
        return tr("logged in");
    case SessionStatus::LoggedOut:
        return tr("logged out");
    case SessionStatus::Invalidated:
        return tr("invalidated: the bus is open, but nobody is signed in");
    }
    return {};
}

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::In:
        return tr("from the server");
    case Direction::Out:
        return tr("to the server");
    case Direction::Local:
        return tr("by the monitor");
    }
    return {};
}

QString withHttpStatus(const QString &text, int status)
{
    if (text.isEmpty() || status == 0 || text.contains(QString::number(status)))
        return text;
    return tr("%1 (HTTP %2)").arg(text, QString::number(status));
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString durationText(std::chrono::microseconds duration)
{
    const qint64 seconds =
        std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(duration).count());
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes == 0)
        return tr("%1 s").arg(seconds);
    if (hours == 0)
        return tr("%1 min").arg(minutes);
    if (hours < 24 && minutes % 60 == 0)
        return tr("%1 h").arg(hours);
    if (hours < 24)
        return tr("%1 h %2 min").arg(QString::number(hours), paddedTwo(minutes % 60));
    return tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString spanText(std::chrono::seconds span)
{
    const qint64 minutes = span / std::chrono::minutes(1);
    return minutes >= 60 && minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60)
                                              : tr("%1 min").arg(minutes);
}

QString countdownText(std::chrono::microseconds left)
{
    const qint64 seconds =
        std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    const QString tail = paddedTwo(seconds / 60 % 60) + u':' + paddedTwo(seconds % 60);
    if (seconds < 3600)
        return tail;
    return QString::number(seconds / 3600) + u':' + tail;
}

QString rateText(double perSecond)
{
    const bool small = perSecond > 0 && perSecond < 10;
    return QLocale().toString(perSecond, 'f', small ? 1 : 0);
}

QString clockText(Timestamp time)
{
    // Messages come in crowds: the calendar is asked once a second, not once a message.
    static thread_local std::chrono::sys_seconds lastSecond;
    static thread_local QString lastText;
    const auto second = std::chrono::floor<std::chrono::seconds>(time);
    if (second != lastSecond || lastText.isEmpty()) {
        lastSecond = second;
        lastText = localTime(second).toString(u"HH:mm:ss."_s);
    }
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time - second).count();
    return lastText + u"%1"_s.arg(ms, 3, 10, QChar(u'0'));
}

QString fullTimeText(Timestamp time)
{
    const qint64 micros = time.time_since_epoch().count() % 1000;
    return localTime(time).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)
        + u"%1"_s.arg(micros, 3, 10, QChar(u'0'));
}

QString menuText(QString words)
{
    return words.replace(u'&', u"&&"_s);
}

QString toolTipText(const QString &plain)
{
    constexpr qsizetype longest = 2000;
    const QString shown = plain.size() > longest ? plain.left(longest) + u'…' : plain;
    return u"<span style=\"white-space: pre-wrap\">"_s + shown.toHtmlEscaped() + u"</span>"_s;
}

QString roundTripText(std::chrono::microseconds duration)
{
    const double ms = double(duration.count()) / 1000.0;
    if (ms < 10)
        return tr("%1 ms").arg(QLocale().toString(ms, 'f', 1));
    if (ms < 1000)
        return tr("%1 ms").arg(QLocale().toString(ms, 'f', 0));
    return tr("%1 s").arg(QLocale().toString(ms / 1000, 'f', 1));
}

} // namespace amb
