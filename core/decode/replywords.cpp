// SPDX-License-Identifier: MIT
#include "core/decode/replywords.h"

#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestReason = 200;

/// A Bayeux error `ddd:arguments:text` without its number.
QString errorText(const QString &error)
{
    const QString text = error.section(u':', 2);
    return text.isEmpty() ? error : text;
}

QString wordsOfCode(int code)
{
    switch (code) {
    case 202:
        return Words::tr("accepted, but to be tried again later");
    case 402:
        return Words::tr("the server does not know this client any more");
    case 403:
        return Words::tr("not allowed");
    case 429:
        return Words::tr("the instance is too busy");
    default:
        return {};
    }
}

} // namespace

QString refusalWords(const QJsonObject &reply)
{
    const QJsonObject ext = reply.value("ext"_L1).toObject();
    const QString error = reply.value("error"_L1).toString();
    int code = ext.value("glide.amb.reply.status.code"_L1).toInt();
    QString words = ext.value("glide.amb.reply.status.message"_L1).toString();
    if (words.isEmpty() && code == 0)
        code = error.section(u':', 0, 0).toInt();
    if (words.isEmpty())
        words = wordsOfCode(code);
    if (words.isEmpty())
        words = errorText(error);
    words = oneLine(words, longestReason);
    if (words.isEmpty())
        words = Words::tr("without a reason");
    return code == 0 ? words : u"%1 (%2)"_s.arg(words, QString::number(code));
}

QString adviceWords(const QJsonObject &advice)
{
    if (advice.isEmpty())
        return {};
    const QString reconnect = advice.value("reconnect"_L1).toString();
    const qint64 interval = advice.value("interval"_L1).toInteger();
    const qint64 timeout = advice.value("timeout"_L1).toInteger();
    QStringList words;
    if (reconnect == "none"_L1)
        words.append(Words::tr("do not connect again"));
    else if (reconnect == "handshake"_L1)
        words.append(Words::tr("begin with a new handshake"));
    else if (reconnect == "retry"_L1)
        words.append(interval > 0
                         ? Words::tr("connect again after %1 s").arg(double(interval) / 1000)
                         : Words::tr("connect again at once"));
    if (timeout > 0)
        words.append(Words::tr("a connect is held for up to %1 s").arg(double(timeout) / 1000));
    else if (advice.contains("timeout"_L1))
        words.append(Words::tr("answer at once"));
    return words.join(u", "_s);
}

QString sessionWords(const QJsonObject &ext)
{
    const auto status = ext.constFind("glide.session.status"_L1);
    if (status == ext.constEnd())
        return {};
    const QString word = status.value().toString();
    if (word == "session.logged.in"_L1) {
        const QJsonValue left = ext.value("glide.session.time.remaining.in.seconds"_L1);
        return left.isDouble() && left.toInteger() > 0
            ? Words::tr("signed in, the session ends in %1").arg(durationWords(left.toInteger()))
            : Words::tr("signed in");
    }
    if (word == "session.logged.out"_L1)
        return Words::tr("logged out: no events come until the user signs in again");
    if (word == "session.invalidated"_L1)
        return Words::tr("no valid session: no events come until a new sign-in");
    if (word.isEmpty())
        return Words::tr("the server does not say whether the session is valid");
    return Words::tr("session status %1").arg(oneLine(word, longestReason));
}

} // namespace amb
