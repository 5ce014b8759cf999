// SPDX-License-Identifier: MIT
#include "core/decode/canceldecoder.h"

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

/// The name of the field is known from the browser's client only; not confirmed on a real instance.
QString transactionOf(const QJsonObject &data)
{
    for (const QLatin1StringView name : {"nowUiInteraction"_L1, "nowUiInteractionId"_L1}) {
        if (const QString id = data.value(name).toString(); !id.isEmpty())
            return shortId(id);
    }
    return {};
}

/// The results are texts such as "202::Request accepted". Where they stand in the message is not
/// known, so each place that could hold one is looked at.
QString resultOf(const ParsedMessage &message)
{
    for (const QJsonValue &place : {message.data,
                                    message.object.value("result"_L1),
                                    message.object.value("status"_L1),
                                    message.object.value("message"_L1),
                                    message.envelope.value("error"_L1)}) {
        const QString text = place.toString();
        if (text.contains("::"_L1))
            return oneLine(u"%1 (%2)"_s.arg(text.section("::"_L1, 1), text.section("::"_L1, 0, 0)),
                           200);
    }
    return {};
}

QString sentenceOf(const ParsedMessage &message)
{
    const QString result = resultOf(message);
    if (!result.isEmpty())
        return Words::tr("Cancel of a transaction: %1").arg(result);
    if (message.kind == MessageKind::PublishReply)
        return message.envelope.value("successful"_L1).toBool()
            ? Words::tr("Cancel of a transaction acknowledged")
            : Words::tr("Cancel of a transaction refused: %1").arg(refusalWords(message.envelope));
    const QString transaction = transactionOf(message.object);
    return transaction.isEmpty() ? Words::tr("A transaction is to be cancelled")
                                 : Words::tr("Transaction %1 is to be cancelled").arg(transaction);
}

} // namespace

bool CancelDecoder::claims(const ParsedMessage &message) const
{
    return message.channel == "/service/transaction/cancel"_L1
        && (message.isTraffic() || message.kind == MessageKind::PublishReply);
}

DecodedMessage CancelDecoder::decode(const ParsedMessage &message,
                                     const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    decoded.family = Words::tr("Transaction cancel");
    decoded.sentence = sentenceOf(message);
    FieldList fields;
    if (message.data.isUndefined())
        fields.addRest(message.envelope);
    else if (message.data.isObject())
        fields.addRest(message.object);
    else
        fields.add(u"data"_s, message.data);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
