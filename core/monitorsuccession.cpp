// SPDX-License-Identifier: MIT
#include "core/monitorsuccession.h"

#include "core/logging.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Newer instances say `bind`; older ones tell the status alone. The reply is not confirmed in full
/// on a real instance.
bool isBound(const InstanceReply &reply)
{
    if (reply.status != 200)
        return false;
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue bind = object.value("bind"_L1);
    return bind.isBool() ? bind.toBool()
                         : object.value("glide.session.status"_L1) == "session.logged.in"_L1;
}

} // namespace

MonitorSuccession::MonitorSuccession(MonitorLink &old,
                                     std::unique_ptr<MonitorLink> successor,
                                     const Plan &plan,
                                     QObject *parent)
    : QObject(parent)
    , m_old(old)
    , m_successor(std::move(successor))
    , m_plan(plan)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const QString trouble = m_successor->session().status().trouble;
        fail({ErrorKind::Timeout,
              trouble.isEmpty() ? tr("The new session was not ready in time.") : trouble,
              {}});
    });
    Session &session = m_successor->session();
    // Queued: who hears of the end may delete the session.
    connect(
        &session, &Session::statusChanged, this, &MonitorSuccession::look, Qt::QueuedConnection);
    connect(&session,
            &Session::subscriptionsChanged,
            this,
            &MonitorSuccession::look,
            Qt::QueuedConnection);
}

MonitorSuccession::~MonitorSuccession() = default;

std::unique_ptr<MonitorLink> MonitorSuccession::takeSuccessor()
{
    m_successor->disconnect(this);
    m_successor->session().disconnect(this);
    return std::move(m_successor);
}

void MonitorSuccession::proceed()
{
    if (m_plan.sharesSession)
        m_successor->share(m_old);
    else
        m_successor->sessionMade();
    const bool isUnderWay = !m_old.session().status().clientId.isEmpty();
    if (m_plan.rebinds && isUnderWay && !m_successor->http().userToken().isEmpty())
        rebind();
    else
        join();
}

void MonitorSuccession::rebind()
{
    InstanceRequest request;
    request.method = InstanceRequest::Method::Post;
    request.url = QUrl(u"/amb_session_setup.do"_s);
    request.contentType = "application/json;charset=UTF-8";
    request.headers.emplaceBack("X-CometD_SessionID", m_old.session().status().clientId.toUtf8());
    connect(m_successor->http().send(request),
            &InstanceCall::finished,
            this,
            &MonitorSuccession::takeBinding);
}

void MonitorSuccession::takeBinding(const InstanceReply &reply)
{
    if (m_isOver)
        return;
    if (!isBound(reply)) {
        qCInfo(logInstance) << "the running client was not bound to the new session: HTTP"
                            << reply.status;
        join();
        return;
    }
    m_isOver = true;
    emit rebound();
}

/// Connects and subscribes beside the link that is to be replaced.
void MonitorSuccession::join()
{
    Session &session = m_successor->session();
    for (const SubscriptionInfo &info : m_old.session().subscriptions())
        session.subscribe(info.pattern);
    m_patience.start(m_plan.patience);
    session.start();
}

void MonitorSuccession::look()
{
    if (m_isOver || !m_successor)
        return;
    const Session &session = m_successor->session();
    const ConnectionStatus &status = session.status();
    if (status.ended) {
        fail({ErrorKind::Network, status.trouble, {}});
        return;
    }
    if (status.state != ConnectionState::Connected)
        return;
    if (m_successor->isLoggedOut() && !m_plan.sharesSession) {
        fail({ErrorKind::Refused,
              tr("The instance does not take the new session for signed in either."),
              {}});
        return;
    }
    if (!session.isSettled())
        return;
    m_isOver = true;
    m_patience.stop();
    emit ready();
}

void MonitorSuccession::fail(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    emit failed(error);
}

} // namespace amb
