// SPDX-License-Identifier: MIT
#include "core/instance/sessionext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

SessionExt SessionExt::parse(QByteArrayView ext)
{
    SessionExt result;
    const QJsonObject object = QJsonDocument::fromJson(ext.toByteArray()).object();
    const auto status = object.constFind("glide.session.status"_L1);
    if (status != object.constEnd()) {
        result.isPresent = true;
        const QString text = status->toString();
        if (text == "session.logged.in"_L1)
            result.status = SessionStatus::LoggedIn;
        else if (text == "session.logged.out"_L1)
            result.status = SessionStatus::LoggedOut;
        else if (text == "session.invalidated"_L1)
            result.status = SessionStatus::Invalidated;
    }
    const QJsonValue remaining = object.value("glide.session.time.remaining.in.seconds"_L1);
    if (remaining.isDouble()) {
        constexpr double year = 365.0 * 24 * 3600;
        result.remaining = std::chrono::seconds(qint64(qBound(0.0, remaining.toDouble(), year)));
    }
    return result;
}

} // namespace amb
