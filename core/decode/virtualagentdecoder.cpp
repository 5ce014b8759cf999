// SPDX-License-Identifier: MIT
#include "core/decode/virtualagentdecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/genericdecoder.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestText = 200;

/// Both sides publish on the channel; `direction` is seen from the conversation's server.
QString speakerOf(const QJsonObject &said)
{
    const QString name = lineOf(said.value("sender"_L1).toObject().value("name"_L1), longestName);
    if (!name.isEmpty())
        return name;
    if (said.value("direction"_L1).toString() == "inbound"_L1)
        return Words::tr("User");
    return said.value("isAgent"_L1).toBool() ? Words::tr("Agent") : Words::tr("Virtual Agent");
}

QString actionWords(const QString &type)
{
    if (type == "Init"_L1)
        return Words::tr("Conversation begins");
    if (type == "StartTopic"_L1 || type == "StartedVendorTopic"_L1)
        return Words::tr("Topic started");
    if (type == "TopicPicker"_L1)
        return Words::tr("Topics to pick from");
    if (type == "ShowTopic"_L1)
        return Words::tr("Topic shown");
    if (type == "CancelTopic"_L1)
        return Words::tr("Topic cancelled");
    if (type == "TopicFinished"_L1)
        return Words::tr("Topic finished");
    if (type == "StartChat"_L1)
        return Words::tr("Chat with a person begins");
    if (type == "EndChat"_L1)
        return Words::tr("Chat with a person ends");
    if (type == "SubscribeToSupportQueue"_L1)
        return Words::tr("Waits in a support queue");
    return Words::tr("Conversation action %1").arg(oneLine(type, longestName));
}

/// What a control asks, shows, or was answered.
QString controlSentence(const QString &speaker, const QJsonObject &control)
{
    const QString type = control.value("uiType"_L1).toString();
    const QJsonObject about = control.value("uiMetadata"_L1).toObject();
    QString label = lineOf(about.value("label"_L1), longestText);
    if (label.isEmpty())
        label = lineOf(about.value("header"_L1), longestText);
    const QString value = lineOf(control.value("value"_L1), longestText);
    if (type == "SystemError"_L1)
        return Words::tr("%1 reports an error: %2").arg(speaker, label.isEmpty() ? value : label);
    if (!value.isEmpty())
        return u"%1: %2"_s.arg(speaker, value);
    if (!label.isEmpty() && !type.startsWith("Output"_L1))
        return Words::tr("%1 asks: %2").arg(speaker, label);
    return label.isEmpty() ? Words::tr("%1 shows %2").arg(speaker, wordsOf(type))
                           : u"%1: %2"_s.arg(speaker, label);
}

QString messageSentence(const QJsonObject &said)
{
    const QString speaker = speakerOf(said);
    const QString text = lineOf(said.value("text"_L1), longestText);
    if (!text.isEmpty())
        return u"%1: %2"_s.arg(speaker, text);
    const QJsonObject action = said.value("actionMessage"_L1).toObject();
    if (!action.isEmpty())
        return actionWords(action.value("type"_L1).toString());
    const QJsonObject control = said.value("richControl"_L1).toObject();
    if (!control.isEmpty())
        return controlSentence(speaker, control);
    return Words::tr("%1: (no text)").arg(speaker);
}

QString queueSentence(const QJsonObject &data)
{
    const QString wait = lineOf(data.value("averageWaitTime"_L1), longestName);
    if (data.value("active"_L1) == QJsonValue(false))
        return Words::tr("Support queue is closed");
    return wait.isEmpty() ? Words::tr("Support queue is open")
                          : Words::tr("Support queue is open, average wait %1").arg(wait);
}

bool isQueue(const ParsedMessage &message)
{
    return message.isOn("/cs/support_queue/"_L1);
}

QJsonObject saidIn(const ParsedMessage &message)
{
    return message.object.value("data"_L1).toObject();
}

} // namespace

bool VirtualAgentDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/cs/"_L1)
        || (message.isTraffic() && saidIn(message).contains("@class"_L1)
            && saidIn(message).contains("conversationId"_L1));
}

DecodedMessage VirtualAgentDecoder::decode(const ParsedMessage &message,
                                           const RecordHistory &history) const
{
    const QJsonObject said = saidIn(message);
    if (said.isEmpty() && !isQueue(message)) {
        DecodedMessage decoded = GenericDecoder().decode(message, history);
        decoded.family = Words::tr("Conversation");
        return decoded;
    }
    DecodedMessage decoded;
    decoded.family = Words::tr("Conversation");
    decoded.sentence = isQueue(message) ? queueSentence(message.object) : messageSentence(said);
    FieldList fields;
    if (!isQueue(message)) {
        fields.addWords(u"speaker"_s, Words::tr("Speaker"), speakerOf(said));
        fields.add(u"data.text"_s, said.value("text"_L1));
        const QJsonObject control = said.value("richControl"_L1).toObject();
        fields.add(u"data.richControl.uiMetadata.label"_s,
                   control.value("uiMetadata"_L1).toObject().value("label"_L1));
        fields.add(u"data.richControl.uiType"_s, Words::tr("Control"), control.value("uiType"_L1));
        fields.add(
            u"data.conversationId"_s, Words::tr("Conversation"), said.value("conversationId"_L1));
    }
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
