// SPDX-License-Identifier: MIT
#include "core/bayeux/advice.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

std::chrono::milliseconds timeOf(const QJsonObject &advice,
                                 QLatin1StringView key,
                                 std::chrono::milliseconds otherwise)
{
    const QJsonValue value = advice.value(key);
    if (!value.isDouble())
        return otherwise;
    constexpr double longest = 3'600'000;
    return std::chrono::milliseconds(qint64(qBound(0.0, value.toDouble(), longest)));
}

} // namespace

Advice Advice::parse(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    Advice advice;
    const QString reconnect = object.value("reconnect"_L1).toString();
    if (reconnect == "retry"_L1)
        advice.reconnect = Reconnect::Retry;
    else if (reconnect == "handshake"_L1)
        advice.reconnect = Reconnect::Handshake;
    else if (reconnect == "none"_L1)
        advice.reconnect = Reconnect::None;
    advice.interval = timeOf(object, "interval"_L1, advice.interval);
    advice.timeout = timeOf(object, "timeout"_L1, advice.timeout);
    advice.maxInterval = timeOf(object, "maxInterval"_L1, advice.maxInterval);
    return advice;
}

} // namespace amb
