// SPDX-License-Identifier: MIT
#include "core/decode/flowdecoder.h"

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

constexpr auto prefix = "/flow/execution/"_L1;

/// COMPLETE alone was seen; the others are the states of Flow Designer. Not confirmed on a real
/// instance.
QString statusWords(const QString &status)
{
    if (status == "COMPLETE"_L1)
        return Words::tr("is complete");
    if (status == "IN_PROGRESS"_L1)
        return Words::tr("is in progress");
    if (status == "WAITING"_L1)
        return Words::tr("is waiting");
    if (status == "QUEUED"_L1)
        return Words::tr("is queued");
    if (status == "CANCELLED"_L1)
        return Words::tr("was cancelled");
    if (status == "ERROR"_L1)
        return Words::tr("failed");
    return status.isEmpty() ? Words::tr("changed") : Words::tr("is %1").arg(oneLine(status, 60));
}

} // namespace

bool FlowDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn(prefix);
}

DecodedMessage FlowDecoder::decode(const ParsedMessage &message,
                                   const RecordHistory & /*history*/) const
{
    const QString context = shortId(message.channelAfter(prefix));
    const QJsonValue error = message.object.value("error"_L1);
    DecodedMessage decoded;
    decoded.family = Words::tr("Flow");
    const QString status = statusWords(message.object.value("status"_L1).toString());
    const QString trouble = lineOf(error, 160);
    decoded.sentence = error.isNull() || error.isUndefined() || trouble.isEmpty()
        ? Words::tr("Flow execution %1 %2").arg(context, status)
        : Words::tr("Flow execution %1 %2, error: %3").arg(context, status, trouble);
    FieldList fields;
    for (const QString &name : {u"status"_s, u"error"_s, u"outputs"_s})
        fields.add(name, message.object.value(name));
    fields.addWords(u"context"_s, Words::tr("Flow context"), message.channelAfter(prefix));
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
