// SPDX-License-Identifier: MIT
#include "core/decode/decoderule.h"

#include "core/jsonreader.h"
#include "core/oneline.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DecodeRules)
};

constexpr qsizetype largestFile = 1'000'000;
constexpr qsizetype mostRules = 1000;
constexpr qsizetype mostFields = 100;

/// Reads rules with their places in the text. Stops at the first fault.
class RuleReader
{
public:
    explicit RuleReader(QByteArrayView text)
        : m_text(text)
    { }

    Result<QList<DecodeRule>> read();

private:
    void fail(qsizetype offset, const QString &words);
    [[nodiscard]] bool isText(const JsonValue &value, const QString &name);
    [[nodiscard]] QString nameOf(const JsonMember &member) const;
    [[nodiscard]] QString textOf(const JsonValue &value) const;
    template <typename Parsed>
    void readAs(const JsonValue &value, const QString &name, Parsed &out);

    DecodeRule readRule(const JsonValue &value);
    void readMember(const JsonMember &member, DecodeRule &rule);
    void readConditions(const JsonValue &value, DecodeRule &rule);
    void readFields(const JsonValue &value, DecodeRule &rule);
    void readField(const JsonValue &value, DecodeRule &rule);
    void readRecord(const JsonValue &value, DecodeRule &rule);

    QByteArrayView m_text;
    std::optional<Error> m_error;
};

void RuleReader::fail(qsizetype offset, const QString &words)
{
    if (m_error)
        return;
    const TextPosition position = positionOf(m_text, offset);
    m_error =
        Error{ErrorKind::Input,
              Words::tr("line %1, column %2: %3")
                  .arg(QString::number(position.line), QString::number(position.column), words),
              {}};
}

QString RuleReader::nameOf(const JsonMember &member) const
{
    return jsonStringText(m_text.sliced(member.nameBegin, member.nameEnd - member.nameBegin), 1000);
}

QString RuleReader::textOf(const JsonValue &value) const
{
    return jsonStringText(m_text.sliced(value.begin, value.end - value.begin));
}

bool RuleReader::isText(const JsonValue &value, const QString &name)
{
    if (value.type == JsonType::String)
        return true;
    fail(value.begin, Words::tr("\"%1\" is to be a text in double quotes.").arg(name));
    return false;
}

template <typename Parsed>
void RuleReader::readAs(const JsonValue &value, const QString &name, Parsed &out)
{
    if (!isText(value, name))
        return;
    auto parsed = Parsed::parse(textOf(value));
    if (parsed)
        out = std::move(parsed).value();
    else
        fail(value.begin, parsed.error().text);
}

Result<QList<DecodeRule>> RuleReader::read()
{
    if (m_text.size() > largestFile)
        return Error{ErrorKind::Input, Words::tr("The file is larger than 1 MB."), {}};
    if (const auto error = checkJson(m_text)) {
        fail(error->offset, error->text + u'.');
        return *m_error;
    }
    QList<DecodeRule> rules;
    const JsonValue outermost = outermostJson(m_text);
    bool hasRules = false;
    if (outermost.type == JsonType::Object) {
        JsonMembers members(m_text, outermost);
        while (const auto member = members.next()) {
            if (nameOf(*member) != "rules"_L1) {
                fail(member->nameBegin,
                     Words::tr("There is no \"%1\" here; the file holds \"rules\" alone.")
                         .arg(oneLine(nameOf(*member), 60)));
                break;
            }
            hasRules = member->value.type == JsonType::Array;
            if (!hasRules)
                break;
            JsonMembers list(m_text, member->value);
            while (const auto rule = list.next()) {
                if (rules.size() == mostRules)
                    fail(rule->value.begin,
                         Words::tr("A file holds at most %1 rules.").arg(mostRules));
                if (m_error)
                    break;
                rules.append(readRule(rule->value));
            }
        }
    }
    if (!hasRules)
        fail(outermost.begin,
             Words::tr("The file is to be {\"rules\": […]}, with a list of rules."));
    if (m_error)
        return *m_error;
    return rules;
}

DecodeRule RuleReader::readRule(const JsonValue &value)
{
    DecodeRule rule;
    if (value.type != JsonType::Object) {
        fail(value.begin,
             Words::tr("A rule is to be an object {…} with \"channel\" and \"sentence\"."));
        return rule;
    }
    QStringList names;
    JsonMembers members(m_text, value);
    while (const auto member = members.next()) {
        if (names.contains(nameOf(*member)))
            fail(member->nameBegin,
                 Words::tr("\"%1\" stands twice in this rule.").arg(nameOf(*member)));
        names.append(nameOf(*member));
        readMember(*member, rule);
        if (m_error)
            return rule;
    }
    for (const QString &needed : {u"channel"_s, u"sentence"_s}) {
        if (!names.contains(needed))
            fail(value.begin, Words::tr("This rule has no \"%1\".").arg(needed));
    }
    return rule;
}

void RuleReader::readMember(const JsonMember &member, DecodeRule &rule)
{
    const QString name = nameOf(member);
    if (name == "name"_L1) {
        if (isText(member.value, name))
            rule.name = oneLine(textOf(member.value), 60);
    } else if (name == "channel"_L1) {
        readAs(member.value, name, rule.channel);
    } else if (name == "when"_L1) {
        readConditions(member.value, rule);
    } else if (name == "sentence"_L1) {
        readAs(member.value, name, rule.sentence);
    } else if (name == "fields"_L1) {
        readFields(member.value, rule);
    } else if (name == "record"_L1) {
        readRecord(member.value, rule);
    } else {
        fail(member.nameBegin,
             Words::tr("A rule has no \"%1\"; it has name, channel, when, sentence, fields and "
                       "record.")
                 .arg(oneLine(name, 60)));
    }
}

void RuleReader::readConditions(const JsonValue &value, DecodeRule &rule)
{
    if (value.type != JsonType::Object) {
        fail(value.begin,
             Words::tr("\"when\" is to be an object of paths and the values they must have, as "
                       "{\"data.type\": \"done\"}."));
        return;
    }
    JsonMembers members(m_text, value);
    while (const auto member = members.next()) {
        auto path = JsonPath::parse(nameOf(*member));
        if (!path)
            return fail(member->nameBegin, path.error().text);
        if (member->value.isContainer())
            return fail(member->value.begin,
                        Words::tr("A value to compare with is a text, a number, true, false or "
                                  "null."));
        const QByteArrayView bytes =
            m_text.sliced(member->value.begin, member->value.end - member->value.begin);
        rule.conditions.append({std::move(path).value(),
                                member->value.type == JsonType::String ? textOf(member->value)
                                                                       : QString::fromUtf8(bytes)});
    }
}

void RuleReader::readFields(const JsonValue &value, DecodeRule &rule)
{
    if (value.type != JsonType::Array)
        return fail(value.begin, Words::tr("\"fields\" is to be a list of paths or fields."));
    JsonMembers members(m_text, value);
    while (const auto member = members.next()) {
        if (rule.fields.size() == mostFields)
            fail(member->value.begin, Words::tr("A rule has at most %1 fields.").arg(mostFields));
        if (m_error)
            return;
        readField(member->value, rule);
    }
}

void RuleReader::readField(const JsonValue &value, DecodeRule &rule)
{
    DecodeRule::Field field;
    if (value.type == JsonType::String) {
        readAs(value, u"fields"_s, field.path);
        rule.fields.append(std::move(field));
        return;
    }
    if (value.type != JsonType::Object)
        return fail(value.begin,
                    Words::tr("A field is to be a path in double quotes, or an object with "
                              "\"path\" and \"label\"."));
    JsonMembers members(m_text, value);
    while (const auto member = members.next()) {
        const QString name = nameOf(*member);
        if (name == "label"_L1) {
            if (isText(member->value, name))
                field.label = oneLine(textOf(member->value), 60);
        } else if (name == "path"_L1) {
            readAs(member->value, name, field.path);
        } else if (name == "before"_L1) {
            JsonPath before;
            readAs(member->value, name, before);
            field.before = before;
        } else {
            return fail(member->nameBegin,
                        Words::tr("A field has no \"%1\"; it has label, path and before.")
                            .arg(oneLine(name, 60)));
        }
    }
    if (field.path.text().isEmpty())
        return fail(value.begin, Words::tr("This field has no \"path\"."));
    rule.fields.append(std::move(field));
}

void RuleReader::readRecord(const JsonValue &value, DecodeRule &rule)
{
    if (value.type != JsonType::Object)
        return fail(value.begin,
                    Words::tr("\"record\" is to be an object with \"table\" and \"sys_id\"."));
    JsonMembers members(m_text, value);
    while (const auto member = members.next()) {
        const QString name = nameOf(*member);
        if (name == "table"_L1)
            readAs(member->value, name, rule.table);
        else if (name == "sys_id"_L1)
            readAs(member->value, name, rule.sysId);
        else
            return fail(member->nameBegin,
                        Words::tr("A record has no \"%1\"; it has table and sys_id.")
                            .arg(oneLine(name, 60)));
    }
}

} // namespace

Result<QList<DecodeRule>> parseDecodeRules(QByteArrayView json)
{
    return RuleReader(json).read();
}

} // namespace amb
