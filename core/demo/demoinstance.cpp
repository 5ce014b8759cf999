// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"

#include "core/demo/demoinstanceprivate.h"
#include "core/demo/demooauth.h"
#include "core/demo/httpconnection.h"
#include "core/demo/websocketlink.h"
#include "core/logging.h"

#include <QHostAddress>

#include <algorithm>

namespace amb {

DemoInstance::DemoInstance(const DemoOptions &options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, options))
{ }

DemoInstance::~DemoInstance() = default;

bool DemoInstance::listen()
{
    if (!m_d->tcpServer.listen(QHostAddress::LocalHost, m_d->options.port))
        return false;
    m_d->options.port = m_d->tcpServer.serverPort();
    qCInfo(logDemo) << "listening at" << url().toString();
    return true;
}

void DemoInstance::crash()
{
    m_d->tcpServer.close();
    m_d->cutConnections();
    m_d->bus.forgetClients();
    m_d->sessions.forgetAll();
    m_d->scenarioTimer.stop();
}

QString DemoInstance::errorString() const
{
    return m_d->tcpServer.errorString();
}

QUrl DemoInstance::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_d->options.port);
    return url;
}

void DemoInstance::setFaults(const DemoFaults &faults)
{
    m_d->faults = faults;
    m_d->applyFaults();
}

DemoFaults DemoInstance::faults() const
{
    return m_d->faults;
}

void DemoInstance::setConnectHold(std::chrono::milliseconds hold)
{
    m_d->options.connectHold = hold;
    m_d->applyBusSettings();
}

void DemoInstance::publish(const QByteArray &channel, const QByteArray &data)
{
    m_d->bus.deliver(channel, data, QStringLiteral("system"), randomText(32, "0123456789abcdef"));
}

void DemoInstance::forgetClients()
{
    m_d->bus.forgetClients();
}

void DemoInstance::expireSessions()
{
    m_d->sessions.invalidateAll();
}

void DemoInstance::dropConnections()
{
    m_d->cutConnections();
}

QByteArray DemoInstance::makeAccessToken(const QString &user)
{
    return m_d->site.oauth().makeAccessToken(user);
}

void DemoInstance::expireAccessTokens()
{
    m_d->site.oauth().expireAccessTokens();
}

void DemoInstance::revokeTokens()
{
    m_d->site.oauth().revokeAll();
}

QString DemoInstance::oauthClientId()
{
    return QString::fromLatin1(DemoOAuth::clientId);
}

QString DemoInstance::oauthClientSecret()
{
    return QString::fromLatin1(DemoOAuth::clientSecret);
}

void DemoInstance::tellClientsToLeave()
{
    m_d->bus.tellClientsToLeave();
}

void DemoInstance::hangUp(std::chrono::milliseconds after)
{
    m_d->bus.hangUp(after);
}

void DemoInstance::redirect(const QByteArray &from, const QByteArray &to)
{
    m_d->bus.redirect(from, to);
}

void DemoInstance::play(int happenings)
{
    for (int i = 0; i < happenings; ++i)
        m_d->playNext();
}

const DemoTables &DemoInstance::tables() const
{
    return m_d->scenario.tables();
}

QList<QByteArray> DemoInstance::scenarioChannels()
{
    return DemoScenario::channels();
}

int DemoInstance::handshakes() const
{
    return m_d->handshakes;
}

int DemoInstance::upgradeAttempts() const
{
    return m_d->upgradeAttempts;
}

int DemoInstance::openWebSockets() const
{
    return int(m_d->webSockets.size());
}

int DemoInstance::heldPolls() const
{
    return int(m_d->bus.heldPolls());
}

int DemoInstance::clientCount() const
{
    return int(m_d->bus.clientCount());
}

int DemoInstance::publishesReceived() const
{
    return m_d->publishes;
}

int DemoInstance::passwordTries() const
{
    return m_d->site.users().tries();
}

int DemoInstance::requests(const QByteArray &path) const
{
    return m_d->site.requests(path);
}

int DemoInstance::touches() const
{
    return m_d->touches;
}

int DemoInstance::signIns() const
{
    return m_d->sessions.made();
}

int DemoInstance::refusedSignIns() const
{
    return m_d->refusedSignIns;
}

QByteArray DemoInstance::makeSession()
{
    return m_d->sessions.create(DemoSessions::Kind::Ui, DemoWorld::demoUser().userName).id;
}

int DemoInstance::binds() const
{
    return m_d->binds;
}

int DemoInstance::commandsTooMany() const
{
    return m_d->bus.commandsTooMany();
}

QList<QByteArray> DemoInstance::subscriptions() const
{
    return m_d->bus.subscriptions();
}

} // namespace amb
