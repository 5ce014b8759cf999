// SPDX-License-Identifier: MIT
#include "core/decode/presencelog.h"

#include "core/oneline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;

PresenceStatus statusOf(const QString &word)
{
    if (word == "typing"_L1)
        return PresenceStatus::Typing;
    if (word == "viewing"_L1)
        return PresenceStatus::Viewing;
    if (word == "entered"_L1)
        return PresenceStatus::Entered;
    if (word == "exited"_L1 || word == "offline"_L1)
        return PresenceStatus::Left;
    if (word == "probably left"_L1)
        return PresenceStatus::ProbablyLeft;
    return PresenceStatus::Other;
}

PresenceStatus aged(const PresenceVisitor &visitor, Timestamp now)
{
    const auto quiet = now - visitor.lastSeen;
    if (visitor.status == PresenceStatus::Left || quiet >= 4 * PresenceLog::interval)
        return PresenceStatus::Left;
    if (quiet >= 2 * PresenceLog::interval)
        return PresenceStatus::ProbablyLeft;
    return visitor.status;
}

QString textIn(const QJsonObject &object, QLatin1StringView field)
{
    return oneLine(object.value(field).toString(), longestName);
}

bool isThere(const PresenceVisitor &visitor)
{
    return visitor.status < PresenceStatus::ProbablyLeft;
}

} // namespace

bool PresenceLog::offer(Row row, Timestamp time, QByteArrayView channel, const QByteArray &message)
{
    const bool isPresenceChannel = channel.startsWith("/sn/rp/") || channel.startsWith("/sp/rp/");
    if (!isPresenceChannel && !message.contains("\"presences\""))
        return false;
    const QJsonObject data = QJsonDocument::fromJson(message).object().value("data"_L1).toObject();
    // Since Jakarta an array, before that one presence by itself.
    if (data.value("presences"_L1).isArray()) {
        for (const auto &presence : data.value("presences"_L1).toArray())
            take(presence.toObject(), row, time, channel);
        return true;
    }
    if (!isPresenceChannel || !data.contains("status"_L1))
        return false;
    take(data, row, time, channel);
    return true;
}

void PresenceLog::take(const QJsonObject &presence, Row row, Timestamp time, QByteArrayView channel)
{
    // The channel names the record too: /sn/rp/<table>/<sys_id>.
    const QStringList segments = QString::fromUtf8(channel).split(u'/');
    QString table = textIn(presence, "table"_L1);
    QString sysId = textIn(presence, "sys_id"_L1);
    if (table.isEmpty())
        table = segments.value(3).left(longestName);
    if (sysId.isEmpty())
        sysId = segments.value(4).left(longestName);
    const QString word = textIn(presence, "status"_L1);
    if (sysId.isEmpty() || word.isEmpty())
        return;
    Record &record = m_records[sysId];
    record.table = table;
    record.last = time;
    const QString userId = textIn(presence, "user_id"_L1);
    QString session = textIn(presence, "session_id"_L1);
    if (session.isEmpty())
        session = userId;
    if (record.sessions.size() >= mostSessions && !record.sessions.contains(session)) {
        const auto oldest = std::ranges::min_element(
            record.sessions, {}, [](const Session &each) { return each.visitor.lastSeen; });
        record.sessions.erase(oldest);
    }
    Session &visit = record.sessions[session];
    visit.userId = userId.isEmpty() ? session : userId;
    visit.visitor.user = textIn(presence, "user_display_name"_L1);
    if (visit.visitor.user.isEmpty())
        visit.visitor.user = textIn(presence, "user_name"_L1);
    visit.visitor.word = word;
    visit.visitor.status = statusOf(word);
    visit.visitor.field = textIn(presence, "field_type"_L1);
    visit.visitor.lastSeen = time;
    visit.visitor.row = row;
    if (m_records.size() > mostRecords)
        makeRoom();
}

void PresenceLog::learnName(const QString &sysId, const QString &name)
{
    const auto record = m_records.find(sysId);
    if (record != m_records.end() && !name.isEmpty())
        record->name = oneLine(name, longestName);
}

QList<PresenceRecord> PresenceLog::at(Timestamp now) const
{
    QList<PresenceRecord> records;
    for (auto it = m_records.begin(); it != m_records.end(); ++it) {
        // One person may have the record open in several tabs.
        QHash<QString, PresenceVisitor> people;
        for (const Session &session : it->sessions) {
            PresenceVisitor visitor = session.visitor;
            visitor.status = aged(visitor, now);
            const auto known = people.constFind(session.userId);
            if (known == people.constEnd()
                || std::tuple(visitor.status, now - visitor.lastSeen)
                    < std::tuple(known->status, now - known->lastSeen))
                people.insert(session.userId, visitor);
        }
        PresenceRecord record{it->table, it.key(), it->name, people.values()};
        std::ranges::sort(record.visitors, {}, [now](const PresenceVisitor &visitor) {
            return std::tuple(!isThere(visitor),
                              isThere(visitor) ? visitor.user : QString(),
                              now - visitor.lastSeen,
                              visitor.user);
        });
        records.append(record);
    }
    std::ranges::sort(records, {}, [](const PresenceRecord &record) {
        const bool isVisited = std::ranges::any_of(record.visitors, isThere);
        return std::tuple(!isVisited, record.table, record.name, record.sysId);
    });
    return records;
}

/// Forgets the record that was heard of longest ago.
void PresenceLog::makeRoom()
{
    const auto oldest = std::ranges::min_element(m_records, {}, &Record::last);
    m_records.erase(oldest);
}

} // namespace amb
