// SPDX-License-Identifier: MIT
#include "core/demo/talkstory.h"

#include "core/demo/incidentstory.h"
#include "core/demo/orderedobject.h"

#include <QLocale>

#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr auto conversation = "cd11cd11cd11cd11cd11cd11cd11cd11"_L1;

struct Line
{
    qsizetype speaker;
    QLatin1StringView text;
};

constexpr std::array lines{
    Line{1, "Morning! Who is on site today?"_L1},
    Line{0, "Me, until four."_L1},
    Line{2, "I am at the north building, back at noon."_L1},
    Line{1, "Door 4 is complaining again."_L1},
    Line{0, "I have a look. Is it the reader or the lock?"_L1},
    Line{1, "The reader, it stays red."_L1},
    Line{2, "There is a spare one in the archive, shelf 3."_L1},
    Line{0, "Found it, thanks."_L1},
    Line{1, "Lunch at 12?"_L1},
    Line{2, "Yes please."_L1},
    Line{0, "Make it 12:30, I am on the roof."_L1},
    Line{2, "Can somebody move my card to Waiting? The lamp comes on Thursday."_L1},
    Line{1, "Done."_L1},
    Line{0, "Door 4 is green. Closing the incident."_L1},
    Line{2, "The lift people call back at three."_L1},
    Line{1, "I take that call."_L1},
};

constexpr qsizetype linesBetweenMembers = 7;

constexpr auto topic = "3ffda46773760300d63a566a4cf6a7dd"_L1;

/// A turn of the conversation with the Virtual Agent, which begins anew after the last.
struct Turn
{
    enum class Kind {
        Asks, ///< a control of the Virtual Agent
        Says, ///< the user
        Shows, ///< text of the Virtual Agent
        Acts, ///< the conversation goes to another state
    };

    Kind kind;
    QLatin1StringView text; ///< label, words, or the name of the action
};

constexpr std::array turns{
    Turn{Turn::Kind::Acts, "StartTopic"_L1},
    Turn{Turn::Kind::Asks, "Please describe the issue."_L1},
    Turn{Turn::Kind::Says, "Door 4 is offline"_L1},
    Turn{Turn::Kind::Asks, "How urgent is it?"_L1},
    Turn{Turn::Kind::Says, "People cannot get in"_L1},
    Turn{Turn::Kind::Shows, "Thank you. An incident was opened for you."_L1},
    Turn{Turn::Kind::Acts, "TopicFinished"_L1},
};

} // namespace

TalkStory::TalkStory(DemoWorld &world)
    : m_world(world)
{
    for (qsizetype i = 0; i < DemoWorld::agents().size(); ++i)
        m_visitors += {m_world.random.sysId(), Status::Away};
}

QByteArray TalkStory::chatChannel()
{
    return "/connect/message/" + DemoWorld::demoUser().profileId.toLatin1();
}

QByteArray TalkStory::membershipChannel()
{
    return "/connect/" + DemoWorld::demoUser().profileId.toLatin1();
}

QByteArray TalkStory::assistantChannel()
{
    return "/cs/messages/9c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f";
}

QByteArray TalkStory::presenceChannel()
{
    return "/sn/rp/incident/" + QByteArray(IncidentStory::watchedIncident.data());
}

DemoHappening TalkStory::nextOfChat()
{
    if (m_nextLine / linesBetweenMembers > m_memberships)
        return membership();
    const Line &line = lines.at(size_t(m_nextLine) % lines.size());
    ++m_nextLine;
    const DemoPerson &speaker = DemoWorld::agents().at(line.speaker);
    OrderedObject data;
    data.text("sys_id", QString::fromLatin1(m_world.random.sysId()))
        .text("group", QString(conversation))
        .text("formatted_message", QString(line.text))
        .text("created_on", m_world.clock.toString(u"yyyy-MM-dd HH:mm:ss"_s))
        .text("created_by", speaker.userName)
        .text("profile", speaker.profileId)
        .number("timestamp", m_world.clock.toMSecsSinceEpoch())
        .text("reflected_field", u"comments")
        .text("id", u"m-%1"_s.arg(m_nextLine))
        .json("mentions", "[]")
        .json("links", "[]")
        .json("attachments", "[]");
    return DemoMessage{chatChannel(), data.toJson(), speaker.userName, m_world.random.sysId()};
}

/// Somebody leaves the chat, or comes back.
DemoHappening TalkStory::membership()
{
    const DemoPerson &who = DemoWorld::agents().at(2);
    const bool leaves = m_memberships++ % 2 == 0;
    const QByteArray data =
        OrderedObject()
            .text("event_type",
                  leaves ? u"conversation_member_removed" : u"conversation_member_added")
            .object("event_data", OrderedObject().text("member", who.profileId))
            .text("event_target", QString(conversation))
            .toJson();
    return DemoMessage{membershipChannel(), data, who.userName, m_world.random.sysId()};
}

DemoHappening TalkStory::nextOfAssistant()
{
    const Turn &turn = turns.at(size_t(m_nextTurn++) % turns.size());
    const DemoPerson &user = DemoWorld::agents().at(0);
    const bool isUser = turn.kind == Turn::Kind::Says;
    const bool isAction = turn.kind == Turn::Kind::Acts;
    const QString text(turn.text);
    OrderedObject said;
    said.text("@class", isAction ? u".ActionMessageDto" : u".MessageDto")
        .text("messageId", QString::fromLatin1(m_world.random.sysId()))
        .text("sessionId", u"47fde42773760300d63a566a4cf6a7cc")
        .text("conversationId", QString(topic))
        .text("taskId", u"33fda46773760300d63a566a4cf6a7bb")
        .text("sequence", QString::number(m_nextTurn, 16).rightJustified(18, u'0'))
        .number("sendTime", m_world.clock.toMSecsSinceEpoch())
        .number("receiveTime", 0)
        .flag("isAgent", false)
        .json("links", "[]")
        .text("direction", isUser ? u"inbound" : u"outbound");
    if (isAction)
        said.object("actionMessage", OrderedObject().text("type", text));
    else if (turn.kind == Turn::Kind::Asks)
        said.object(
            "richControl",
            OrderedObject()
                .text("uiType", u"InputText")
                .object("model", OrderedObject().text("type", u"field"))
                .object("uiMetadata", OrderedObject().text("label", text).flag("required", true)));
    else
        said.text("text", text);
    if (isUser)
        said.object("sender",
                    OrderedObject()
                        .text("sysId", user.sysId)
                        .text("name", user.displayName)
                        .text("avatarPath", u""));
    const QByteArray data = OrderedObject()
                                .text("type",
                                      isAction     ? u"actionMessage"
                                          : isUser ? u"consumerTextMessage"
                                                   : u"systemTextMessage")
                                .object("data", said)
                                .text("source", isUser ? u"client" : u"server")
                                .toJson();
    return DemoMessage{assistantChannel(), data, user.userName, m_world.random.sysId()};
}

DemoHappening TalkStory::nextOfPresence()
{
    const qsizetype index = m_world.random.below(m_visitors.size());
    const DemoPerson &person = DemoWorld::agents().at(index);
    Visitor &visitor = m_visitors[index];
    QString word;
    switch (visitor.status) {
    case Status::Away:
        visitor.status = Status::Entered;
        word = u"entered"_s;
        break;
    case Status::Entered:
        visitor.status = Status::Viewing;
        word = u"viewing"_s;
        break;
    case Status::Viewing: {
        const bool types = m_world.random.below(3) > 0;
        visitor.status = types ? Status::Typing : Status::Away;
        word = types ? u"typing"_s : u"exited"_s;
        break;
    }
    case Status::Typing:
        visitor.status = Status::Viewing;
        word = u"viewing"_s;
        break;
    }
    OrderedObject presence;
    presence.text("status", word)
        .text("session_id", QString::fromLatin1(visitor.sessionId))
        .text("user_name", person.userName)
        .text("user_id", person.sysId)
        .text("user_display_name", person.displayName)
        .text("user_initials", person.initials)
        .text("user_avatar", u"")
        .text("ua", u"Mozilla/5.0 (X11; Linux x86_64)")
        .text("table", u"incident")
        .text("sys_id", QString(IncidentStory::watchedIncident));
    if (visitor.status == Status::Typing)
        presence.text("field_type", u"work_notes");
    presence.text("time", QLocale::c().toString(m_world.clock, u"ddd MMM dd yyyy HH:mm:ss"_s));
    const QByteArray data =
        OrderedObject().json("presences", jsonArray({presence.toJson()})).toJson();
    return DemoMessage{presenceChannel(), data, person.userName, m_world.random.sysId()};
}

} // namespace amb
