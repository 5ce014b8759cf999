// SPDX-License-Identifier: MIT
#include "core/instance/profilejson.h"

#include "core/instance/instanceaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Profile)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

constexpr std::array proxyKinds{
    std::pair{ProxyChoice::Kind::System, "system"_L1},
    std::pair{ProxyChoice::Kind::None, "none"_L1},
    std::pair{ProxyChoice::Kind::Http, "http"_L1},
    std::pair{ProxyChoice::Kind::Socks5, "socks5"_L1},
};

constexpr std::array transports{
    std::pair{TransportPreference::Automatic, "automatic"_L1},
    std::pair{TransportPreference::WebSocketOnly, "websocket"_L1},
    std::pair{TransportPreference::LongPollingOnly, "long-polling"_L1},
};

template <typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &[known, name] : table) {
        if (known == value)
            return name;
    }
    return {};
}

template <typename Table, typename Value>
Value valueIn(const Table &table, const QString &name, Value otherwise)
{
    for (const auto &[value, known] : table) {
        if (known == name)
            return value;
    }
    return otherwise;
}

QString colourFrom(const QString &text)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    return colour.match(text).hasMatch() ? text.toLower() : QString();
}

std::chrono::milliseconds secondsFrom(const QJsonValue &value, std::chrono::milliseconds otherwise)
{
    const double seconds = value.toDouble();
    return seconds > 0 && seconds <= 3600 ? std::chrono::milliseconds(std::llround(seconds * 1000))
                                          : otherwise;
}

double toSeconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

ProxyChoice proxyFrom(const QJsonObject &object)
{
    ProxyChoice proxy;
    proxy.kind = valueIn(proxyKinds, object.value("kind"_L1).toString(), proxy.kind);
    proxy.host = object.value("host"_L1).toString();
    const int port = object.value("port"_L1).toInt();
    proxy.port = port > 0 && port < 65536 ? quint16(port) : quint16(0);
    proxy.user = object.value("user"_L1).toString();
    return proxy;
}

SignInChoice signInFrom(const QJsonObject &object)
{
    SignInChoice signIn;
    signIn.way =
        wayFromWord(object.value("way"_L1).toString()).value_or(Credentials::Kind::Password);
    signIn.user = object.value("user"_L1).toString();
    signIn.clientId = object.value("clientId"_L1).toString();
    signIn.certificateFile = object.value("certificateFile"_L1).toString();
    signIn.keyFile = object.value("keyFile"_L1).toString();
    signIn.remembers = object.value("remembers"_L1).toBool();
    return signIn;
}

} // namespace

Result<Profile> profileFromJson(const QJsonObject &object)
{
    Profile profile;
    profile.id = object.value("id"_L1).toString();
    profile.name = object.value("name"_L1).toString().simplified();
    profile.address = object.value("address"_L1).toString().trimmed();
    if (profile.address.isEmpty())
        return wrong(Words::tr("An instance has no address."));
    profile.colour = colourFrom(object.value("colour"_L1).toString());
    profile.isProduction = object.value("production"_L1).toBool();
    profile.signIn = signInFrom(object.value("signIn"_L1).toObject());
    profile.proxy = proxyFrom(object.value("proxy"_L1).toObject());
    profile.caFile = object.value("caFile"_L1).toString();
    const QJsonArray channels = object.value("channels"_L1).toArray();
    for (const auto &channel : channels) {
        if (!channel.toString().isEmpty())
            profile.channels.append(channel.toString());
    }
    profile.transport =
        valueIn(transports, object.value("transport"_L1).toString(), profile.transport);
    const QJsonObject timeouts = object.value("timeouts"_L1).toObject();
    profile.connectTimeout =
        secondsFrom(timeouts.value("connectSeconds"_L1), profile.connectTimeout);
    profile.answerTimeout = secondsFrom(timeouts.value("answerSeconds"_L1), profile.answerTimeout);
    profile.lastUsed = QDateTime::fromString(object.value("lastUsed"_L1).toString(), Qt::ISODate);
    return profile;
}

QJsonObject profileToJson(const Profile &profile)
{
    const SignInChoice &signIn = profile.signIn;
    const ProxyChoice &proxy = profile.proxy;
    return {
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"address"_s, profile.address},
        {u"colour"_s, profile.colour},
        {u"production"_s, profile.isProduction},
        {u"signIn"_s,
         QJsonObject{{u"way"_s, wordOf(signIn.way)},
                     {u"user"_s, signIn.user},
                     {u"clientId"_s, signIn.clientId},
                     {u"certificateFile"_s, signIn.certificateFile},
                     {u"keyFile"_s, signIn.keyFile},
                     {u"remembers"_s, signIn.remembers}}},
        {u"proxy"_s,
         QJsonObject{{u"kind"_s, nameIn(proxyKinds, proxy.kind)},
                     {u"host"_s, proxy.host},
                     {u"port"_s, proxy.port},
                     {u"user"_s, proxy.user}}},
        {u"caFile"_s, profile.caFile},
        {u"channels"_s, QJsonArray::fromStringList(profile.channels)},
        {u"transport"_s, nameIn(transports, profile.transport)},
        {u"timeouts"_s,
         QJsonObject{{u"connectSeconds"_s, toSeconds(profile.connectTimeout)},
                     {u"answerSeconds"_s, toSeconds(profile.answerTimeout)}}},
        {u"lastUsed"_s, profile.lastUsed.toUTC().toString(Qt::ISODate)},
    };
}

QJsonObject mergedJson(QJsonObject before, const QJsonObject &ours)
{
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        const QJsonValue value = it.value();
        before.insert(it.key(),
                      value.isObject()
                          ? mergedJson(before.value(it.key()).toObject(), value.toObject())
                          : value);
    }
    return before;
}

QByteArray exportedProfiles(const QList<Profile> &profiles)
{
    QJsonArray array;
    for (const Profile &profile : profiles) {
        QJsonObject object = profileToJson(profile);
        object.remove("id"_L1);
        object.remove("lastUsed"_L1);
        QJsonObject signIn = object.value("signIn"_L1).toObject();
        signIn.remove("remembers"_L1);
        object.insert("signIn"_L1, signIn);
        array.append(object);
    }
    return QJsonDocument(QJsonObject{{u"format"_s, profileFormat}, {u"profiles"_s, array}})
        .toJson();
}

Result<QList<Profile>> importedProfiles(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return wrong(Words::tr("This is no file of saved instances (%1 at character %2): choose a "
                               "file that was exported here.")
                         .arg(parsing.errorString())
                         .arg(parsing.offset));
    if (!root.value("profiles"_L1).isArray())
        return wrong(Words::tr("This is no file of saved instances: it has no list “profiles”. "
                               "Choose a file that was exported here."));
    QList<Profile> profiles;
    const QJsonArray entries = root.value("profiles"_L1).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto profile = profileFromJson(entries.at(i).toObject());
        if (!profile)
            return wrong(
                Words::tr("Entry %1 of the file: %2").arg(i + 1).arg(profile.error().text));
        const auto address = InstanceAddress::parse(profile->address);
        if (!address)
            return wrong(
                Words::tr("Entry %1 of the file: %2").arg(i + 1).arg(address.error().text));
        profile->id.clear();
        profile->lastUsed = {};
        profile->signIn.remembers = false;
        profiles.append(*profile);
    }
    return profiles;
}

} // namespace amb
