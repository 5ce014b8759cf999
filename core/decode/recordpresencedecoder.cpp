// SPDX-License-Identifier: MIT
#include "core/decode/recordpresencedecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype mostSaid = 5;
constexpr qsizetype mostListed = 50;

bool isPresenceChannel(const ParsedMessage &message)
{
    return message.isOn("/sn/rp/"_L1) || message.isOn("/sp/rp/"_L1);
}

/// The record that the channel's name tells.
RecordKey recordOf(const ParsedMessage &message)
{
    if (!isPresenceChannel(message))
        return {};
    const QString table = message.channel.section(u'/', 3, 3);
    const QString sysId = message.channel.section(u'/', 4, 4);
    return {table.left(longestName), sysId.left(longestName)};
}

QString nameOf(const QJsonObject &presence)
{
    for (const QLatin1StringView field : {"user_display_name"_L1, "user_name"_L1, "user_id"_L1}) {
        const QString name = lineOf(presence.value(field), longestName);
        if (!name.isEmpty())
            return name;
    }
    return Words::tr("Somebody");
}

QString placeOf(const RecordKey &record)
{
    if (record.table == "live_group_profile"_L1) // where Connect says who is typing
        return Words::tr("conversation %1").arg(shortId(record.sysId));
    return record.isNull()
        ? Words::tr("the record")
        : u"%1 %2"_s.arg(oneLine(record.table, longestName), shortId(record.sysId));
}

/// What somebody does there: "is typing in work notes on".
QString doingWords(const QJsonObject &presence)
{
    const QString status = presence.value("status"_L1).toString();
    if (status == "entered"_L1)
        return Words::tr("opened");
    if (status == "viewing"_L1)
        return Words::tr("is viewing");
    if (status == "typing"_L1) {
        const QString field = presence.value("field_type"_L1).toString();
        return field.isEmpty() ? Words::tr("is typing on")
                               : Words::tr("is typing in %1 on").arg(wordsOf(field));
    }
    if (status == "exited"_L1)
        return Words::tr("left");
    if (status == "probably left"_L1)
        return Words::tr("has probably left");
    if (status == "offline"_L1)
        return Words::tr("is offline, was on");
    return status.isEmpty() ? Words::tr("is on")
                            : Words::tr("is %1 on").arg(oneLine(status, longestName));
}

/// The array of now, or the single object of old releases.
QJsonArray presencesOf(const ParsedMessage &message)
{
    const QJsonValue list = message.object.value("presences"_L1);
    if (list.isArray())
        return list.toArray();
    return message.object.contains("status"_L1) ? QJsonArray{message.object} : QJsonArray();
}

QString sentenceOf(const QJsonArray &presences, const RecordKey &record)
{
    if (presences.isEmpty())
        return Words::tr("Nobody is named on %1").arg(placeOf(record));
    QStringList said;
    for (qsizetype i = 0; i < presences.size() && i < mostSaid; ++i) {
        const QJsonObject presence = presences.at(i).toObject();
        said.append(u"%1 %2"_s.arg(nameOf(presence), doingWords(presence)));
    }
    const QString all = u"%1 %2"_s.arg(said.join(u", "_s), placeOf(record));
    return presences.size() <= mostSaid
        ? all
        : Words::tr("%1 and %2 more").arg(all, QString::number(presences.size() - mostSaid));
}

} // namespace

bool RecordPresenceDecoder::claims(const ParsedMessage &message) const
{
    if (!message.isTraffic())
        return false;
    const QJsonValue list = message.object.value("presences"_L1);
    if (list.isArray())
        return true;
    return isPresenceChannel(message) && message.object.contains("status"_L1);
}

DecodedMessage RecordPresenceDecoder::decode(const ParsedMessage &message,
                                             const RecordHistory & /*history*/) const
{
    const QJsonArray presences = presencesOf(message);
    DecodedMessage decoded;
    decoded.family = Words::tr("Presence");
    decoded.record = recordOf(message);
    if (decoded.record.isNull() && !presences.isEmpty()) {
        const QJsonObject first = presences.at(0).toObject();
        decoded.record = {lineOf(first.value("table"_L1), longestName),
                          lineOf(first.value("sys_id"_L1), longestName)};
    }
    decoded.sentence = sentenceOf(presences, decoded.record);
    FieldList fields;
    const bool isList = message.object.value("presences"_L1).isArray();
    for (qsizetype i = 0; i < presences.size() && i < mostListed; ++i) {
        const QJsonObject presence = presences.at(i).toObject();
        const QString prefix = isList ? u"presences[%1]."_s.arg(i) : QString();
        fields.add(prefix + u"status"_s,
                   nameOf(presence),
                   {u"%1 %2"_s.arg(doingWords(presence), placeOf(decoded.record)),
                    textOf(presence.value("status"_L1))});
        fields.addRest(presence, prefix);
    }
    if (presences.size() <= mostListed)
        fields.skip(u"presences"_s);
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
