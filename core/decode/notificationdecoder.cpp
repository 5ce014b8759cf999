// SPDX-License-Identifier: MIT
#include "core/decode/notificationdecoder.h"

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

bool NotificationDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/notifications/"_L1)
        && (message.object.contains("title"_L1) || message.object.contains("message"_L1));
}

DecodedMessage NotificationDecoder::decode(const ParsedMessage &message,
                                           const RecordHistory & /*history*/) const
{
    const QString title = lineOf(message.object.value("title"_L1), 100);
    const QString text = lineOf(message.object.value("message"_L1), 160);
    DecodedMessage decoded;
    decoded.family = Words::tr("Notification");
    decoded.sentence = title.isEmpty() || text.isEmpty()
        ? Words::tr("Notification: %1").arg(title + text)
        : Words::tr("Notification: %1: %2").arg(title, text);
    decoded.record = {lineOf(message.object.value("table"_L1), 100),
                      lineOf(message.object.value("document"_L1), 100)};
    FieldList fields;
    for (const QString &name : {u"title"_s, u"message"_s, u"table"_s, u"document"_s})
        fields.add(name, message.object.value(name));
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
