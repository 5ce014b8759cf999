// SPDX-License-Identifier: MIT
#pragma once

#include "core/monitor.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace amb {

/// Signs in and connects for a moment, and says in words how that went. What comes over the
/// connection goes to a folder that is gone with the test.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(MonitorOptions options, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// finished() follows, always, and never from within the call. Deletes itself after that, when
    /// the goodbye is said.
    void start();
    void stop();

signals:
    void finished(bool isGood, const QString &text);

private:
    void onStatus();
    void finish(bool isGood, const QString &text);
    [[nodiscard]] QString successText(const ConnectionStatus &status) const;

    MonitorOptions m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<Monitor> m_monitor;
    QTimer m_limit;
    Timestamp m_begin{};
    bool m_isFinished = false;
};

} // namespace amb
