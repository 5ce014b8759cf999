// SPDX-License-Identifier: MIT
#include "core/decode/publishreplydecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"
#include "core/decode/replywords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

} // namespace

bool PublishReplyDecoder::claims(const ParsedMessage &message) const
{
    return message.kind == MessageKind::PublishReply;
}

DecodedMessage PublishReplyDecoder::decode(const ParsedMessage &message,
                                           const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    decoded.family = Words::tr("Publish reply");
    FieldList fields;
    const bool isAccepted = message.envelope.value("successful"_L1).toBool();
    decoded.sentence = isAccepted
        ? Words::tr("Publish acknowledged")
        : Words::tr("Publish refused: %1").arg(refusalWords(message.envelope));
    fields.addWords(u"successful"_s,
                    Words::tr("Answer"),
                    isAccepted ? Words::tr("acknowledged") : Words::tr("refused"));
    if (!isAccepted)
        fields.addWords(u"reason"_s, Words::tr("Reason"), refusalWords(message.envelope));
    fields.add(u"id"_s, Words::tr("Answers request"), message.envelope.value("id"_L1));
    fields.addRest(message.envelope);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
