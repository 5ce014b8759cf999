// SPDX-License-Identifier: MIT
#include "core/decode/graphqldecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/genericdecoder.h"
#include "core/decode/jsonwords.h"
#include "core/decode/recordwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

} // namespace

bool GraphqlDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/rw/graphql/"_L1);
}

/// The payload was never seen; by the name it is a GraphQL result, `{"data":…,"errors":…}`. Not
/// confirmed on a real instance, so a record's payload and any other JSON are understood too.
DecodedMessage GraphqlDecoder::decode(const ParsedMessage &message,
                                      const RecordHistory &history) const
{
    const QString family = Words::tr("GraphQL watcher");
    if (const auto payload = RecordPayload::read(message.data)) {
        const RecordWords words(*payload, history);
        return words.message(message, family, words.sentence());
    }
    const QJsonArray errors = message.object.value("errors"_L1).toArray();
    if (!errors.isEmpty()) {
        DecodedMessage decoded;
        decoded.family = family;
        const QJsonValue first = errors.at(0).toObject().value("message"_L1);
        decoded.sentence = Words::tr("GraphQL error: %1").arg(lineOf(first, 200));
        FieldList fields;
        fields.add(u"errors"_s, errors);
        fields.addRest(message.object);
        fields.moveInto(decoded);
        return decoded;
    }
    DecodedMessage decoded = GenericDecoder().decode(message, history);
    decoded.family = family;
    return decoded;
}

} // namespace amb
