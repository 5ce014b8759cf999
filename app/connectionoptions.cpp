// SPDX-License-Identifier: MIT
#include "app/connectionoptions.h"

#include "app/profileoptions.h"
#include "app/signinoptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ConnectionOptions)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

Result<std::chrono::milliseconds> secondsOf(const QCommandLineParser &parser, const QString &name)
{
    bool isNumber = false;
    const double seconds = parser.value(name).toDouble(&isNumber);
    if (!isNumber || !(seconds > 0) || seconds > 3600)
        return wrong(Words::tr("--%1 takes a number of seconds up to 3600, not “%2”.")
                         .arg(name, parser.value(name)));
    return std::chrono::milliseconds(qint64(seconds * 1000));
}

Result<ProxyChoice> proxyOf(const QString &text)
{
    ProxyChoice proxy;
    proxy.kind = ProxyChoice::Kind::None;
    if (text == "none"_L1)
        return proxy;
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::StrictMode);
    const bool isSocks = url.scheme() == "socks5"_L1;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && !isSocks)
        || !url.userInfo().isEmpty())
        return wrong(
            Words::tr("--proxy takes http://host:port, socks5://host:port or none, not “%1”.")
                .arg(url.userInfo().isEmpty() ? text : url.host()));
    proxy.kind = isSocks ? ProxyChoice::Kind::Socks5 : ProxyChoice::Kind::Http;
    proxy.host = url.host();
    proxy.port = quint16(std::max(0, url.port()));
    return proxy;
}

Result<TransportPreference> preferenceOf(const QString &text)
{
    if (text == "auto"_L1)
        return TransportPreference::Automatic;
    if (text == "websocket"_L1)
        return TransportPreference::WebSocketOnly;
    if (text == "long-polling"_L1)
        return TransportPreference::LongPollingOnly;
    return wrong(
        Words::tr("--transport takes auto, websocket or long-polling, not “%1”.").arg(text));
}

} // namespace

void ConnectionOptions::addTo(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"INSTANCE"_s,
                                 Words::tr("The name of a saved instance, or an address such as "
                                           "dev12345 or https://dev12345.service-now.com; the path "
                                           "is /amb where none is given."),
                                 u"[INSTANCE]"_s);
    parser.addOptions({
        {u"demo"_s,
         Words::tr("Open the built-in demo instance, with --demo=FAULT,… one that misbehaves: "
                   "websocket-off, websocket-hang, slow=MS, flood=N:BYTES:RATE, …"),
         u"FAULT,…"_s},
        {{u"s"_s, u"subscribe"_s},
         Words::tr("Subscribe to CHANNEL; may be repeated."),
         u"CHANNEL"_s},
        {u"transport"_s, Words::tr("auto, websocket or long-polling."), u"WHICH"_s, u"auto"_s},
        {u"ca"_s, Words::tr("Trust the certificates in FILE (PEM) as well."), u"FILE"_s},
        {u"proxy"_s,
         Words::tr("http://host:port, socks5://host:port or none; else the system's."),
         u"URL"_s},
        {u"connect-timeout"_s,
         Words::tr("Seconds for TCP, TLS and the WebSocket upgrade together (10)."),
         u"S"_s},
        {u"network-delay"_s, Words::tr("Seconds a message may stay unanswered (10)."), u"S"_s},
    });
    addSignInOptions(parser);
}

Result<ConnectionOptions> ConnectionOptions::read(const QCommandLineParser &parser,
                                                  const ProfileStore &store)
{
    ConnectionOptions options;
    options.m_profile.signIn.way = Credentials::Kind::None;
    if (auto error = options.readInstance(parser, store))
        return *error;
    if (auto error = options.readNetwork(parser))
        return *error;
    if (auto error = options.readSignIn(parser))
        return *error;
    for (const QString &channel : parser.values(u"subscribe"_s)) {
        auto pattern = ChannelPattern::parse(channel.toUtf8());
        if (!pattern)
            return pattern.error();
        options.m_channels.append(*pattern);
    }
    if (options.m_channels.isEmpty())
        options.m_channels = channelsOf(options.m_profile);
    if (!options.lacksSecrets()) {
        if (auto error = options.makeMonitor())
            return *error;
    }
    return options;
}

std::optional<Error> ConnectionOptions::readInstance(const QCommandLineParser &parser,
                                                     const ProfileStore &store)
{
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        return wrong(Words::tr("Give one INSTANCE, not %1.").arg(positional.size()));
    if (parser.isSet(u"demo"_s)) {
        if (!positional.isEmpty())
            return wrong(Words::tr("Give INSTANCE or --demo, not both."));
        auto faults = DemoFaults::parse(parser.value(u"demo"_s));
        if (!faults)
            return faults.error();
        m_faults = *faults;
        return {};
    }
    if (positional.isEmpty())
        return {};
    const QString &text = positional.first();
    if (!text.contains("://"_L1)) {
        const auto contents = store.read();
        m_notice = contents ? contents->notice : contents.error().text;
        for (const Profile &profile : contents ? contents->profiles : QList<Profile>()) {
            if (profile.name.compare(text.simplified(), Qt::CaseInsensitive) == 0) {
                m_profile = profile;
                return {};
            }
        }
    }
    const auto address = InstanceAddress::parse(text);
    if (!address)
        return address.error();
    m_profile.address = text;
    return {};
}

std::optional<Error> ConnectionOptions::readNetwork(const QCommandLineParser &parser)
{
    if (parser.isSet(u"transport"_s)) {
        const auto preference = preferenceOf(parser.value(u"transport"_s));
        if (!preference)
            return preference.error();
        m_profile.transport = *preference;
    }
    if (parser.isSet(u"ca"_s))
        m_profile.caFile = parser.value(u"ca"_s);
    if (parser.isSet(u"proxy"_s)) {
        const auto proxy = proxyOf(parser.value(u"proxy"_s));
        if (!proxy)
            return proxy.error();
        m_profile.proxy = *proxy;
    }
    for (const auto &[name, target] : {std::pair{u"connect-timeout"_s, &m_profile.connectTimeout},
                                       std::pair{u"network-delay"_s, &m_profile.answerTimeout}}) {
        if (!parser.isSet(name))
            continue;
        const auto seconds = secondsOf(parser, name);
        if (!seconds)
            return seconds.error();
        *target = *seconds;
    }
    return {};
}

std::optional<Error> ConnectionOptions::readSignIn(const QCommandLineParser &parser)
{
    const QString savedUser = m_profile.signIn.user;
    if (auto error = readSignInOptions(parser, m_profile.signIn, m_given))
        return error;
    // What was kept is that user's.
    if (m_profile.signIn.user != savedUser)
        m_profile.id.clear();
    if (!m_profile.signIn.isComplete() || (lacksSecrets() && m_profile.id.isEmpty()))
        return wrong(adviceFor(m_profile.signIn.way));
    return {};
}

std::optional<Error> ConnectionOptions::complete(const ProfileSecrets &kept)
{
    m_given = m_given.completedBy(kept);
    if (lacksSecrets())
        return Error{ErrorKind::NotSignedIn,
                     Words::tr("What “%1” needs to sign in is not kept in the keychain. %2")
                         .arg(m_profile.title(), adviceFor(m_profile.signIn.way)),
                     {}};
    return makeMonitor();
}

std::optional<Error> ConnectionOptions::makeMonitor()
{
    Profile profile = m_profile;
    if (profile.address.isEmpty())
        profile.address = u"localhost"_s; // the demo's own follows, or none is needed
    auto made = monitorOptionsFor(profile, m_given);
    if (!made)
        return made.error();
    m_monitor = *made;
    return {};
}

Result<std::unique_ptr<DemoHost>> ConnectionOptions::startDemo(bool withScenario)
{
    DemoOptions demo;
    demo.faults = *m_faults;
    auto host = std::make_unique<DemoHost>(demo);
    const auto url = host->start();
    if (!url)
        return url.error();
    m_monitor.address = *InstanceAddress::parse(url->toString());
    if (m_monitor.credentials.kind == Credentials::Kind::None)
        m_monitor.credentials = {Credentials::Kind::Password, u"demo"_s, u"demo"_s, {}};
    if (withScenario && m_channels.isEmpty()) {
        for (const QByteArray &channel : DemoInstance::scenarioChannels())
            m_channels.append(*ChannelPattern::parse(channel));
        if (m_faults->flood.messages > 0)
            m_channels.append(*ChannelPattern::parse("/demo/flood"));
    }
    return host;
}

QStringList withOptionalDemoValue(QStringList arguments)
{
    for (QString &argument : arguments) {
        if (argument == "--"_L1)
            break;
        if (argument == "--demo"_L1)
            argument += u'=';
    }
    return arguments;
}

} // namespace amb
