// SPDX-License-Identifier: MIT
#include "tests/unit/demo/signinrunner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longEnough = 20000; // milliseconds

NetworkSettings withoutProxy(NetworkSettings network)
{
    network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return network;
}

} // namespace

SignInRunner::SignInRunner(DemoInstance &instance, const NetworkSettings &network)
    : SignInRunner(instance.url(), network)
{ }

SignInRunner::SignInRunner(const QUrl &site, const NetworkSettings &network)
    : m_session(std::make_unique<HttpSession>(
        *InstanceAddress::parse(site.toString()), withoutProxy(network), 10s))
{
    connect(&m_signIn, &SignIn::done, this, [this] { ++m_dones; });
    connect(&m_signIn, &SignIn::failed, this, [this](const Error &error) { m_errors += error; });
    connect(
        &m_signIn, &SignIn::browserRequested, this, [this](const QUrl &url) { m_pages += url; });
    connect(&m_signIn, &SignIn::secretsChanged, this, [this](const Credentials &changed) {
        m_changes += changed;
    });
}

void SignInRunner::start(const Credentials &credentials)
{
    m_dones = 0;
    m_errors.clear();
    m_pages.clear();
    m_changes.clear();
    m_signIn.start(*m_session, credentials);
}

bool SignInRunner::run(const Credentials &credentials)
{
    start(credentials);
    const bool ended = QTest::qWaitFor([this] { return hasEnded(); }, longEnough);
    return ended && isDone();
}

QString SignInRunner::words() const
{
    return m_errors.isEmpty() ? QString() : m_errors.constLast().text;
}

QString SignInRunner::allWords() const
{
    QString all;
    for (const Error &error : m_errors)
        all += error.text + u'\n' + error.detail + u'\n';
    return all;
}

QString SignInRunner::whoAmI()
{
    QString user;
    bool answered = false;
    InstanceCall *call = m_session->get(QUrl(u"/api/now/ui/user/current_user"_s));
    connect(call, &InstanceCall::finished, this, [&](const InstanceReply &reply) {
        const QJsonObject result =
            QJsonDocument::fromJson(reply.body).object().value("result"_L1).toObject();
        user = result.value("user_name"_L1).toString();
        answered = true;
    });
    return QTest::qWaitFor([&answered] { return answered; }, longEnough) ? user : QString();
}

} // namespace amb
