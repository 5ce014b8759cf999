// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace amb::test {

/// A middle-box for troubles that no product is configured to make: passes bytes on between a
/// client and a server on loopback, but not all of them or not at once.
class Relay : public QObject
{
    Q_OBJECT

public:
    struct Trouble
    {
        /// After an upgrade: once so many bytes went up, nothing passes any more. 0: no limit.
        qint64 swallowAfter = 0;
        /// What comes down on an upgraded connection waits for so long.
        std::chrono::milliseconds holdFrames{};
        /// What comes down on a connection with a request to /amb/connect waits for so long.
        std::chrono::milliseconds holdPolls{};
        /// An upgraded connection that was quiet for so long is dead without a word. 0: never.
        std::chrono::milliseconds deadWhenQuiet{};
    };

    Relay(const QUrl &to, const Trouble &trouble);

    [[nodiscard]] QUrl url() const;

private:
    struct Pair;

    void accept();
    void passUp(Pair &pair);
    void passDown(Pair &pair);

    QTcpServer m_server;
    QUrl m_to;
    Trouble m_trouble;
};

} // namespace amb::test
