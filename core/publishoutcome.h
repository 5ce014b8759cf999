// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace amb {

/// Names one publish of a monitor.
enum class PublishId : quint64 {
};

/// What came of a publish.
struct PublishOutcome
{
    enum class Result : quint8 {
        Acknowledged, ///< the server answered successful
        Refused, ///< the server answered not successful
        Failed, ///< never sent, or not answered; never sent a second time
    };

    PublishId id{};
    Result result = Result::Failed;
    QByteArray channel;
    QByteArray reply; ///< the raw reply; empty when failed
    QString text; ///< one sentence for people
    std::chrono::microseconds roundTrip{}; ///< from send to reply, when there was a reply
};

} // namespace amb

Q_DECLARE_METATYPE(amb::PublishOutcome)
