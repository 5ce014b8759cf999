// SPDX-License-Identifier: MIT
#include "core/decode/middecoder.h"

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

constexpr auto prefix = "/mid/server/"_L1;

} // namespace

bool MidDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn(prefix);
}

DecodedMessage MidDecoder::decode(const ParsedMessage &message,
                                  const RecordHistory & /*history*/) const
{
    const QString server = message.channelAfter(prefix);
    DecodedMessage decoded;
    decoded.family = Words::tr("MID Server");
    decoded.sentence =
        Words::tr("MID Server %1 is woken to look into its queue").arg(shortId(server));
    decoded.record = {u"ecc_agent"_s, server.left(100)};
    FieldList fields;
    fields.addWords(u"server"_s, Words::tr("MID Server"), server);
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
