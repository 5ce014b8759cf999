// SPDX-License-Identifier: MIT
#pragma once

#include "core/monitorlink.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace amb {

/// Makes the link that is to replace another, while that one goes on: a new HTTP session, a new
/// Bayeux client, all wanted subscriptions acknowledged. Or, where that is enough, binds the
/// running Bayeux client to the new HTTP session (`/amb_session_setup.do`, amb.md § 1.1).
///
/// ready(), rebound() or failed() follows, once, and never from within proceed().
class MonitorSuccession : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        bool sharesSession = false; ///< the HTTP session is that of the link to be replaced
        bool rebinds = false; ///< tries that first
        std::chrono::milliseconds patience{}; ///< to connect and subscribe
    };

    /// Both links outlive it, but for the successor when it is taken.
    MonitorSuccession(MonitorLink &old,
                      std::unique_ptr<MonitorLink> successor,
                      const Plan &plan,
                      QObject *parent = nullptr);
    ~MonitorSuccession() override;

    /// Goes on when the successor's HTTP session is made.
    void proceed();
    [[nodiscard]] MonitorLink &successor() { return *m_successor; }
    std::unique_ptr<MonitorLink> takeSuccessor();

signals:
    void ready();
    void rebound();
    void failed(const amb::Error &error);

private:
    void rebind();
    void takeBinding(const InstanceReply &reply);
    void join();
    void look();
    void fail(const Error &error);

    MonitorLink &m_old;
    std::unique_ptr<MonitorLink> m_successor;
    Plan m_plan;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace amb
