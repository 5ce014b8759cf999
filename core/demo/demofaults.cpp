// SPDX-License-Identifier: MIT
#include "core/demo/demofaults.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DemoFaults)
};

constexpr auto faultNames =
    "websocket-off, websocket-not-offered, websocket-refused[=STATUS], "
    "websocket-hang, websocket-close, websocket-swallow, "
    "websocket-no-accept, slow=MS, session-expiry=S, reaper=S, drop=S, hup=S, "
    "amb-off, null-status, touch, command-flow, busy=N, "
    "handshake-limit, clock-skew=S, unreliable[=PERCENT], "
    "flood=N[:BYTES[:PER_SECOND]], "
    "sso, sso-form, rate-limit[=S], hibernating, error-page"_L1;

struct PlainFault
{
    QLatin1StringView name;
    DemoFaults::WebSocket webSocket;
};

constexpr std::array plainFaults{
    PlainFault{"websocket-off"_L1, DemoFaults::WebSocket::Off},
    PlainFault{"websocket-not-offered"_L1, DemoFaults::WebSocket::NotOffered},
    PlainFault{"websocket-refused"_L1, DemoFaults::WebSocket::Refused},
    PlainFault{"websocket-hang"_L1, DemoFaults::WebSocket::Hang},
    PlainFault{"websocket-close"_L1, DemoFaults::WebSocket::CloseAfterUpgrade},
    PlainFault{"websocket-swallow"_L1, DemoFaults::WebSocket::Swallow},
    PlainFault{"websocket-no-accept"_L1, DemoFaults::WebSocket::NoAccept},
};

/// A fault that is there or not.
struct Flag
{
    QLatin1StringView name;
    void (*set)(DemoFaults &);
};

constexpr std::array flags{
    Flag{"amb-off"_L1,
         [](DemoFaults &to) {
             to.bus.isSwitchedOff = true;
         }},
    Flag{"null-status"_L1,
         [](DemoFaults &to) {
             to.bus.hasNullStatus = true;
         }},
    Flag{"touch"_L1,
         [](DemoFaults &to) {
             to.bus.wantsTouch = true;
         }},
    Flag{"handshake-limit"_L1,
         [](DemoFaults &to) {
             to.bus.limitsHandshakes = true;
         }},
    Flag{"command-flow"_L1,
         [](DemoFaults &to) {
             to.bus.commandFlow.isEnabled = true;
             to.bus.commandFlow.answersAfter = std::chrono::milliseconds(200);
             to.bus.announcesReplies = true;
         }},
};

/// A fault with a number.
struct Measure
{
    QLatin1StringView name;
    const char *unit;
    void (*set)(DemoFaults &, qint64);
};

constexpr auto inSeconds = QT_TRANSLATE_NOOP("amb::DemoFaults", "seconds, e.g. 30");

constexpr std::array measures{
    Measure{"slow"_L1,
            QT_TRANSLATE_NOOP("amb::DemoFaults", "milliseconds, e.g. 200"),
            [](DemoFaults &to, qint64 n) {
                to.slowReplies = std::chrono::milliseconds(n);
            }},
    Measure{"session-expiry"_L1,
            inSeconds,
            [](DemoFaults &to, qint64 n) {
                to.sessionExpiry = std::chrono::seconds(n);
            }},
    Measure{"reaper"_L1,
            inSeconds,
            [](DemoFaults &to, qint64 n) {
                to.reapAfter = std::chrono::seconds(n);
                to.reapsPages = true;
            }},
    Measure{"drop"_L1,
            inSeconds,
            [](DemoFaults &to, qint64 n) {
                to.dropEvery = std::chrono::seconds(n);
            }},
    Measure{"hup"_L1,
            inSeconds,
            [](DemoFaults &to, qint64 n) {
                to.hangUpEvery = std::chrono::seconds(n);
            }},
    Measure{"busy"_L1,
            QT_TRANSLATE_NOOP("amb::DemoFaults", "how many commands, e.g. 2"),
            [](DemoFaults &to, qint64 n) {
                to.bus.busyFor = int(n);
            }},
};

std::optional<qint64> number(QStringView text, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

Error wrong(const QString &words)
{
    return {ErrorKind::Input,
            Words::tr("%1 The faults of the demo instance are: %2.").arg(words, faultNames),
            {}};
}

Error badValue(const QString &name, const QString &value, const QString &wanted)
{
    return wrong(value.isEmpty()
                     ? Words::tr("“%1” needs a value: %2.").arg(name, wanted)
                     : Words::tr("“%1” is no value for “%2”: %3.").arg(value, name, wanted));
}

std::optional<DemoFaults::Flood> parseFlood(const QString &value)
{
    constexpr qint64 most = 1'000'000'000;
    const QStringList parts = value.split(u':');
    DemoFaults::Flood flood;
    const auto messages = number(parts.at(0), 1, most);
    const auto bytes = parts.size() > 1 ? number(parts.at(1), 1, 1'000'000) : flood.bytes;
    const auto perSecond = parts.size() > 2 ? number(parts.at(2), 1, most) : flood.perSecond;
    if (!messages || !bytes || !perSecond || parts.size() > 3)
        return std::nullopt;
    return DemoFaults::Flood{*messages, *bytes, *perSecond};
}

constexpr qint64 longest = 1'000'000;

/// Applies a fault that is a flag or a number of its own unit; the Error when it is none.
std::optional<Error> applyFlagOrMeasure(const QString &name,
                                        const QString &value,
                                        bool hasValue,
                                        DemoFaults &to)
{
    const auto flag = std::ranges::find(flags, name, &Flag::name);
    if (flag != flags.end()) {
        if (hasValue)
            return wrong(Words::tr("“%1” takes no value.").arg(name));
        flag->set(to);
        return std::nullopt;
    }
    const auto measure = std::ranges::find(measures, name, &Measure::name);
    if (measure == measures.end())
        return wrong(Words::tr("“%1” is no fault.").arg(name));
    const auto count = number(value, 1, longest);
    if (!count)
        return badValue(name, value, Words::tr(measure->unit));
    measure->set(to, *count);
    return std::nullopt;
}

/// Applies one fault; the Error when it is none.
std::optional<Error> apply(const QString &name, const QString &value, bool hasValue, DemoFaults &to)
{
    const auto plain = std::ranges::find(plainFaults, name, &PlainFault::name);
    if (plain != plainFaults.end()) {
        to.webSocket = plain->webSocket;
        if (!hasValue)
            return std::nullopt;
        const auto status = number(value, 400, 599);
        if (plain->webSocket != DemoFaults::WebSocket::Refused)
            return wrong(Words::tr("“%1” takes no value.").arg(name));
        if (!status)
            return badValue(name, value, Words::tr("an HTTP status from 400 to 599"));
        to.refusedStatus = int(*status);
        return std::nullopt;
    }
    if (SignInFaults::knows(name)) {
        const auto signIn = SignInFaults::read(name, value, hasValue);
        if (!signIn)
            return wrong(
                Words::tr("“%1” takes no value, but for rate-limit=SECONDS up to 3600.").arg(name));
        to.signIn = *signIn;
        return std::nullopt;
    }
    if (name == "flood"_L1) {
        const auto flood = parseFlood(value);
        if (!flood)
            return badValue(name, value, Words::tr("N[:BYTES[:PER_SECOND]], e.g. 1000:300:100"));
        to.flood = *flood;
        return std::nullopt;
    }
    if (name == "clock-skew"_L1) {
        const auto skew = number(value, -longest, longest);
        if (!skew)
            return badValue(name, value, Words::tr("seconds, e.g. 600 or -600"));
        to.clockSkew = std::chrono::seconds(*skew);
        return std::nullopt;
    }
    if (name == "unreliable"_L1) {
        constexpr int usual = 5;
        constexpr qint64 most = 33; // of each of three kinds
        const auto percent = hasValue ? number(value, 1, most) : usual;
        if (!percent)
            return badValue(name, value, Words::tr("a percentage from 1 to 33"));
        to.unreliablePercent = int(*percent);
        return std::nullopt;
    }
    return applyFlagOrMeasure(name, value, hasValue, to);
}

} // namespace

Result<DemoFaults> DemoFaults::parse(const QString &text)
{
    DemoFaults faults;
    if (text.trimmed().isEmpty())
        return faults;
    for (const QString &part : text.split(u',')) {
        const QString fault = part.trimmed();
        const qsizetype equals = fault.indexOf(u'=');
        const QString value = equals < 0 ? QString() : fault.mid(equals + 1);
        if (auto error = apply(fault.left(equals), value, equals >= 0, faults))
            return *error;
    }
    return faults;
}

} // namespace amb
