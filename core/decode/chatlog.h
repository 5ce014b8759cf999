// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/row.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace amb {

/// One line of a conversation's transcript.
struct ChatLine
{
    enum class Kind : quint8 {
        Said,
        Event, ///< somebody came or went, a topic began, …
    };

    Kind kind = Kind::Said;
    QString who; ///< empty for events
    QString text; ///< may have line breaks
    Timestamp time; ///< when it was said, as far as the message tells; else when it came
    Timestamp place; ///< what it stands after; the time, unless the message does not tell it
    Row row{};
};

/// A conversation of Connect chat (amb.md § 7.6) or with the Virtual Agent (§ 7.7).
struct ChatConversation
{
    enum class Kind : quint8 {
        Connect,
        Assistant,
    };

    Kind kind = Kind::Connect;
    QString id;
    QStringList people; ///< who said something, in order of their first words
    QList<ChatLine> lines; ///< by place
};

/// The conversations of a capture, put together from what was delivered. It only listens.
///
/// Lines come once, whatever is delivered twice, and stand where their time puts them; what tells
/// no time stands where it came, as the clocks of instance and monitor may differ. Bounded: of a
/// conversation the newest lines are kept, and so many conversations.
class ChatLog
{
public:
    static constexpr qsizetype mostLines = 20'000;
    static constexpr qsizetype mostConversations = 500;

    /// Takes a message if it belongs to a conversation; whether it did.
    bool offer(Row row, Timestamp time, QByteArrayView channel, const QByteArray &message);

    /// In the order in which they began.
    [[nodiscard]] const QList<ChatConversation> &conversations() const { return m_conversations; }

private:
    struct Heard;

    void add(const Heard &heard);
    ChatConversation &conversation(const QString &id, ChatConversation::Kind kind);
    void nameMember(const QString &profile, const QString &user);

    QList<ChatConversation> m_conversations;
    QHash<QString, qsizetype> m_index; // by id
    QSet<QString> m_heard; // ids of messages
    QHash<QString, QString> m_names; // of profiles
};

} // namespace amb
