// SPDX-License-Identifier: MIT
#include "samplemessages.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace amb::test {

namespace {

bool hasControls(const QString &text, bool mayBreakLines)
{
    return std::any_of(text.begin(), text.end(), [mayBreakLines](QChar c) {
        if (c == u'\n' && mayBreakLines)
            return false;
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

QString faultOf(const FieldValue &value)
{
    for (const QString &text : {value.display, value.raw}) {
        if (text.size() > DecodedField::longestValue)
            return u"a value is too long"_s;
        if (hasControls(text, true))
            return u"a value has control characters"_s;
    }
    return {};
}

} // namespace

MessageKind kindOf(const QJsonObject &message, Direction direction)
{
    static const QHash<QString, MessageKind> meta{
        {u"/meta/handshake"_s, MessageKind::Handshake},
        {u"/meta/connect"_s, MessageKind::Connect},
        {u"/meta/subscribe"_s, MessageKind::Subscribe},
        {u"/meta/unsubscribe"_s, MessageKind::Unsubscribe},
        {u"/meta/disconnect"_s, MessageKind::Disconnect},
    };
    const auto it = meta.constFind(message.value("channel"_L1).toString());
    if (it != meta.constEnd())
        return *it;
    if (message.contains("data"_L1))
        return direction == Direction::Out ? MessageKind::Publish : MessageKind::Event;
    return message.contains("successful"_L1) ? MessageKind::PublishReply : MessageKind::Unknown;
}

QList<SampleMessage> sampleMessages()
{
    QList<SampleMessage> messages;
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const Direction direction =
            line.value("dir"_L1).toString() == "out"_L1 ? Direction::Out : Direction::In;
        const QJsonArray frame = line.value("frame"_L1).toArray();
        for (const auto &value : frame) {
            const QJsonObject message = value.toObject();
            messages.append({line.value("n"_L1).toInt(),
                             line.value("label"_L1).toString(),
                             kindOf(message, direction),
                             direction,
                             message.value("channel"_L1).toString().toUtf8(),
                             QJsonDocument(message).toJson(QJsonDocument::Compact)});
        }
    }
    return messages;
}

WrittenHistory::WrittenHistory(const QByteArrayList &payloads, std::optional<qint64> count)
    : m_count(count)
{
    for (const QByteArray &json : payloads) {
        const auto payload = RecordPayload::read(QJsonDocument::fromJson(json).object());
        Q_ASSERT(payload);
        m_payloads.append(*payload);
    }
}

void WrittenHistory::visit(const RecordKey &record, const Visitor &visitor) const
{
    for (const RecordPayload &payload : m_payloads) {
        if (payload.key() == record && !visitor(payload))
            return;
    }
}

QString asText(const DecodedMessage &message)
{
    QString text = u"%1: %2\n"_s.arg(message.family, message.sentence);
    if (!message.record.isNull())
        text += u"  record %1 %2\n"_s.arg(message.record.table, message.record.sysId);
    for (const DecodedField &field : message.fields) {
        QString value = field.value.display;
        QString raw = field.value.raw;
        if (field.isChange) {
            value = u"%1 → %2"_s.arg(field.before ? field.before->display : u"?"_s, value);
            raw = u"%1 → %2"_s.arg(field.before ? field.before->raw : u"?"_s, raw);
        }
        value.replace(u'\n', u'⏎');
        raw.replace(u'\n', u'⏎');
        text += u"  %1 (%2): %3"_s.arg(field.label, field.name, value);
        text += raw == value ? u"\n"_s : u" [%1]\n"_s.arg(raw);
    }
    if (message.fieldsLeftOut > 0)
        text += u"  … and %1 more\n"_s.arg(message.fieldsLeftOut);
    return text;
}

QString faultOf(const DecodedMessage &message)
{
    const QString &line = message.sentence;
    if (line.isEmpty())
        return u"no sentence"_s;
    if (line.size() > DecodedMessage::longestSentence)
        return u"the sentence is too long"_s;
    if (line != line.simplified() || hasControls(line, false))
        return u"the sentence is not one tidy line"_s;
    if (message.family.isEmpty())
        return u"no family"_s;
    if (message.fields.size() > DecodedMessage::mostFields)
        return u"too many fields"_s;
    if (message.record.table.size() > 200 || message.record.sysId.size() > 200)
        return u"the record's key is too long"_s;
    for (const DecodedField &field : message.fields) {
        if (field.name.size() > 200 || field.label.size() > 300)
            return u"a name is too long"_s;
        if (field.label.isEmpty() || hasControls(field.label + field.name, false))
            return u"a label is not one tidy line"_s;
        if (const QString fault = faultOf(field.value); !fault.isEmpty())
            return fault;
        if (field.before) {
            if (const QString fault = faultOf(*field.before); !fault.isEmpty())
                return fault;
        }
    }
    return {};
}

} // namespace amb::test
