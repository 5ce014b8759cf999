// SPDX-License-Identifier: MIT
#include "core/monitordialect.h"

#include "core/instance/commandreply.h"
#include "core/instance/refusal.h"
#include "core/instance/sessionext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Only instances have it; others would refuse, or worse, take the subscription.
std::optional<ChannelPattern> redirectChannel(const QByteArray &clientId, QByteArrayView ext)
{
    if (!SessionExt::parse(ext).isPresent)
        return std::nullopt;
    const auto pattern = ChannelPattern::parse("/sn/meta/channel_redirect/" + clientId);
    return pattern ? std::optional(*pattern) : std::nullopt;
}

std::optional<ChannelPattern> channelIn(const QJsonObject &data, QLatin1StringView key)
{
    const auto pattern = ChannelPattern::parse(data.value(key).toString().toUtf8());
    if (!pattern || pattern->bytes().startsWith("/meta/"))
        return std::nullopt;
    return *pattern;
}

std::optional<Dialect::Redirect> redirectOf(const QByteArray &clientId, QByteArrayView message)
{
    const QJsonObject data =
        QJsonDocument::fromJson(message.toByteArray()).object().value("data"_L1).toObject();
    const QString client = data.value("clientId"_L1).toString();
    const auto from = channelIn(data, "fromChannel"_L1);
    const auto to = channelIn(data, "toChannel"_L1);
    if (!from || !to || *from == *to || (!client.isEmpty() && client.toUtf8() != clientId))
        return std::nullopt;
    return Dialect::Redirect{*from, *to};
}

} // namespace

Dialect instanceDialect()
{
    Dialect dialect;
    dialect.explain = explainRefusal;
    dialect.isBusy = isBusyReply;
    dialect.isNotice = isEarlyNotice;
    dialect.commandLimits = [](QByteArrayView ext) {
        return SessionExt::parse(ext).commands;
    };
    dialect.redirectChannel = redirectChannel;
    dialect.redirect = redirectOf;
    return dialect;
}

QByteArray instanceHandshakeExt()
{
    return R"({"supportsSubscribeCommandFlow":true})";
}

} // namespace amb
