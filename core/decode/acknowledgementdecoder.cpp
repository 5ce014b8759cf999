// SPDX-License-Identifier: MIT
#include "core/decode/acknowledgementdecoder.h"

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

/// The channel that the notice itself comes on is not known, so only its `ext` counts.
QJsonObject noticeOf(const ParsedMessage &message)
{
    return message.ext.value("received_by_glide"_L1).toObject();
}

} // namespace

bool AcknowledgementDecoder::claims(const ParsedMessage &message) const
{
    const QString channel = noticeOf(message).value("channel"_L1).toString();
    return channel == "/meta/subscribe"_L1 || channel == "/meta/unsubscribe"_L1;
}

DecodedMessage AcknowledgementDecoder::decode(const ParsedMessage &message,
                                              const RecordHistory & /*history*/) const
{
    const QJsonObject notice = noticeOf(message);
    const QString subscription = notice.value("subscription"_L1).toString();
    const QString wish = notice.value("channel"_L1).toString() == "/meta/subscribe"_L1
        ? Words::tr("the wish to subscribe to %1")
        : Words::tr("the wish to unsubscribe from %1");
    DecodedMessage decoded;
    decoded.family = Words::tr("Early acknowledgement");
    decoded.sentence =
        Words::tr("Received %1; the answer follows").arg(wish.arg(channelWords(subscription)));
    FieldList fields;
    fields.add(u"subscription"_s,
               Words::tr("Subscription"),
               {channelWords(subscription), cleanText(subscription, DecodedField::longestValue)});
    fields.add(u"id"_s, Words::tr("About request"), message.envelope.value("id"_L1));
    fields.addRest(message.envelope);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
