// SPDX-License-Identifier: MIT
#include "core/instance/commandreply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(QByteArrayView ext)
{
    return QJsonDocument::fromJson(ext.toByteArray()).object();
}

} // namespace

bool isBusyReply(QByteArrayView error, QByteArrayView ext)
{
    const QJsonObject object = objectOf(ext);
    const QString code = object.value("glide.amb.reply.status.code"_L1).toVariant().toString();
    const bool isRejected =
        object.value("rejected_by_glide"_L1).toVariant().toString() == "true"_L1;
    if (isRejected && (code == "429"_L1 || code == "202"_L1))
        return true;
    // Not confirmed on a real instance: the code alone, without `ext`.
    return code.isEmpty() && error.startsWith("429:");
}

bool isEarlyNotice(QByteArrayView ext)
{
    if (!ext.contains("received_by_glide"))
        return false;
    const QJsonObject object = objectOf(ext);
    if (object.value("processed_by_glide"_L1).toBool())
        return false;
    const QString channel =
        object.value("received_by_glide"_L1).toObject().value("channel"_L1).toString();
    return channel == "/meta/subscribe"_L1 || channel == "/meta/unsubscribe"_L1;
}

} // namespace amb
