// SPDX-License-Identifier: MIT
#include "core/decode/buildagentdecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

} // namespace

bool BuildAgentDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/build_agent/"_L1) || message.isOn("/build_agent_core/"_L1);
}

DecodedMessage BuildAgentDecoder::decode(const ParsedMessage &message,
                                         const RecordHistory & /*history*/) const
{
    const QString content = lineOf(message.object.value("content"_L1), 200);
    const QString status = message.object.value("status"_L1).toString();
    DecodedMessage decoded;
    decoded.family = Words::tr("Build Agent");
    decoded.sentence =
        Words::tr("Build Agent: %1").arg(content.isEmpty() ? Words::tr("(no text)") : content);
    if (!status.isEmpty())
        decoded.sentence += u" (%1)"_s.arg(wordsOf(status));
    FieldList fields;
    for (const QString &name : {u"content"_s, u"status"_s, u"contentType"_s})
        fields.add(name, message.object.value(name));
    fields.addWords(
        u"conversation"_s, Words::tr("Conversation"), message.channel.section(u'/', -1));
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
