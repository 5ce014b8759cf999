// SPDX-License-Identifier: MIT
#include "core/decode/chatlog.h"

#include "core/decode/jsonwords.h"
#include "core/decode/parsedmessage.h"
#include "core/decode/recordhistory.h"
#include "core/decode/virtualagentdecoder.h"
#include "core/oneline.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ChatLog)
};

constexpr qsizetype longestText = 8000;
constexpr qsizetype longestName = 120;
constexpr qsizetype mostHeard = 200'000;

/// The time that a message tells in milliseconds, if it does.
std::optional<Timestamp> timeOf(const QJsonValue &milliseconds)
{
    const auto count = qint64(milliseconds.toDouble());
    return count > 0 ? std::optional(Timestamp(std::chrono::milliseconds(count))) : std::nullopt;
}

QString nameIn(const QJsonObject &object, QLatin1StringView field)
{
    return oneLine(object.value(field).toString(), longestName);
}

} // namespace

/// A line on its way into its conversation.
struct ChatLog::Heard
{
    QString conversation;
    ChatConversation::Kind kind = ChatConversation::Kind::Connect;
    QString id; ///< of the message; empty when it has none
    std::optional<Timestamp> said; ///< when, if the message tells
    ChatLine line;
};

namespace {

/// What a member event of Connect says (§ 7.6).
QString memberText(const QString &event, const QString &who)
{
    if (event == "added"_L1)
        return Words::tr("%1 joined").arg(who);
    if (event == "removed"_L1)
        return Words::tr("%1 left").arg(who);
    if (event == "deauthorized"_L1)
        return Words::tr("%1 may no longer read this").arg(who);
    return Words::tr("%1: %2").arg(who, event);
}

/// What the Virtual Agent's decoder says in one line, without the speaker in front.
QString agentWords(const DecodedMessage &decoded, const QString &speaker)
{
    const QString front = speaker + u": "_s;
    return decoded.sentence.startsWith(front) ? decoded.sentence.sliced(front.size())
                                              : decoded.sentence;
}

} // namespace

bool ChatLog::offer(Row row, Timestamp time, QByteArrayView channel, const QByteArray &message)
{
    const bool isConnect = channel.startsWith("/connect/");
    if (!isConnect && !channel.startsWith("/cs/messages/"))
        return false;
    const ParsedMessage parsed = ParsedMessage::of(
        QJsonDocument::fromJson(message).object(), MessageKind::Event, Direction::In);
    const QJsonObject &data = parsed.object;
    Heard heard;
    heard.line.row = row;
    heard.line.time = time;
    if (isConnect && data.contains("formatted_message"_L1)) {
        heard.conversation = nameIn(data, "group"_L1);
        heard.id = nameIn(data, "sys_id"_L1);
        heard.line.who = nameIn(data, "created_by"_L1);
        heard.line.text = data.value("formatted_message"_L1).toString().left(longestText);
        heard.said = timeOf(data.value("timestamp"_L1));
        nameMember(nameIn(data, "profile"_L1), heard.line.who);
    } else if (isConnect && data.contains("event_type"_L1)) {
        const QString event = nameIn(data, "event_type"_L1);
        constexpr auto front = "conversation_member_"_L1;
        heard.conversation = nameIn(data, "event_target"_L1);
        if (heard.conversation.isEmpty())
            heard.conversation = nameIn(data, "group"_L1);
        const QString member = nameIn(data.value("event_data"_L1).toObject(), "member"_L1);
        const QString who = m_names.value(member, Words::tr("Member %1").arg(shortId(member)));
        heard.line.kind = ChatLine::Kind::Event;
        heard.line.text =
            memberText(event.startsWith(front) ? event.sliced(front.size()) : event, who);
    } else if (!isConnect) {
        const QJsonObject said = data.value("data"_L1).toObject();
        if (said.isEmpty())
            return false;
        const DecodedMessage decoded = VirtualAgentDecoder().decode(parsed, NoHistory());
        const auto speaker = std::ranges::find(decoded.fields, u"speaker"_s, &DecodedField::name);
        const QString text = said.value("text"_L1).toString().left(longestText);
        heard.kind = ChatConversation::Kind::Assistant;
        heard.conversation = nameIn(said, "conversationId"_L1);
        heard.id = nameIn(said, "messageId"_L1);
        if (speaker != decoded.fields.end())
            heard.line.who = speaker->value.display;
        if (text.isEmpty() && said.contains("actionMessage"_L1)) {
            heard.line.kind = ChatLine::Kind::Event;
            heard.line.who.clear();
        }
        heard.line.text = text.isEmpty() ? agentWords(decoded, heard.line.who) : text;
        heard.said = timeOf(said.value("sendTime"_L1));
    } else {
        return false;
    }
    add(heard);
    return true;
}

void ChatLog::add(const Heard &heard)
{
    if (!heard.id.isEmpty()) {
        if (m_heard.contains(heard.id))
            return;
        if (m_heard.size() < mostHeard)
            m_heard.insert(heard.id);
    }
    ChatConversation &talk = conversation(heard.conversation, heard.kind);
    if (!heard.line.who.isEmpty() && !talk.people.contains(heard.line.who))
        talk.people.append(heard.line.who);
    ChatLine line = heard.line;
    line.time = heard.said.value_or(line.time);
    line.place = heard.said    ? line.time
        : talk.lines.isEmpty() ? line.time
                               : talk.lines.last().place;
    // What comes late stands where it was said.
    const auto after = std::ranges::upper_bound(talk.lines, line.place, {}, &ChatLine::place);
    talk.lines.insert(after, line);
    if (talk.lines.size() > mostLines)
        talk.lines.removeFirst();
}

ChatConversation &ChatLog::conversation(const QString &id, ChatConversation::Kind kind)
{
    auto known = m_index.constFind(id);
    if (known == m_index.constEnd()) {
        // Whoever invents more conversations than that gets the rest into the last one.
        if (m_conversations.size() == mostConversations)
            return m_conversations.last();
        known = m_index.insert(id, m_conversations.size());
        m_conversations.append({kind, id, {}, {}});
    }
    return m_conversations[*known];
}

void ChatLog::nameMember(const QString &profile, const QString &user)
{
    if (!profile.isEmpty() && !user.isEmpty() && m_names.size() < mostHeard)
        m_names.insert(profile, user);
}

} // namespace amb
