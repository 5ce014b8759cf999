// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"
#include "ui/alerts/alertrules.h"
#include "ui/alerts/alertthrottle.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace amb {

class CaptureSearch;
class CaptureStore;

/// Raises alerts by the user's rules: on messages that come from now on, on changes of the
/// connection, and on silence.
///
/// Messages are matched by the capture's own search, in threads of its own; receiving does not wait
/// for it.
class AlertWatch : public QObject
{
    Q_OBJECT

public:
    using Saying = std::function<QString(Row row)>;

    /// Store and rules must outlive the watch. say puts a message into words.
    AlertWatch(const CaptureStore &store,
               const AlertRules &rules,
               Saying say,
               QObject *parent = nullptr);
    ~AlertWatch() override;

    /// Call it when rows were appended.
    void follow();
    void setStatus(const ConnectionStatus &status);
    /// Looks which channels have been silent for too long.
    void checkSilence(Timestamp time);
    /// A channel that is watched for silence elsewhere has been silent for that long.
    void noticeSilence(const QString &channel, std::chrono::seconds duration);
    /// Raises what was held back and is due.
    void raiseDue(AlertThrottle::Clock::time_point time);

signals:
    void raised(const amb::Alert &alert);

private:
    void takeRules();
    void takeFound(const QString &title, const QList<Row> &rows);
    void raise(const Alert &alert, qint64 count = 1);
    void say(Alert alert);
    void raiseFor(AlertRule::Kind kind, const QString &text);

    const CaptureStore &m_store;
    const AlertRules &m_rules;
    Saying m_say;
    std::vector<std::unique_ptr<CaptureSearch>> m_searches;
    AlertThrottle m_throttle;
    QTimer m_timer; ///< while something may be held back
    QTimer m_rest; ///< until the rules rest: half a word would match nearly everything
    std::optional<TransportType> m_transport; ///< of the last time that it was connected
    bool m_wasConnected = false; ///< and the user did not disconnect
    bool m_isLost = false;
    QSet<std::pair<QString, quint32>> m_silent; ///< rule and channel: told already
};

} // namespace amb
