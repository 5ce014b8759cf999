// SPDX-License-Identifier: MIT
#include "core/decode/genericdecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestValue = 120;
constexpr qsizetype mostSaid = 5;
constexpr qsizetype mostLookedAt = 200;
constexpr int deepest = 3;

/// Names that tell people most, in this order.
constexpr std::array telling{
    "title"_L1,       "subject"_L1,    "display_value"_L1, "number"_L1,
    "name"_L1,        "message"_L1,    "text"_L1,          "short_description"_L1,
    "description"_L1, "content"_L1,    "error"_L1,         "status"_L1,
    "state"_L1,       "action"_L1,     "event_type"_L1,    "event"_L1,
    "type"_L1,        "count"_L1,      "value"_L1,         "user_name"_L1,
    "user"_L1,        "created_by"_L1, "table"_L1,         "table_name"_L1,
    "priority"_L1};

struct Fact
{
    QString name;
    QJsonValue value;
    int rank = 0;
};

bool looksLikeId(const QString &text)
{
    static const QRegularExpression id(u"^[0-9a-f]{32}$"_s);
    return id.match(text).hasMatch();
}

/// The lower, the more telling.
int rankOf(const QString &name, const QJsonValue &value, int depth)
{
    constexpr int unknown = 100;
    constexpr int dull = 300;
    const QString last = name.section(u'.', -1);
    const auto it = std::ranges::find_if(telling, [&last](QLatin1StringView word) {
        return last.compare(word, Qt::CaseInsensitive) == 0;
    });
    int rank = it == telling.end() ? unknown : int(it - telling.begin());
    const QString text = value.toString();
    if (value.isNull() || (value.isString() && text.isEmpty()) || looksLikeId(text)
        || value.isArray() || value.isObject())
        rank += dull;
    return rank + depth * 20;
}

void collect(const QJsonObject &object, const QString &prefix, int depth, QList<Fact> &facts)
{
    for (auto it = object.begin(); it != object.end() && facts.size() < mostLookedAt; ++it) {
        const QString name = prefix + it.key().left(longestName);
        const QJsonObject inner = it.value().toObject();
        if (!inner.isEmpty() && depth < deepest)
            collect(inner, name + u'.', depth + 1, facts);
        else
            facts.append({name, it.value(), rankOf(name, it.value(), depth)});
    }
}

QString objectSentence(const QJsonObject &object)
{
    QList<Fact> facts;
    collect(object, {}, 0, facts);
    std::ranges::stable_sort(facts, {}, &Fact::rank);
    QStringList said;
    for (const Fact &fact : facts) {
        if (said.size() == mostSaid)
            break;
        const QString value = lineOf(fact.value, longestValue);
        said.append(u"%1: %2"_s.arg(oneLine(fact.name, longestName),
                                    value.isEmpty() ? Words::tr("(empty)") : value));
    }
    return said.join(u" · "_s);
}

QString sentenceOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!object.isEmpty())
        return objectSentence(object);
    if (value.isUndefined() || value.isObject())
        return Words::tr("(empty)");
    const QString text = lineOf(value, DecodedMessage::longestSentence);
    return text.isEmpty() ? Words::tr("(empty)") : text;
}

/// A record by the names that payloads use for one.
RecordKey recordOf(const QJsonObject &object)
{
    for (const QLatin1StringView idName : {"sys_id"_L1, "document"_L1, "record"_L1}) {
        const QString id = object.value(idName).toString();
        if (!looksLikeId(id))
            continue;
        for (const QLatin1StringView tableName : {"table"_L1, "table_name"_L1}) {
            const QString table = object.value(tableName).toString();
            if (!table.isEmpty() && table.size() <= longestName)
                return {table, id};
        }
    }
    return {};
}

} // namespace

bool GenericDecoder::claims(const ParsedMessage & /*message*/) const
{
    return true;
}

DecodedMessage GenericDecoder::decode(const ParsedMessage &message,
                                      const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    FieldList fields;
    if (!message.isTraffic()) {
        decoded.family = Words::tr("Other message");
        decoded.sentence = sentenceOf(message.envelope);
        fields.addRest(message.envelope);
    } else {
        decoded.family = Words::tr("Event");
        decoded.sentence = sentenceOf(message.data);
        decoded.record = recordOf(message.object);
        if (message.data.isObject())
            fields.addRest(message.object);
        else
            fields.add(u"data"_s, message.data);
        fields.addRest(message.ext, u"ext."_s);
    }
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
