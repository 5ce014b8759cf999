// SPDX-License-Identifier: MIT
#include "core/decode/ruledecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestKey = 200;

/// What is in `data` is named as the other decoders name it, so that it is not shown twice.
QString nameIn(const JsonPath &path)
{
    QString name = path.text();
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    if (name.startsWith("data."_L1))
        name.remove(0, "data."_L1.size());
    return name;
}

DecodedField fieldOf(const DecodeRule::Field &rule, const QJsonObject &message)
{
    DecodedField field;
    field.name = nameIn(rule.path);
    field.label = rule.label.isEmpty() ? labelOf(field.name) : rule.label;
    field.value = fieldValue(rule.path.in(message));
    field.isChange = rule.before.has_value();
    if (rule.before) {
        const QJsonValue before = rule.before->in(message);
        if (!before.isUndefined())
            field.before = fieldValue(before);
    }
    return field;
}

} // namespace

RuleDecoder::RuleDecoder(QList<DecodeRule> rules)
    : m_rules(std::move(rules))
{ }

const DecodeRule *RuleDecoder::ruleFor(const ParsedMessage &message) const
{
    if (!message.isTraffic())
        return nullptr;
    const auto fits = [&message](const DecodeRule &rule) {
        return rule.channel.matches(message.channel)
            && std::ranges::all_of(rule.conditions, [&message](const auto &condition) {
                   return fieldValue(condition.path.in(message.envelope)).raw == condition.value;
               });
    };
    const auto it = std::ranges::find_if(m_rules, fits);
    return it == m_rules.end() ? nullptr : &*it;
}

bool RuleDecoder::claims(const ParsedMessage &message) const
{
    return ruleFor(message) != nullptr;
}

DecodedMessage RuleDecoder::decode(const ParsedMessage &message,
                                   const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    const DecodeRule *rule = ruleFor(message);
    if (!rule)
        return decoded;
    decoded.family = rule->name.isEmpty() ? Words::tr("Own rule") : rule->name;
    decoded.sentence = rule->sentence.fill(message.envelope);
    if (const auto sysId = rule->sysId.fillWhole(message.envelope))
        decoded.record = {
            rule->table.fillWhole(message.envelope).value_or(QString()).left(longestKey),
            sysId->left(longestKey)};
    FieldList fields;
    for (const DecodeRule::Field &field : rule->fields)
        fields.add(fieldOf(field, message.envelope));
    if (message.data.isObject())
        fields.addRest(message.object);
    else
        fields.add(u"data"_s, message.data);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
