// SPDX-License-Identifier: MIT
#include "core/decode/activitydecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/genericdecoder.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestText = 200;

/// `data.data`: a JSON text within the JSON. Undefined where it is none.
QJsonValue innerOf(const QJsonValue &text)
{
    if (!text.isString())
        return text;
    const QJsonDocument inner = QJsonDocument::fromJson(text.toString().toUtf8());
    if (inner.isObject())
        return inner.object();
    return inner.isArray() ? QJsonValue(inner.array()) : QJsonValue(QJsonValue::Undefined);
}

/// Again a JSON text, of an array; another text counts as one id.
qsizetype linesOf(const QJsonObject &edit)
{
    const QJsonValue ids = edit.value("historyLineIds"_L1);
    const QJsonValue inner = innerOf(ids);
    if (inner.isArray())
        return inner.toArray().size();
    return ids.toString().isEmpty() ? 0 : 1;
}

QString editSentence(const QJsonObject &edit)
{
    const QString type = edit.value("type"_L1).toString();
    const QString text = lineOf(edit.value("new"_L1), longestText);
    const QString entries = linesOf(edit) > 1 ? Words::tr("%1 activity entries").arg(linesOf(edit))
                                              : Words::tr("Activity entry");
    if (type == "deleted"_L1)
        return Words::tr("%1 deleted").arg(entries);
    const QString verb =
        type == "edited"_L1 || type.isEmpty() ? Words::tr("edited") : oneLine(type, longestText);
    return text.isEmpty() ? u"%1 %2"_s.arg(entries, verb) : u"%1 %2: %3"_s.arg(entries, verb, text);
}

/// `/history/update/<table>/<sys_id>` names a record; the last part of the others may be a table.
RecordKey recordOf(const ParsedMessage &message)
{
    if (!message.isOn("/history/update/"_L1))
        return {};
    return {message.channel.section(u'/', 3, 3).left(100),
            message.channel.section(u'/', 4, 4).left(100)};
}

} // namespace

bool ActivityDecoder::claims(const ParsedMessage &message) const
{
    return message.isOn("/activity/"_L1) || message.isOn("/history/update/"_L1);
}

DecodedMessage ActivityDecoder::decode(const ParsedMessage &message,
                                       const RecordHistory &history) const
{
    const QJsonObject edit = innerOf(message.object.value("data"_L1)).toObject();
    DecodedMessage decoded;
    if (edit.contains("type"_L1) || edit.contains("historyLineIds"_L1)) {
        decoded.sentence = editSentence(edit);
        FieldList fields;
        fields.add(u"data.type"_s, Words::tr("What"), edit.value("type"_L1));
        fields.add(u"data.new"_s, Words::tr("New text"), edit.value("new"_L1));
        fields.addRest(edit, u"data."_s);
        fields.skip(u"data"_s);
        fields.addRest(message.object);
        fields.addRest(message.ext, u"ext."_s);
        fields.moveInto(decoded);
    } else {
        // Only edits are known; what else comes here is told by its most telling fields.
        decoded = GenericDecoder().decode(message, history);
        decoded.sentence = Words::tr("Activity: %1").arg(decoded.sentence);
    }
    decoded.family = Words::tr("Activity");
    decoded.record = recordOf(message);
    return decoded;
}

} // namespace amb
