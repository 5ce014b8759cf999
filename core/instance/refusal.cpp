// SPDX-License-Identifier: MIT
#include "core/instance/refusal.h"

#include "core/oneline.h"
#include "core/wirewords.h"

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
    words.explanation = wire::refusal(words.refusal, code).sentence();
    return words;
}

} // namespace amb
