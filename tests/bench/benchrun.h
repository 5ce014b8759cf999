// SPDX-License-Identifier: MIT
#pragma once

#include "core/monitor.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace amb {

/// CPU time and memory of this process.
struct ProcessUsage
{
    double cpuMicroseconds = 0; ///< user and system, all threads
    double residentBytes = 0;

    static ProcessUsage current();
};

/// A sender in a process of its own.
class BenchSender
{
public:
    BenchSender();
    ~BenchSender();
    BenchSender(const BenchSender &) = delete;
    BenchSender &operator=(const BenchSender &) = delete;
    BenchSender(BenchSender &&) = delete;
    BenchSender &operator=(BenchSender &&) = delete;

    [[nodiscard]] QString url() const; ///< empty when it did not start

private:
    QProcess m_process;
    QByteArray m_port;
};

/// A monitor that is connected to a sender and waits for floods of messages.
class BenchRun : public QObject
{
    Q_OBJECT

public:
    explicit BenchRun(const QString &url);
    ~BenchRun() override;

    [[nodiscard]] Monitor &monitor() { return *m_monitor; }
    /// Asks the sender for events; arrived() or failed() follows.
    void start(qint64 count, qint64 rate);
    /// How many events of the last flood are missing, doubled or out of order.
    [[nodiscard]] qint64 lost() const;

signals:
    void subscribed();
    void arrived(); ///< all messages of a flood can be read
    void failed(const QString &reason);

private:
    void onSubscriptions();
    void check();
    [[nodiscard]] qint64 numberOf(const CaptureSnapshot &rows, Row row) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Monitor> m_monitor;
    QTimer m_patience;
    Row m_firstRow{}; // of the current flood
    qint64 m_wanted = 0;
    bool m_isSubscribed = false;
};

} // namespace amb
