// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>

namespace amb {

/// A peer of another maker in a Node process, driven by JSON lines (tests/network/peers/peer.mjs).
class PeerProcess : public QObject
{
    Q_OBJECT

public:
    /// Starts the script of this name from the peers' folder.
    explicit PeerProcess(const QString &script);
    /// Closes the peer's standard input, which ends it, and waits for that.
    ~PeerProcess() override;

    /// Tells the peer to do something: {"do": command, …options}.
    void tell(const QString &command, QJsonObject options = {});

    /// What the peer has said so far under this name and with these facts, oldest first.
    [[nodiscard]] QList<QJsonObject> heard(const QString &event,
                                           const QJsonObject &facts = {}) const;
    [[nodiscard]] qsizetype count(const QString &event, const QJsonObject &facts = {}) const;
    /// Why the peer is not running any more, else empty.
    [[nodiscard]] QString failure() const;

private:
    void read();

    QProcess m_process;
    QList<QJsonObject> m_events;
    QString m_failure;
};

} // namespace amb
