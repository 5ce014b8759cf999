// SPDX-License-Identifier: MIT
#include "core/decode/redirectdecoder.h"

#include "core/decode/channelwords.h"
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

bool RedirectDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/sn/meta/channel_redirect/"_L1);
}

DecodedMessage RedirectDecoder::decode(const ParsedMessage &message,
                                       const RecordHistory & /*history*/) const
{
    const QJsonValue from = message.object.value("fromChannel"_L1);
    const QJsonValue to = message.object.value("toChannel"_L1);
    DecodedMessage decoded;
    decoded.family = Words::tr("Channel redirect");
    decoded.sentence =
        Words::tr("Listeners of %1 are to go to %2")
            .arg(saidValue(channelWords(from.toString())), saidValue(channelWords(to.toString())));
    FieldList fields;
    fields.add(u"fromChannel"_s, from);
    fields.add(u"toChannel"_s, to);
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
