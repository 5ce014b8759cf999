// SPDX-License-Identifier: MIT
#include "core/instance/refusal.h"

#include "core/oneline.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Refusal)
};

QString explainByMessage(const QString &message)
{
    if (message.contains("No processor matches"_L1, Qt::CaseInsensitive))
        return Words::tr(
            "The instance serves no such channel: check the name, or whether an active "
            "row of sys_amb_processor covers it.");
    if (message.contains("http session is not mapped"_L1, Qt::CaseInsensitive))
        return Words::tr(
            "Not signed in: sign in (user and password, or cookies from a browser) and "
            "subscribe again; only public channels work without.");
    if (message.contains("Denied authorization"_L1, Qt::CaseInsensitive)
        || message.contains("subscribe_denied"_L1, Qt::CaseInsensitive)
        || message.contains("denied_by_security_policy"_L1, Qt::CaseInsensitive))
        return Words::tr("Signed in, but not allowed: the user's roles or an ACL of this channel's "
                         "processor forbid it.");
    return {};
}

QString explainByCode(int code)
{
    switch (code) {
    case 202:
    case 429:
        return Words::tr(
            "The instance is busy (its AMB Send queue is full): wait a few seconds and "
            "subscribe again.");
    case 401:
        return Words::tr("Not signed in: sign in and try again.");
    case 402:
        return Words::tr(
            "The server does not know this session any more; a new one is being made.");
    case 403:
        return Words::tr("Not allowed: the user's roles, an ACL or the server's security policy "
                         "forbid it.");
    case 405:
        return Words::tr("The server does not accept this channel name or message id.");
    default:
        return {};
    }
}

} // namespace

RefusalWords explainRefusal(QByteArrayView error, QByteArrayView ext)
{
    const QJsonObject object = QJsonDocument::fromJson(ext.toByteArray()).object();
    const QString message = object.value("glide.amb.reply.status.message"_L1).toString();
    int code = object.value("glide.amb.reply.status.code"_L1).toInt();
    const QString errorText = QString::fromUtf8(error);
    RefusalWords words;
    constexpr qsizetype longest = 300;
    words.refusal = oneLine(message.isEmpty() ? errorText : message, longest);
    if (words.refusal.isEmpty())
        words.refusal = Words::tr("refused without a reason");
    if (code != 0 && message.isEmpty())
        words.refusal += u" (%1)"_s.arg(code);
    if (code == 0)
        code = errorText.section(u':', 0, 0).toInt();
    words.explanation = explainByMessage(words.refusal);
    if (words.explanation.isEmpty())
        words.explanation = explainByCode(code);
    return words;
}

} // namespace amb
