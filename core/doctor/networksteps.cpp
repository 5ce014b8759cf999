// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/steps.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

QString familyOf(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol ? u"IPv6"_s : u"IPv4"_s;
}

bool hasProxy(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy;
}

quint16 portOf(const QUrl &site)
{
    return quint16(site.port(site.scheme() == "https"_L1 ? 443 : 80));
}

class LookupStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        const QString host = context().site().host();
        const QHostAddress address(host);
        if (address.isNull()) {
            sayDone(Words::tr("Asked the name server for the addresses of %1.").arg(host));
            QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { take(info); });
            return;
        }
        sayDone(Words::tr("Took the address as it is given: there is no name to ask for."));
        QHostInfo info;
        info.setAddresses({address});
        QMetaObject::invokeMethod(
            this, [this, info] { take(info); }, Qt::QueuedConnection);
    }

    void giveUp() override { fail(Words::tr("The name server did not answer in time.")); }

private:
    void take(const QHostInfo &info)
    {
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
            fail(info.errorString());
        } else {
            const QList<QHostAddress> addresses = info.addresses();
            for (const QHostAddress &address : addresses)
                note(familyOf(address), address.toString());
            context().addresses = addresses;
            findings().network.lookup = NetworkFindings::Lookup::Found;
            findings().network.addresses = int(addresses.size());
            say(StepOutcome::Good,
                addresses.size() == 1
                    ? Words::tr("The address is %1.").arg(addresses.first().toString())
                    : Words::tr("%1 and further ones, %2 in all.")
                          .arg(addresses.first().toString())
                          .arg(addresses.size()));
        }
        emit finished();
    }

    void fail(const QString &why)
    {
        note(Words::tr("Name server"), why);
        const bool isLeft = hasProxy(context().proxy);
        findings().network.lookup =
            isLeft ? NetworkFindings::Lookup::LeftToProxy : NetworkFindings::Lookup::NotFound;
        if (isLeft)
            say(StepOutcome::Note,
                Words::tr("This computer does not know the name; the proxy is asked for it."));
        else
            say(StepOutcome::Failed, Words::tr("The name has no address."));
    }
};

/// Tries every address at once.
class TcpStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        m_clock.start();
        m_patienceForRest.setSingleShot(true);
        connect(&m_patienceForRest, &QTimer::timeout, this, [this] {
            settle();
            emit finished();
        });
        const QNetworkProxy &proxy = context().proxy;
        if (hasProxy(proxy)) {
            sayDone(Words::tr("Opened a TCP connection to the proxy."));
            tryAddress(proxy.hostName(), proxy.port());
            return;
        }
        sayDone(Words::tr("Opened a TCP connection to each address."));
        const QList<QHostAddress> addresses = context().addresses;
        for (const QHostAddress &address : addresses)
            tryAddress(address.toString(), portOf(context().site()));
    }

    void giveUp() override { settle(); }

private:
    struct Try
    {
        QString name;
        std::unique_ptr<QTcpSocket> socket;
        QString result; ///< empty while it is open
    };

    void tryAddress(const QString &host, quint16 port)
    {
        const size_t index = m_tries.size();
        const QString name =
            host.contains(u':') ? u"[%1]:%2"_s.arg(host).arg(port) : u"%1:%2"_s.arg(host).arg(port);
        m_tries.push_back({name, std::make_unique<QTcpSocket>(), {}});
        QTcpSocket *socket = m_tries.back().socket.get();
        socket->setProxy(QNetworkProxy::NoProxy);
        connect(socket, &QTcpSocket::connected, this, [this, index] {
            ++m_connected;
            end(index,
                Words::tr("connected after %1")
                    .arg(millisecondsText(
                        std::chrono::microseconds(m_clock.nsecsElapsed() / 1000))));
        });
        connect(socket, &QTcpSocket::errorOccurred, this, [this, index, socket](auto error) {
            m_refused += error == QAbstractSocket::ConnectionRefusedError ? 1 : 0;
            end(index, socket->errorString());
        });
        socket->connectToHost(host, port);
    }

    void end(size_t index, const QString &result)
    {
        if (!m_tries.at(index).result.isEmpty())
            return;
        m_tries.at(index).result = result;
        const bool isDone =
            std::ranges::none_of(m_tries, [](const Try &each) { return each.result.isEmpty(); });
        // One address that answers is enough; the others get a little longer.
        constexpr std::chrono::milliseconds longerForRest{1000};
        if (isDone)
            m_patienceForRest.start(0);
        else if (m_connected > 0 && !m_patienceForRest.isActive())
            m_patienceForRest.start(longerForRest);
    }

    void settle()
    {
        using Tcp = NetworkFindings::Tcp;
        int silent = 0;
        for (Try &each : m_tries) {
            each.socket->disconnect(this);
            each.socket->abort();
            silent += each.result.isEmpty() ? 1 : 0;
            note(each.name, each.result.isEmpty() ? Words::tr("no answer") : each.result);
        }
        NetworkFindings &network = findings().network;
        network.reachedAddresses = m_connected;
        const int all = int(m_tries.size());
        if (m_connected == all && all > 0) {
            network.tcp = Tcp::Connected;
            say(StepOutcome::Good, Words::tr("Connected."));
        } else if (m_connected > 0) {
            network.tcp = Tcp::Connected;
            say(StepOutcome::Note,
                Words::tr("%1 of %2 addresses answer; programs that try another first are slow.")
                    .arg(m_connected)
                    .arg(all));
        } else {
            network.tcp = silent > 0 ? Tcp::TimedOut : m_refused > 0 ? Tcp::Refused : Tcp::Failed;
            say(StepOutcome::Failed,
                silent > 0 ? Words::tr("Nobody answers.")
                           : Words::tr("The connection is refused."));
        }
    }

    std::vector<Try> m_tries;
    QElapsedTimer m_clock;
    QTimer m_patienceForRest;
    int m_connected = 0;
    int m_refused = 0;
};

/// Asks the proxy for a tunnel to the instance, in so many words.
class ProxyStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        NetworkFindings &network = findings().network;
        const QNetworkProxy &proxy = context().proxy;
        note(Words::tr("Chosen by"),
             context().options.network.proxy
                 ? Words::tr("the settings of this program")
                 : Words::tr("the system's settings for %1").arg(context().site().toString()));
        if (!hasProxy(proxy)) {
            sayDone(Words::tr("Looked up which proxy is used."));
            network.proxy = NetworkFindings::Proxy::NotUsed;
            say(StepOutcome::Good, Words::tr("No proxy is used."));
            finishLater();
            return;
        }
        note(Words::tr("Proxy"), network.proxyName);
        if (proxy.type() != QNetworkProxy::HttpProxy) {
            sayDone(Words::tr("Looked up which proxy is used."));
            network.proxy = NetworkFindings::Proxy::Passed;
            say(StepOutcome::Note,
                Words::tr("A SOCKS proxy: the next step shows whether it lets through."));
            finishLater();
            return;
        }
        askForTunnel();
    }

    void giveUp() override
    {
        findings().network.proxy = NetworkFindings::Proxy::Failed;
        say(StepOutcome::Failed, Words::tr("The proxy did not answer in time."));
    }

private:
    void finishLater()
    {
        QMetaObject::invokeMethod(this, &DoctorStepRun::finished, Qt::QueuedConnection);
    }

    void askForTunnel()
    {
        const QNetworkProxy &proxy = context().proxy;
        const QUrl site = context().site();
        QUrl place;
        place.setScheme(u"http"_s);
        place.setHost(proxy.hostName());
        place.setPort(proxy.port());
        ProbeRequest request;
        request.method = "CONNECT";
        request.target =
            site.host(QUrl::FullyEncoded).toLatin1() + ':' + QByteArray::number(portOf(site));
        if (!proxy.user().isEmpty()) {
            const QByteArray pair = (proxy.user() + u':' + proxy.password()).toUtf8();
            request.headers.emplaceBack("Proxy-Authorization", "Basic " + pair.toBase64());
        }
        sayDone(Words::tr("Asked the proxy for a tunnel to %1.")
                    .arg(QString::fromLatin1(request.target)));
        m_probe = std::make_unique<HttpProbe>(
            place, context().options.network, QNetworkProxy(QNetworkProxy::NoProxy));
        m_probe->ask(request, limit(), [this](const ProbeAnswer &answer) { take(answer); });
    }

    void take(const ProbeAnswer &answer)
    {
        noteExchange(Words::tr("Tunnel"), answer);
        NetworkFindings &network = findings().network;
        network.proxyStatus = answer.status;
        if (answer.isAnswered() && answer.status / 100 == 2) {
            network.proxy = NetworkFindings::Proxy::Passed;
            say(StepOutcome::Good, Words::tr("The proxy opens the tunnel."));
        } else if (answer.status == 407) {
            network.proxy = NetworkFindings::Proxy::WantsAuthentication;
            note(Words::tr("It offers"),
                 QString::fromUtf8(answer.headers("Proxy-Authenticate").join("; ")));
            say(StepOutcome::Failed, Words::tr("The proxy wants a user name and password."));
        } else if (answer.isAnswered()) {
            network.proxy = NetworkFindings::Proxy::Refuses;
            say(StepOutcome::Failed,
                Words::tr("The proxy refuses the tunnel: %1.").arg(answerText(answer)));
        } else {
            network.proxy = NetworkFindings::Proxy::Failed;
            say(StepOutcome::Failed,
                Words::tr("The proxy does not answer as one: %1.").arg(answerText(answer)));
        }
        emit finished();
    }

    std::unique_ptr<HttpProbe> m_probe;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::lookup(DoctorContext &context)
{
    return std::make_unique<LookupStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::tcp(DoctorContext &context)
{
    return std::make_unique<TcpStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::proxy(DoctorContext &context)
{
    return std::make_unique<ProxyStep>(context);
}

} // namespace amb
