// SPDX-License-Identifier: MIT
#include "core/instance/recordwatchlint.h"

#include "core/instance/encodedquery.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Rule = WatchLint::Rule;
using Weight = WatchLint::Weight;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::RecordWatchLint)
};

const QString allRecords = u"sys_idISNOTEMPTY"_s;
constexpr qsizetype mostFieldsOfAMessage = 200;

QString joined(const QList<QueryPart> &parts)
{
    return EncodedQuery(parts).toString();
}

/// The query without the parts that `isOut` names and their alternatives: it matches more, never
/// less. Nothing when no condition would be left.
template <typename Predicate>
std::optional<QString> without(const QList<QueryPart> &parts, Predicate isOut)
{
    QList<QueryPart> kept;
    bool beginsNewQuery = false;
    for (qsizetype begin = 0; begin < parts.size();) {
        qsizetype end = begin + 1;
        while (end < parts.size() && parts[end].joint == QueryJoint::Or)
            ++end;
        const auto first = parts.begin() + begin;
        const auto last = parts.begin() + end;
        beginsNewQuery = beginsNewQuery || first->joint == QueryJoint::NewQuery;
        if (std::none_of(first, last, isOut)) {
            kept.append(parts.sliced(begin, end - begin));
            if (beginsNewQuery)
                kept[kept.size() - (end - begin)].joint = QueryJoint::NewQuery;
            beginsNewQuery = false;
        }
        begin = end;
    }
    const EncodedQuery query(kept);
    return query.hasCondition() ? std::optional(query.toString()) : std::nullopt;
}

/// How many letters must change to make one word of the other.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = std::size_t(j);
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({changed, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row[std::size_t(b.size())];
}

/// The known name that is nearest to a mistyped one; empty where none is near.
QString nearest(const QString &name, const QStringList &known)
{
    QString best;
    int bestDistance = int(std::max<qsizetype>(2, name.size() / 3)) + 1;
    for (const QString &each : known) {
        const int away = distance(name, each);
        if (away < bestDistance) {
            best = each;
            bestDistance = away;
        }
    }
    return best;
}

bool meetsEveryRecord(const QueryPart &part)
{
    if (part.field == "sys_id"_L1)
        return part.code == "ISNOTEMPTY"_L1 || (part.code == "!="_L1 && part.value.size() < 32);
    return part.code == "ANYTHING"_L1;
}

/// Looks at one watcher and collects what it finds.
class Lint
{
public:
    Lint(const RecordWatcherName &watcher, const TableKnowledge &knowledge)
        : m_watcher(watcher)
        , m_knowledge(knowledge)
        , m_query(EncodedQuery::parse(watcher.query))
    { }

    QList<WatchLint> all()
    {
        lookAtTable();
        lookAtConditions();
        lookAtFields();
        lookAtEncoding();
        std::ranges::stable_sort(m_found, std::greater(), &WatchLint::weight);
        return m_found;
    }

private:
    void lookAtTable();
    void lookAtNature();
    void lookAtConditions();
    void lookAtFields();
    void lookAtEncoding();
    void lookAtLength();
    [[nodiscard]] bool isEveryRecord() const;
    WatchLint &add(Rule rule, Weight weight, const QString &text)
    {
        m_found.append({rule, weight, text, {}, {}});
        return m_found.last();
    }
    [[nodiscard]] bool has(Weight weight) const
    {
        return std::ranges::any_of(
            m_found, [weight](const WatchLint &each) { return each.weight == weight; });
    }

    const RecordWatcherName &m_watcher;
    const TableKnowledge &m_knowledge;
    EncodedQuery m_query;
    QList<WatchLint> m_found;
};

void Lint::lookAtTable()
{
    static const QRegularExpression name(u"^[a-z0-9_]+$"_s);
    const QString &table = m_watcher.table;
    if (table.isEmpty()) {
        add(Rule::NoTable,
            Weight::Refusal,
            Words::tr("The table is missing: name one, such as incident."));
        return;
    }
    if (!name.match(table).hasMatch()) {
        WatchLint &lint = add(Rule::BadTableName,
                              Weight::Refusal,
                              Words::tr("“%1” is no table's name: names have small letters, digits "
                                        "and “_”, such as incident or u_my_table.")
                                  .arg(table));
        if (name.match(table.toLower()).hasMatch())
            lint.betterTable = table.toLower();
        return;
    }
    if (!m_knowledge.tables.isEmpty() && !m_knowledge.tables.contains(table)) {
        const QString near = nearest(table, m_knowledge.tables);
        WatchLint &lint =
            add(Rule::UnknownTable,
                Weight::Warning,
                near.isEmpty()
                    ? Words::tr("The instance shows this user no table “%1”: check the name.")
                          .arg(table)
                    : Words::tr("The instance shows this user no table “%1”: is it %2?")
                          .arg(table, near));
        if (!near.isEmpty())
            lint.betterTable = near;
    }
    lookAtNature();
}

void Lint::lookAtNature()
{
    const QString &table = m_watcher.table;
    const TableNature nature = m_knowledge.isRemote ? TableNature::Remote : tableNature(table);
    switch (nature) {
    case TableNature::Refused:
        add(Rule::RefusedTable,
            Weight::Refusal,
            Words::tr("%1 cannot be watched: it belongs to the bus itself, and each message would "
                      "make another. Watch the table whose records you are after.")
                .arg(table));
        break;
    case TableNature::Rotated:
        add(Rule::UnsupportedTable,
            Weight::Warning,
            Words::tr("%1 is kept in rotating shards, of which record watchers see nothing: the "
                      "subscription is confirmed and stays quiet. Read the table itself.")
                .arg(table));
        break;
    case TableNature::Remote:
        add(Rule::UnsupportedTable,
            Weight::Warning,
            Words::tr("%1 is computed when it is read, so that no change of it is ever told. Watch "
                      "the table that the data come from.")
                .arg(table));
        break;
    case TableNature::View:
        add(Rule::UnsupportedTable,
            Weight::Warning,
            Words::tr("%1 is a database view: nothing is written to it, so nothing is told. Watch "
                      "the tables that it joins.")
                .arg(table));
        break;
    case TableNature::LongText:
        add(Rule::LongRecords,
            Weight::Hint,
            Words::tr("Records of %1 are often longer than the 8 KB that a message may have: their "
                      "long fields can come cut or not at all. Watch for the fact and read the "
                      "record when it comes.")
                .arg(table));
        break;
    case TableNature::Task:
    case TableNature::Ordinary:
        if (m_knowledge.fields.size() > mostFieldsOfAMessage)
            add(Rule::LongRecords,
                Weight::Hint,
                Words::tr("%1 has %2 fields, and a message may have 8 KB: a new record with most "
                          "of them filled can come cut. Changes of single fields fit.")
                    .arg(table, QLocale().toString(m_knowledge.fields.size())));
        break;
    }
    if (m_watcher.responder.startsWith("count"))
        add(Rule::CountDrifts,
            Weight::Hint,
            Words::tr("A count comes as changes such as +1: a message that is lost makes the total "
                      "wrong for good. Watch the records (responder default) to be sure."));
}

bool Lint::isEveryRecord() const
{
    const QList<QueryPart> &parts = m_query.parts();
    return std::ranges::all_of(parts, [](const QueryPart &part) {
        return part.isCondition() ? meetsEveryRecord(part) : part.kind != QueryPart::Kind::Unknown;
    });
}

void Lint::lookAtConditions()
{
    const bool isTask = tableNature(m_watcher.table) == TableNature::Task;
    if (isTask && isEveryRecord()) {
        add(Rule::WholeTask,
            Weight::Warning,
            Words::tr("All of task is watched: every incident, change, request and approval task "
                      "of everybody, often many a second. Watch one kind of task, or those of one "
                      "group."))
            .betterQuery = u"active=true^sys_class_name=incident"_s;
    }
    if (!m_query.hasCondition()) {
        WatchLint &lint =
            add(Rule::NoCondition,
                Weight::Refusal,
                Words::tr("There is no condition, and an instance takes no empty query. Lists that "
                          "show everything watch %1.")
                    .arg(allRecords));
        if (!isTask)
            lint.betterQuery = allRecords;
        return;
    }
    if (!isTask && isEveryRecord())
        add(Rule::EveryRecord,
            Weight::Hint,
            Words::tr("Every record of the table is watched. On a busy table a condition keeps the "
                      "traffic readable, such as active=true."))
            .betterQuery = u"active=true"_s;
}

void Lint::lookAtFields()
{
    const QList<QueryPart> &parts = m_query.parts();
    const QStringList &fields = m_knowledge.fields;
    bool hasDotWalk = false;
    QStringList notUnderstood;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QueryPart &part = parts[i];
        if (part.kind == QueryPart::Kind::Unknown)
            notUnderstood.append(part.text);
        if (!part.isCondition())
            continue;
        hasDotWalk = hasDotWalk || part.isDotWalked();
        const QString field = part.field.section(u'.', 0, 0);
        if (fields.isEmpty() || fields.contains(field))
            continue;
        const QString near = nearest(field, fields);
        QList<QueryPart> mended = parts;
        mended[i].field.replace(0, field.size(), near);
        WatchLint &lint =
            add(Rule::UnknownField,
                Weight::Warning,
                near.isEmpty()
                    ? Words::tr("%1 has no field “%2”: the instance leaves this condition out, and "
                                "then more matches than is meant.")
                          .arg(m_watcher.table, field)
                    : Words::tr("%1 has no field “%2” – is it %3? The instance leaves such a "
                                "condition out, and then more matches than is meant.")
                          .arg(m_watcher.table, field, near));
        if (!near.isEmpty())
            lint.betterQuery = joined(mended);
    }
    if (hasDotWalk)
        add(Rule::DotWalk,
            Weight::Warning,
            Words::tr("Dot-walked fields are looked up when the record itself changes; a change of "
                      "the other record is not told, and on some tables such a condition never "
                      "holds. Compare the reference itself (assigned_to=<sys_id>), or filter the "
                      "list here."))
            .betterQuery = without(parts, [](const QueryPart &part) { return part.isDotWalked(); });
    if (!notUnderstood.isEmpty())
        add(Rule::NotUnderstood,
            Weight::Warning,
            Words::tr("“%1” has no operator that is known. It is sent as it stands; what an "
                      "instance does not understand it leaves out, and then more matches than is "
                      "meant.")
                .arg(notUnderstood.join(u"”, “"_s)))
            .betterQuery = without(
            parts, [](const QueryPart &part) { return part.kind == QueryPart::Kind::Unknown; });
}

void Lint::lookAtEncoding()
{
    const QString &query = m_watcher.query;
    const QList<QueryPart> &parts = m_query.parts();
    const auto isSort = [](const QueryPart &part) {
        return part.kind == QueryPart::Kind::Sort;
    };
    if (std::ranges::any_of(parts, isSort))
        add(Rule::Sorted,
            Weight::Hint,
            Words::tr("Sorting and grouping mean nothing to a watcher; the browser takes ^ORDERBY "
                      "away before it subscribes."))
            .betterQuery = without(parts, isSort);
    const auto isCut = [](const QueryPart &part) {
        return part.kind == QueryPart::Kind::Unknown && part.joint == QueryJoint::And
            && part.text.startsWith("EQ"_L1);
    };
    if (std::any_of(parts.begin() + qsizetype(!parts.isEmpty()), parts.end(), isCut))
        add(Rule::EqualsCut,
            Weight::Warning,
            Words::tr(
                "The browser takes every “^EQ” away, also at the beginning of a name: here it "
                "spoils a condition. Put that condition first."));
    const bool isAscii = std::ranges::all_of(query, [](QChar c) { return c.unicode() < 0x80; });
    if (!isAscii)
        add(Rule::NotAscii,
            Weight::Hint,
            Words::tr(
                "The query has characters beyond ASCII. They are sent as UTF-8; browsers send "
                "some of them otherwise, and which form an instance understands is not known. "
                "Compare sys_ids or choice values where that is possible."));
    lookAtLength();
}

void Lint::lookAtLength()
{
    const QByteArray channel =
        RecordWatcherName::encode(m_watcher.responder, m_watcher.table, m_watcher.query);
    if (channel.size() > longestWatchChannel)
        add(Rule::TooLong,
            Weight::Warning,
            Words::tr(
                "The channel's name is %1 bytes long. Above %2 some proxies cut or refuse it, "
                "and every message carries it within its 8 KB. Watch fewer conditions, or "
                "several smaller watchers, and filter the list here.")
                .arg(QLocale().toString(channel.size()), QLocale().toString(longestWatchChannel)));
    if (m_query.hasCondition() && channel.endsWith('/'))
        add(Rule::SlashAtEnd,
            Weight::Warning,
            Words::tr("The encoded query ends with “/”, which servers drop from a channel's name, "
                      "and with it the query's last character. Another condition moves the end."))
            .betterQuery = RecordWatcherName::strip(m_watcher.query) + u"^"_s + allRecords;
}

} // namespace

QList<WatchLint> lintRecordWatch(const RecordWatcherName &watcher, const TableKnowledge &knowledge)
{
    return Lint(watcher, knowledge).all();
}

} // namespace amb
