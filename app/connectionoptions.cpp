// SPDX-License-Identifier: MIT
#include "app/connectionoptions.h"

#include "core/instance/cookietext.h"

#include <QCoreApplication>
#include <QFile>

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

Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 longest = 4LL * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Words::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    return file.read(longest);
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

Result<QNetworkProxy> proxyOf(const QString &text)
{
    if (text == "none"_L1)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::StrictMode);
    const bool isSocks = url.scheme() == "socks5"_L1;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && !isSocks)
        || !url.userInfo().isEmpty())
        return wrong(
            Words::tr("--proxy takes http://host:port, socks5://host:port or none, not “%1”.")
                .arg(url.userInfo().isEmpty() ? text : url.host()));
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                         url.host(),
                         quint16(url.port(isSocks ? 1080 : 8080)));
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

Result<Credentials> credentialsOf(const QCommandLineParser &parser)
{
    Credentials credentials;
    if (parser.isSet(u"user"_s)) {
        if (parser.isSet(u"cookie-file"_s))
            return wrong(Words::tr("Give --user or --cookie-file, not both."));
        if (!parser.isSet(u"password-file"_s))
            return wrong(Words::tr("--user needs --password-file: a file with the password in its "
                                   "first line (a password on the command line could be seen by "
                                   "others)."));
        const auto content = contentOf(parser.value(u"password-file"_s));
        if (!content)
            return content.error();
        credentials.kind = Credentials::Kind::Password;
        credentials.user = parser.value(u"user"_s);
        credentials.password = QString::fromUtf8(*content).section(u'\n', 0, 0);
        if (credentials.password.endsWith(u'\r'))
            credentials.password.chop(1);
        if (credentials.password.isEmpty())
            return wrong(Words::tr("The first line of “%1” is empty: it should be the password.")
                             .arg(parser.value(u"password-file"_s)));
    } else if (parser.isSet(u"password-file"_s)) {
        return wrong(Words::tr("--password-file needs --user."));
    } else if (parser.isSet(u"cookie-file"_s)) {
        const auto content = contentOf(parser.value(u"cookie-file"_s));
        if (!content)
            return content.error();
        auto cookies = parseCookieText(*content);
        if (!cookies)
            return cookies.error();
        credentials.kind = Credentials::Kind::Cookies;
        credentials.cookies = *cookies;
    }
    return credentials;
}

} // namespace

void ConnectionOptions::addTo(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"INSTANCE"_s,
                                 Words::tr("Address, for example https://dev12345.service-now.com; "
                                           "the path is /amb where none is given."),
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
        {u"user"_s, Words::tr("Sign in as NAME; needs --password-file."), u"NAME"_s},
        {u"password-file"_s, Words::tr("The password is the first line of FILE."), u"FILE"_s},
        {u"cookie-file"_s,
         Words::tr("Use a browser's cookies: a Cookie header or a Netscape cookie file."),
         u"FILE"_s},
        {u"ca"_s, Words::tr("Trust the certificates in FILE (PEM) as well."), u"FILE"_s},
        {u"proxy"_s,
         Words::tr("http://host:port, socks5://host:port or none; else the system's."),
         u"URL"_s},
        {u"connect-timeout"_s,
         Words::tr("Seconds for TCP, TLS and the WebSocket upgrade together (10)."),
         u"S"_s},
        {u"network-delay"_s, Words::tr("Seconds a message may stay unanswered (10)."), u"S"_s},
    });
}

Result<ConnectionOptions> ConnectionOptions::read(const QCommandLineParser &parser)
{
    ConnectionOptions options;
    MonitorOptions &monitor = options.m_monitor;
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        return wrong(Words::tr("Give one INSTANCE, not %1.").arg(positional.size()));
    if (parser.isSet(u"demo"_s)) {
        if (!positional.isEmpty())
            return wrong(Words::tr("Give INSTANCE or --demo, not both."));
        auto faults = DemoFaults::parse(parser.value(u"demo"_s));
        if (!faults)
            return faults.error();
        options.m_faults = *faults;
    } else if (!positional.isEmpty()) {
        auto address = InstanceAddress::parse(positional.first());
        if (!address)
            return address.error();
        monitor.address = *address;
        options.m_hasAddress = true;
    }
    for (const QString &channel : parser.values(u"subscribe"_s)) {
        auto pattern = ChannelPattern::parse(channel.toUtf8());
        if (!pattern)
            return pattern.error();
        options.m_channels.append(*pattern);
    }
    const auto preference = preferenceOf(parser.value(u"transport"_s));
    if (!preference)
        return preference.error();
    monitor.transport = *preference;
    auto credentials = credentialsOf(parser);
    if (!credentials)
        return credentials.error();
    monitor.credentials = *credentials;
    if (parser.isSet(u"ca"_s)) {
        const auto content = contentOf(parser.value(u"ca"_s));
        if (!content)
            return content.error();
        monitor.network.ownCertificates = QSslCertificate::fromData(*content);
        if (monitor.network.ownCertificates.isEmpty())
            return wrong(
                Words::tr("“%1” contains no certificate in PEM form.").arg(parser.value(u"ca"_s)));
    }
    if (parser.isSet(u"proxy"_s)) {
        const auto proxy = proxyOf(parser.value(u"proxy"_s));
        if (!proxy)
            return proxy.error();
        monitor.network.proxy = *proxy;
    }
    for (const auto &[name, target] :
         {std::pair{u"connect-timeout"_s, &monitor.network.connectTimeout},
          std::pair{u"network-delay"_s, &monitor.networkDelay}}) {
        if (!parser.isSet(name))
            continue;
        const auto seconds = secondsOf(parser, name);
        if (!seconds)
            return seconds.error();
        *target = *seconds;
    }
    return options;
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
