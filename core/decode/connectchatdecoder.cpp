// SPDX-License-Identifier: MIT
#include "core/decode/connectchatdecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/genericdecoder.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestMessage = 220;

bool isChatMessage(const QJsonObject &data)
{
    return data.contains("formatted_message"_L1);
}

bool isMemberEvent(const QJsonObject &data)
{
    return data.value("event_type"_L1).toString().startsWith("conversation_member_"_L1);
}

QString messageSentence(const QJsonObject &data)
{
    QString who = lineOf(data.value("created_by"_L1), longestName);
    if (who.isEmpty())
        who = Words::tr("Somebody");
    const QString said = lineOf(data.value("formatted_message"_L1), longestMessage);
    const qsizetype attached = data.value("attachments"_L1).toArray().size();
    const QString sentence = u"%1: %2"_s.arg(who, said.isEmpty() ? Words::tr("(no text)") : said);
    if (attached == 0)
        return sentence;
    return attached == 1
        ? Words::tr("%1 (with an attachment)").arg(sentence)
        : Words::tr("%1 (with %2 attachments)").arg(sentence, QString::number(attached));
}

/// The conversation is told by `event_target`, or `group`.
QString conversationOf(const QJsonObject &data)
{
    const QJsonValue target = data.value("event_target"_L1);
    return shortId((target.isString() ? target : data.value("group"_L1)).toString());
}

QString memberSentence(const QJsonObject &data)
{
    const QString event =
        data.value("event_type"_L1).toString().mid("conversation_member_"_L1.size());
    const QJsonObject details = data.value("event_data"_L1).toObject();
    const QString member = shortId(details.value("member"_L1).toString());
    const QString conversation = conversationOf(data);
    const QString who =
        member.isEmpty() ? Words::tr("A member") : Words::tr("Member %1").arg(member);
    if (event == "added"_L1)
        return Words::tr("%1 was added to conversation %2").arg(who, conversation);
    if (event == "removed"_L1)
        return Words::tr("%1 was removed from conversation %2").arg(who, conversation);
    if (event == "deauthorized"_L1)
        return Words::tr("%1 may no longer read conversation %2").arg(who, conversation);
    if (event == "updated"_L1)
        return Words::tr("%1 of conversation %2 changed").arg(who, conversation);
    return Words::tr("%1 of conversation %2: %3").arg(who, conversation, wordsOf(event));
}

} // namespace

bool ConnectChatDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/connect/"_L1)
        || (message.isTraffic()
            && (isChatMessage(message.object) || isMemberEvent(message.object)));
}

DecodedMessage ConnectChatDecoder::decode(const ParsedMessage &message,
                                          const RecordHistory &history) const
{
    DecodedMessage decoded;
    const QString family = Words::tr("Chat");
    FieldList fields;
    if (isChatMessage(message.object)) {
        decoded.sentence = messageSentence(message.object);
        fields.add(u"created_by"_s, Words::tr("Said by"), message.object.value("created_by"_L1));
        fields.add(u"formatted_message"_s,
                   Words::tr("Message"),
                   message.object.value("formatted_message"_L1));
        fields.add(u"group"_s, Words::tr("Conversation"), message.object.value("group"_L1));
    } else if (isMemberEvent(message.object)) {
        decoded.sentence = memberSentence(message.object);
        fields.add(u"event_type"_s, Words::tr("Event"), message.object.value("event_type"_L1));
    } else {
        decoded = GenericDecoder().decode(message, history);
        decoded.family = family;
        if (message.isOn("/connect/support/"_L1))
            decoded.sentence = Words::tr("Support queue: %1").arg(decoded.sentence);
        return decoded;
    }
    decoded.family = family;
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
