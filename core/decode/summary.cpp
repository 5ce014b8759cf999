// SPDX-License-Identifier: MIT
#include "core/decode/summary.h"

#include "core/oneline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Summary)
};

constexpr qsizetype longestSummary = 500;
constexpr qsizetype longestValue = 120;
constexpr int mostFields = 12;

QString asText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return oneLine(value.toString(), longestValue);
    case QJsonValue::Array:
        return oneLine(
            QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)),
            longestValue);
    case QJsonValue::Object:
        return oneLine(
            QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)),
            longestValue);
    case QJsonValue::Null:
        return u"null"_s;
    default:
        return value.toVariant().toString();
    }
}

/// A record's field comes as {"display_value","value"}.
QString displayOf(const QJsonValue &field)
{
    const QJsonObject object = field.toObject();
    if (object.contains("display_value"_L1))
        return asText(object.value("display_value"_L1));
    return asText(field);
}

QString recordSentence(const QJsonObject &data)
{
    const QString name = asText(data.value("display_value"_L1));
    const QString operation = data.value("operation"_L1).toString();
    const QString action = data.value("action"_L1).toString();
    const QJsonObject record = data.value("record"_L1).toObject();
    QStringList changes;
    const QJsonArray fields = data.value("changes"_L1).toArray();
    for (const auto &change : fields) {
        const QString field = change.toString();
        if (changes.size() == mostFields) {
            changes.append(u"…"_s);
            break;
        }
        changes.append(record.contains(field)
                           ? u"%1 → %2"_s.arg(field, displayOf(record.value(field)))
                           : field);
    }
    QString verb = operation;
    if (operation == "insert"_L1)
        verb = Words::tr("created");
    else if (operation == "update"_L1)
        verb = Words::tr("changed");
    else if (operation == "delete"_L1)
        verb = Words::tr("deleted");
    QString sentence = u"%1 %2"_s.arg(name, verb);
    if (operation == "update"_L1 && action == "entry"_L1)
        sentence += Words::tr(" (came into the query)");
    else if (operation == "update"_L1 && action == "exit"_L1)
        sentence += Words::tr(" (left the query)");
    if (!changes.isEmpty())
        sentence += u": "_s + changes.join(u", "_s);
    const QJsonObject users = data.value("changes_with_users"_L1).toObject();
    const QString user = !users.isEmpty() ? users.begin().value().toString()
                                          : displayOf(record.value("sys_updated_by"_L1));
    if (!user.isEmpty() && user != "null"_L1)
        sentence += Words::tr(" by %1").arg(oneLine(user, longestValue));
    return sentence;
}

QString presenceSentence(const QJsonArray &presences)
{
    QStringList parts;
    for (const auto &value : presences) {
        const QJsonObject presence = value.toObject();
        QString part = u"%1: %2"_s.arg(asText(presence.value("user_display_name"_L1)),
                                       asText(presence.value("status"_L1)));
        if (presence.contains("field_type"_L1))
            part += u" (%1)"_s.arg(asText(presence.value("field_type"_L1)));
        parts.append(part);
    }
    return parts.join(u", "_s);
}

QString genericSentence(const QJsonValue &data)
{
    const QJsonObject object = data.toObject();
    if (object.isEmpty()) {
        const QString text = asText(data);
        return text.isEmpty() ? Words::tr("(empty)") : text;
    }
    QStringList parts;
    for (auto it = object.begin(); it != object.end() && parts.size() < mostFields; ++it)
        parts.append(u"%1: %2"_s.arg(oneLine(it.key(), longestValue), asText(it.value())));
    return parts.join(u" · "_s);
}

QString dataSentence(const QJsonValue &data)
{
    const QJsonObject object = data.toObject();
    if (object.contains("operation"_L1) && object.contains("sys_id"_L1))
        return recordSentence(object);
    if (object.value("presences"_L1).isArray())
        return presenceSentence(object.value("presences"_L1).toArray());
    if (object.contains("formatted_message"_L1))
        return u"%1: %2"_s.arg(asText(object.value("created_by"_L1)),
                               asText(object.value("formatted_message"_L1)));
    return genericSentence(data);
}

QString refusalOf(const QJsonObject &message)
{
    const QJsonObject ext = message.value("ext"_L1).toObject();
    const QString words = ext.value("glide.amb.reply.status.message"_L1).toString();
    return oneLine(words.isEmpty() ? message.value("error"_L1).toString() : words, longestSummary);
}

QString handshakeSentence(const QJsonObject &message, Direction direction)
{
    if (direction == Direction::Out) {
        QStringList types;
        const QJsonArray offered = message.value("supportedConnectionTypes"_L1).toArray();
        for (const auto &type : offered)
            types.append(type.toString());
        return Words::tr("Handshake, offers %1").arg(types.join(u", "_s));
    }
    if (!message.value("successful"_L1).toBool())
        return Words::tr("Handshake refused: %1").arg(refusalOf(message));
    QString sentence =
        Words::tr("Handshake accepted, client %1").arg(asText(message.value("clientId"_L1)));
    const QJsonObject ext = message.value("ext"_L1).toObject();
    if (const QString status = ext.value("glide.session.status"_L1).toString(); !status.isEmpty())
        sentence += u", "_s + oneLine(status, longestValue);
    return sentence;
}

QString connectSentence(const QJsonObject &message, Direction direction)
{
    if (direction == Direction::Out)
        return message.contains("advice"_L1) ? Words::tr("Connect, to be answered at once")
                                             : Words::tr("Connect");
    if (!message.value("successful"_L1).toBool())
        return Words::tr("Connect refused: %1").arg(refusalOf(message));
    const QJsonObject ext = message.value("ext"_L1).toObject();
    const QString status = ext.value("glide.session.status"_L1).toString();
    return status.isEmpty() ? Words::tr("Connect answered")
                            : Words::tr("Connect answered, %1").arg(oneLine(status, longestValue));
}

QString subscriptionSentence(const QJsonObject &message, MessageKind kind, Direction direction)
{
    const QString channel = asText(message.value("subscription"_L1));
    const bool isSubscribe = kind == MessageKind::Subscribe;
    if (direction == Direction::Out)
        return (isSubscribe ? Words::tr("Subscribe to %1") : Words::tr("Unsubscribe from %1"))
            .arg(channel);
    if (!message.value("successful"_L1).toBool())
        return (isSubscribe ? Words::tr("Subscription to %1 refused: %2")
                            : Words::tr("Unsubscribing from %1 refused: %2"))
            .arg(channel, refusalOf(message));
    return (isSubscribe ? Words::tr("Subscribed to %1") : Words::tr("Unsubscribed from %1"))
        .arg(channel);
}

QString disconnectSentence(const QJsonObject &message, Direction direction)
{
    if (direction == Direction::Out)
        return Words::tr("Disconnect: goodbye");
    return message.contains("id"_L1) ? Words::tr("Disconnect answered")
                                     : Words::tr("The server tells this client to leave");
}

QString sentence(const QJsonObject &message, MessageKind kind, Direction direction)
{
    switch (kind) {
    case MessageKind::Event:
    case MessageKind::Publish:
        return dataSentence(message.value("data"_L1));
    case MessageKind::PublishReply:
        return message.value("successful"_L1).toBool()
            ? Words::tr("Publish acknowledged")
            : Words::tr("Publish refused: %1").arg(refusalOf(message));
    case MessageKind::Handshake:
        return handshakeSentence(message, direction);
    case MessageKind::Connect:
        return connectSentence(message, direction);
    case MessageKind::Subscribe:
    case MessageKind::Unsubscribe:
        return subscriptionSentence(message, kind, direction);
    case MessageKind::Disconnect:
        return disconnectSentence(message, direction);
    case MessageKind::Note:
        return message.value("text"_L1).toString();
    case MessageKind::Unknown:
    case MessageKind::Malformed:
        break;
    }
    return genericSentence(message);
}

} // namespace

QString summarize(QByteArrayView message, MessageKind kind, Direction direction)
{
    if (kind == MessageKind::Malformed)
        return oneLine(
            Words::tr("No Bayeux message: %1")
                .arg(QString::fromUtf8(message.first(qMin<qsizetype>(message.size(), 1000)))),
            longestSummary);
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(message.data(), message.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return Words::tr("Malformed JSON at byte %1: %2")
            .arg(error.offset)
            .arg(error.errorString());
    return oneLine(sentence(document.object(), kind, direction), longestSummary);
}

} // namespace amb
