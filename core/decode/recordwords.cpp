// SPDX-License-Identifier: MIT
#include "core/decode/recordwords.h"

#include "core/decode/channelwords.h"
#include "core/decode/fieldlist.h"
#include "core/decode/journal.h"
#include "core/decode/jsonwords.h"
#include "core/decode/recordhistory.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestName = 100;
constexpr qsizetype longestEntry = 200;
constexpr qsizetype mostSaidChanges = 6;

/// "4 - Low" and "3 - Moderate" say the same by their numbers alone.
void shortenChoices(QString &before, QString &now)
{
    static const QRegularExpression choice(u"^(\\d+) - ."_s);
    const QRegularExpressionMatch first = choice.match(before);
    const QRegularExpressionMatch second = choice.match(now);
    if (!first.hasMatch() || !second.hasMatch())
        return;
    before = first.captured(1);
    now = second.captured(1);
}

QString operationWords(RecordPayload::Operation operation)
{
    switch (operation) {
    case RecordPayload::Operation::Insert:
        return Words::tr("created");
    case RecordPayload::Operation::Update:
        return Words::tr("updated");
    case RecordPayload::Operation::Delete:
        return Words::tr("deleted");
    case RecordPayload::Operation::Unknown:
        break;
    }
    return {};
}

QString actionWords(RecordPayload::Action action)
{
    switch (action) {
    case RecordPayload::Action::Entry:
        return Words::tr("came into the query");
    case RecordPayload::Action::Change:
        return Words::tr("changed within the query");
    case RecordPayload::Action::Exit:
        return Words::tr("left the query");
    case RecordPayload::Action::Unknown:
        break;
    }
    return {};
}

} // namespace

RecordWords::RecordWords(RecordPayload payload, const RecordHistory &history)
    : m_payload(std::move(payload))
    , m_changes(m_payload.changes())
    , m_before(oldValues(m_payload, history))
{ }

QString RecordWords::name() const
{
    const QString name = oneLine(m_payload.displayValue(), longestName);
    if (!name.isEmpty())
        return name;
    const RecordKey &key = m_payload.key();
    const QString id = shortId(key.sysId);
    return key.table.isEmpty() ? id : u"%1 %2"_s.arg(oneLine(key.table, longestName), id);
}

QString RecordWords::by() const
{
    const QStringList users = m_payload.users();
    return users.isEmpty() ? QString() : Words::tr(" by %1").arg(users.join(u", "_s));
}

QString RecordWords::now(const QString &field) const
{
    const auto value = m_payload.value(field);
    return value ? saidValue(value->display) : QString();
}

std::optional<QString> RecordWords::before(const QString &field) const
{
    const auto it = m_before.constFind(field);
    return it == m_before.constEnd() ? std::nullopt : std::optional(saidValue(it->display));
}

QString RecordWords::change(const QString &field) const
{
    QString value = now(field);
    const QString words = wordsOf(field);
    if (value.isEmpty())
        return words;
    if (isJournal(field))
        return Words::tr("%1 added").arg(words);
    auto old = before(field);
    if (!old)
        return u"%1 → %2"_s.arg(words, value);
    shortenChoices(*old, value);
    return u"%1 %2 → %3"_s.arg(words, *old, value);
}

QString RecordWords::changes(const QStringList &without) const
{
    QStringList said;
    qsizetype left = 0;
    for (const QString &field : m_changes) {
        if (without.contains(field))
            continue;
        if (said.size() < mostSaidChanges)
            said.append(change(field));
        else
            ++left;
    }
    const QString list = said.join(u", "_s);
    return left == 0 ? list : Words::tr("%1 and %2 more").arg(list, QString::number(left));
}

QString RecordWords::introduction() const
{
    const QString own = name();
    QString about;
    for (const QString &field : {u"short_description"_s, u"name"_s, u"title"_s, u"subject"_s}) {
        const auto value = m_payload.value(field);
        if (!value || value->display.isEmpty() || value->display == own)
            continue;
        about = saidValue(value->display);
        break;
    }
    QStringList facts;
    for (const QString &field :
         {u"state"_s, u"priority"_s, u"assigned_to"_s, u"assignment_group"_s, u"caller_id"_s}) {
        const auto value = m_payload.value(field);
        if (value && !value->display.isEmpty() && facts.size() < 3)
            facts.append(u"%1 %2"_s.arg(wordsOf(field), saidValue(value->display)));
    }
    const QString list = facts.join(u", "_s);
    if (about.isEmpty())
        return facts.isEmpty() ? QString() : u": "_s + list;
    return facts.isEmpty() ? u": "_s + about : u": %1 (%2)"_s.arg(about, list);
}

QString RecordWords::sentence() const
{
    return sentence(name());
}

QString RecordWords::sentence(const QString &subject) const
{
    switch (m_payload.operation()) {
    case RecordPayload::Operation::Insert:
        return Words::tr("%1 created%2%3").arg(subject, by(), introduction());
    case RecordPayload::Operation::Delete:
        return Words::tr("%1 deleted%2").arg(subject, by());
    case RecordPayload::Operation::Update:
    case RecordPayload::Operation::Unknown:
        break;
    }
    return updateSentence(subject);
}

QString RecordWords::updateSentence(const QString &subject) const
{
    QString start = subject;
    if (m_payload.action() == RecordPayload::Action::Entry)
        start = Words::tr("%1 came into the query").arg(subject);
    else if (m_payload.action() == RecordPayload::Action::Exit)
        start = Words::tr("%1 left the query").arg(subject);
    if (m_changes.isEmpty())
        return start == subject
            ? Words::tr("%1 updated%2, no changed field is named").arg(subject, by())
            : start + by();
    if (m_changes.size() == 1 && isJournal(m_changes.first())) {
        const auto entry = m_payload.value(m_changes.first());
        const QString kind =
            m_changes.first() == "work_notes"_L1 ? Words::tr("work note") : Words::tr("comment");
        return entry ? u"%1: %2%3: %4"_s.arg(
                   start, kind, by(), oneLine(newestEntry(entry->display), longestEntry))
                     : u"%1: %2%3"_s.arg(start, kind, by());
    }
    return u"%1: %2%3"_s.arg(start, changes(), by());
}

DecodedMessage RecordWords::message(const ParsedMessage &message,
                                    const QString &family,
                                    const QString &sentence) const
{
    DecodedMessage decoded;
    decoded.family = family;
    decoded.sentence = sentence;
    decoded.record = m_payload.key();
    FieldList fields;
    addChanges(fields);
    addEnvelope(fields, message);
    fields.moveInto(decoded);
    return decoded;
}

void RecordWords::addChanges(FieldList &fields) const
{
    const bool isUpdate = m_payload.operation() != RecordPayload::Operation::Insert;
    for (const QString &name : m_changes) {
        DecodedField field;
        field.name = name;
        field.label = labelOf(name);
        field.isChange = isUpdate && !isJournal(name);
        if (const auto value = m_payload.value(name))
            field.value = *value;
        else
            field.value.display = Words::tr("(changed, but the message does not tell to what)");
        if (const auto it = m_before.constFind(name); it != m_before.constEnd())
            field.before = *it;
        fields.add(std::move(field));
    }
}

/// Who changed which field; one line where one user changed them all, as with every new record.
void RecordWords::addUsers(FieldList &fields, const QStringList &changed) const
{
    const QString first = changed.isEmpty() ? QString() : m_payload.userOf(changed.first());
    const bool isOne = std::all_of(changed.begin(), changed.end(), [&](const QString &field) {
        return m_payload.userOf(field) == first;
    });
    if (changed.size() > 1 && isOne) {
        fields.addWords(u"changes_with_users"_s, Words::tr("All changed by"), first);
        return;
    }
    for (const QString &field : changed)
        fields.addWords(u"changes_with_users."_s + field,
                        Words::tr("%1 changed by").arg(labelOf(field)),
                        m_payload.userOf(field));
}

void RecordWords::addEnvelope(FieldList &fields, const ParsedMessage &message) const
{
    const QString operation = message.object.value("operation"_L1).toString();
    const QString action = message.object.value("action"_L1).toString();
    fields.addWords(u"display_value"_s, Words::tr("Record"), m_payload.displayValue());
    fields.addWords(u"table_name"_s, Words::tr("Table"), m_payload.key().table);
    fields.add(u"operation"_s,
               Words::tr("Operation"),
               {operationWords(m_payload.operation()), oneLine(operation, longestName)});
    fields.add(u"action"_s,
               Words::tr("In the query"),
               {actionWords(m_payload.action()), oneLine(action, longestName)});
    if (message.channel.startsWith("/rw/"_L1))
        fields.addWords(u"channel"_s, Words::tr("Watched"), channelWords(message.channel));
    addUsers(fields, message.object.value("changes_with_users"_L1).toObject().keys());
    fields.addRest(m_payload.record());
    for (const QString &done : {u"changes"_s, u"changes_with_users"_s, u"record"_s})
        fields.skip(done);
    fields.addRest(message.object);
    fields.addRest(message.ext, u"ext."_s);
}

} // namespace amb
