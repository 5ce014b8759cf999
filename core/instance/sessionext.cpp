// SPDX-License-Identifier: MIT
#include "core/instance/sessionext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using std::chrono::milliseconds;

/// A number, which may come as a text.
std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// A flag, which may come as a text.
std::optional<bool> flagOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = value.toString();
    if (text == "true"_L1)
        return true;
    if (text == "false"_L1)
        return false;
    return std::nullopt;
}

SessionStatus statusOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == "session.logged.in"_L1)
        return SessionStatus::LoggedIn;
    if (text == "session.logged.out"_L1)
        return SessionStatus::LoggedOut;
    if (text == "session.invalidated"_L1)
        return SessionStatus::Invalidated;
    return SessionStatus::Unknown;
}

milliseconds timeOf(const QJsonValue &value, milliseconds otherwise)
{
    constexpr double longest = 300'000; // the client's own limit (amb.md § 5.4)
    const auto number = numberOf(value);
    return number ? milliseconds(qint64(std::clamp(*number, 0.0, longest))) : otherwise;
}

int countOf(const QJsonValue &value, int least, int otherwise)
{
    constexpr double most = 10'000;
    const auto number = numberOf(value);
    return number ? int(std::clamp(*number, double(least), most)) : otherwise;
}

std::optional<CommandLimits> commandsOf(const QJsonObject &flow)
{
    if (!flagOf(flow.value("enable"_L1)).value_or(false))
        return std::nullopt;
    const QJsonObject delay = flow.value("retryDelay"_L1).toObject();
    CommandLimits limits;
    limits.inFlight = countOf(flow.value("maxInflight"_L1), 1, 1);
    limits.longestWait = timeOf(flow.value("maxWait"_L1), limits.longestWait);
    limits.retries = countOf(flow.value("retries"_L1), 0, limits.retries);
    limits.firstRetry = timeOf(delay.value("min"_L1), limits.firstRetry);
    limits.longestRetry = timeOf(delay.value("max"_L1), limits.longestRetry);
    constexpr double steepest = 100;
    limits.factor = std::clamp(
        numberOf(delay.value("increaseFactor"_L1)).value_or(limits.factor), 1.0, steepest);
    return limits;
}

} // namespace

SessionExt SessionExt::parse(QByteArrayView ext)
{
    SessionExt result;
    const QJsonObject object = QJsonDocument::fromJson(ext.toByteArray()).object();
    const auto status = object.constFind("glide.session.status"_L1);
    if (status != object.constEnd()) {
        result.isPresent = true;
        result.status = statusOf(*status);
    }
    constexpr double year = 365.0 * 24 * 3600;
    if (const auto left = numberOf(object.value("glide.session.time.remaining.in.seconds"_L1)))
        result.remaining = std::chrono::seconds(qint64(std::clamp(*left, 0.0, year)));
    result.isSwitchedOff = flagOf(object.value("glide.amb.active"_L1)) == false;
    result.wantsTouch = flagOf(object.value("session.touch.http"_L1)).value_or(false);
    const auto hangUp = numberOf(object.value("glide.amb.hup.signal.reconnect.in.sec"_L1));
    constexpr double day = 24.0 * 3600;
    if (hangUp && *hangUp >= 0)
        result.reconnectAfter = milliseconds(qint64(std::min(*hangUp, day) * 1000));
    result.limitsHandshakes =
        flagOf(object.value("glide.amb.client.websocket_handshake_limit_enabled"_L1));
    result.nodeId = object.value("glide.amb.wsConnectionNodeId"_L1).toString().toUtf8();
    result.commands = commandsOf(object.value("subscribeCommandsFlow"_L1).toObject());
    return result;
}

} // namespace amb
