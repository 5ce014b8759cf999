// SPDX-License-Identifier: MIT
#include "core/decode/countdecoder.h"

#include "core/decode/channelwords.h"
#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"
#include "core/decode/recordhistory.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

QString withSign(qint64 number)
{
    return number > 0 ? u"+%1"_s.arg(number) : QString::number(number);
}

} // namespace

std::optional<qint64> countOf(const QJsonValue &data)
{
    const QJsonValue count = data.toObject().value("count"_L1);
    bool isNumber = count.isDouble();
    const qint64 number = isNumber ? count.toInteger() : count.toString().toLongLong(&isNumber);
    constexpr qint64 most = 1'000'000'000'000;
    return isNumber && number >= -most && number <= most ? std::optional(number) : std::nullopt;
}

bool CountDecoder::claims(const ParsedMessage &message) const
{
    return (message.isOn("/rw/count/"_L1) || message.isOn("/rw/count2/"_L1))
        && message.object.contains("count"_L1);
}

DecodedMessage CountDecoder::decode(const ParsedMessage &message,
                                    const RecordHistory &history) const
{
    const QJsonValue count = message.object.value("count"_L1);
    DecodedMessage decoded;
    decoded.family = Words::tr("Count");
    QString subject = channelWords(message.channel);
    if (!subject.isEmpty())
        subject[0] = subject.at(0).toUpper();
    const QString delta = lineOf(count, 40);
    decoded.sentence = u"%1: %2"_s.arg(subject, delta);
    FieldList fields;
    fields.add(u"count"_s, Words::tr("Change of the count"), count);
    const auto before = history.countBefore();
    const auto now = countOf(message.data);
    if (before && now) {
        const QString total = withSign(*before + *now);
        decoded.sentence +=
            Words::tr(", %1 since the capture began (drifts when a change is missed)").arg(total);
        DecodedField field;
        field.name = u"total"_s;
        field.label = Words::tr("Changes since the capture began");
        field.value = {Words::tr("%1 (drifts when a change is missed)").arg(total),
                       QString::number(*before + *now)};
        field.isChange = true;
        field.before = FieldValue{withSign(*before), QString::number(*before)};
        fields.add(std::move(field));
    }
    fields.addWords(u"channel"_s, Words::tr("Watched"), channelWords(message.channel));
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
