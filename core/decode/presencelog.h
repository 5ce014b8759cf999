// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/row.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>

class QJsonObject;

namespace amb {

/// What somebody does with a record, the most telling first: who has it open in several tabs does
/// the first of it (amb.md § 7.4).
enum class PresenceStatus : quint8 {
    Typing,
    Viewing,
    Entered,
    Other, ///< a word that is not known
    ProbablyLeft, ///< no news for two intervals
    Left, ///< said so, or no news for four intervals
};

/// Somebody who looks at a record, or did.
struct PresenceVisitor
{
    QString user;
    PresenceStatus status = PresenceStatus::Viewing;
    QString field; ///< the field being typed into; empty when it is not told
    QString word; ///< the status as the message says it
    Timestamp lastSeen;
    Row row{}; ///< of the newest message
};

/// A record and who is on it.
struct PresenceRecord
{
    QString table;
    QString sysId;
    QString name; ///< empty when no message called it
    QList<PresenceVisitor> visitors; ///< who is there first, then who was there last
};

/// Who is on which record, from the presence that others publish. It only listens: a monitor that
/// published would be shown to them.
///
/// Whoever is quiet for two intervals has probably left, after four he has (the rules of the
/// classic client; whether the list of newer servers is refreshed as often is not confirmed on a
/// real instance). Bounded: the records that were heard of last are kept.
class PresenceLog
{
public:
    static constexpr std::chrono::seconds interval{20};
    static constexpr qsizetype mostRecords = 500;
    static constexpr qsizetype mostSessions = 200; ///< of a record

    /// Takes a message if it tells of presence; whether it did.
    bool offer(Row row, Timestamp time, QByteArrayView channel, const QByteArray &message);
    /// Whether presence was told of a record.
    [[nodiscard]] bool knows(const QString &sysId) const { return m_records.contains(sysId); }
    /// Notes what other messages call a record, if it is one of ours.
    void learnName(const QString &sysId, const QString &name);

    /// Who is where at a moment, records with visitors first.
    [[nodiscard]] QList<PresenceRecord> at(Timestamp now) const;

private:
    struct Session
    {
        PresenceVisitor visitor;
        QString userId;
    };

    struct Record
    {
        QString table;
        QString name;
        Timestamp last;
        QHash<QString, Session> sessions;
    };

    void take(const QJsonObject &presence, Row row, Timestamp time, QByteArrayView channel);
    void makeRoom();

    QHash<QString, Record> m_records; // by sys_id
};

} // namespace amb
