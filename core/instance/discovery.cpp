// SPDX-License-Identifier: MIT
#include "core/instance/discovery.h"

#include "core/oneline.h"
#include "core/recordwatchername.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Discovery)
};

struct Family
{
    const char *prefix; ///< of the channels, without the slash behind it
    const char *name;
    const char *purpose;
    const char *example;
};

#define SAY(text) QT_TRANSLATE_NOOP("amb::Discovery", text)

constexpr const char *presenceName = SAY("Record presence");
constexpr const char *presencePurpose = SAY("Who is viewing or editing a record.");
constexpr const char *countName = SAY("Record counts");
constexpr const char *countPurpose = SAY("How the number of records of a query changes.");
constexpr const char *activityName = SAY("Activity streams");
constexpr const char *activityPurpose = SAY("New entries in the activity stream of a record.");
constexpr const char *agentName = SAY("Build Agent");
constexpr const char *agentPurpose = SAY("What the Build Agent says in a conversation.");

// The longer prefix before the shorter one.
constexpr std::array families{
    Family{"/rw/count2", countName, countPurpose, "/rw/count2/<table>/<query>"},
    Family{"/rw/count", countName, countPurpose, "/rw/count/<table>/<query>"},
    Family{"/rw/graphql",
           SAY("GraphQL watchers"),
           SAY("Results of GraphQL subscriptions of a workspace."),
           "/rw/graphql/<hash>"},
    Family{"/rw",
           SAY("Record watchers"),
           SAY("Records that come into a query's result, change in it or leave it; the query "
               "stands in the name as base64."),
           "/rw/default/<table>/<query>"},
    Family{"/sn/rp", presenceName, presencePurpose, "/sn/rp/<table>/<sys_id>"},
    Family{"/sp/rp", presenceName, presencePurpose, "/sp/rp/<table>/<sys_id>"},
    Family{"/sn/meta/channel_redirect",
           SAY("Channel redirects"),
           SAY("Moves one client from a channel to another; each client gets only its own."),
           "/sn/meta/channel_redirect/<client id>"},
    Family{"/connect/support",
           SAY("Chat queues"),
           SAY("Queues of chats that wait for an agent."),
           "/connect/support/queues"},
    Family{"/connect",
           SAY("Connect chat"),
           SAY("Conversations of Connect chat and who is in them."),
           "/connect/<profile>"},
    Family{"/notifications",
           SAY("Notifications"),
           SAY("What pops up on a user's desktop."),
           "/notifications/<profile>"},
    Family{"/cs/messages",
           SAY("Virtual Agent"),
           SAY("A conversation with the Virtual Agent or a live agent."),
           "/cs/messages/<chat>"},
    Family{"/cs/support_queue",
           SAY("Waiting times"),
           SAY("How long a support queue keeps waiting."),
           "/cs/support_queue/<query>"},
    Family{"/history/update", activityName, activityPurpose, "/history/update/<table>/<sys_id>"},
    Family{"/activity/ui16/edit", activityName, activityPurpose, "/activity/ui16/edit/<sys_id>"},
    Family{"/activity", activityName, activityPurpose, "/activity/ui16/<sys_id>"},
    Family{"/uxbannerannouncements",
           SAY("Announcements"),
           SAY("Banners above every page of Next Experience."),
           ""},
    Family{"/openframe",
           SAY("Telephony"),
           SAY("The state of agents at the phone (OpenFrame)."),
           "/openframe/agent_status"},
    Family{"/mid/server",
           SAY("MID Servers"),
           SAY("Wakes a MID Server up to read its queue."),
           "/mid/server/<sys_id>"},
    Family{"/flow/execution",
           SAY("Flows"),
           SAY("How the run of a flow ended."),
           "/flow/execution/<context>"},
    Family{"/weba", SAY("Web analytics"), SAY("Settings of web analytics."), "/weba/config"},
    Family{"/build_agent_core", agentName, agentPurpose, "/build_agent_core/stream/<conversation>"},
    Family{"/build_agent", agentName, agentPurpose, "/build_agent/stream/<conversation>"},
    Family{"/service",
           SAY("Requests"),
           SAY("Takes requests of clients; nothing is delivered to others."),
           ""},
    Family{"/demo", SAY("Demo"), SAY("Channels of the demo instance to try things out."), ""},
};

#undef SAY

bool isBelow(QByteArrayView channel, QByteArrayView prefix)
{
    return channel.startsWith(prefix)
        && (channel.size() == prefix.size() || channel[prefix.size()] == '/');
}

const Family *find(QByteArrayView channel)
{
    const auto found = std::ranges::find_if(
        families, [channel](const Family &family) { return isBelow(channel, family.prefix); });
    return found == families.end() ? nullptr : &*found;
}

/// Whether a pattern with `/*` or `/**` at its end, or a name, covers a channel.
bool covers(QByteArrayView pattern, QByteArrayView channel)
{
    if (pattern.endsWith("/**"))
        return channel.startsWith(pattern.chopped(2)) && channel.size() > pattern.size() - 2;
    if (!pattern.endsWith("/*"))
        return pattern == channel;
    const qsizetype prefix = pattern.size() - 1;
    return channel.startsWith(pattern.first(prefix)) && channel.size() > prefix
        && channel.lastIndexOf('/') == prefix - 1;
}

/// A channel's name out of a row; empty when there is none.
QByteArray channelOf(const TableRow &row, const QStringList &fields)
{
    for (const QString &field : fields) {
        const TableField held = row.value(field);
        for (const QString &text : {held.value, held.display}) {
            const QByteArray channel = text.trimmed().toUtf8();
            if (channel.startsWith('/') && channel.size() > 1)
                return channel;
        }
    }
    return {};
}

bool isTrue(const TableField &field)
{
    return field.value == "true"_L1 || field.value == "1"_L1;
}

/// What the name of a record watcher asks for, in words; empty for other channels.
QString watchedWords(const QByteArray &channel)
{
    constexpr qsizetype longest = 200;
    const auto watcher = RecordWatcherName::decode(channel);
    if (!watcher || watcher->table.isEmpty())
        return {};
    return oneLine(watcher->table + u' ' + watcher->query, longest).trimmed();
}

QString userOf(const TableRow &presence)
{
    const QString userName = presence.value(u"user_name"_s).value;
    const QString person = presence.value(u"user"_s).display;
    if (userName.isEmpty() && person.isEmpty())
        return Words::tr("nobody signed in");
    return oneLine(userName.isEmpty() ? person : userName, 80);
}

struct Presence
{
    QByteArray channel;
    QString user;
};

/// Which fields hold what is put together from third parties' words (amb.md § 6), not confirmed on
/// a real instance: so every field that may hold a channel is looked at.
QList<Presence> presencesOf(const TableRows &rows)
{
    QList<Presence> presences;
    for (const TableRow &row : rows) {
        const QByteArray channel =
            channelOf(row, {u"channel_id"_s, u"channel"_s, u"channel_name"_s, u"name"_s});
        const bool hasLeft =
            row.value(u"event_type"_s).value.contains("unsubscribe"_L1, Qt::CaseInsensitive);
        if (!channel.isEmpty() && !hasLeft)
            presences.append({channel, userOf(row)});
    }
    return presences;
}

void add(DiscoveredChannel &channel, const Presence &presence)
{
    ++channel.subscriptions;
    const auto at = std::ranges::lower_bound(channel.users, presence.user);
    if (at == channel.users.end() || *at != presence.user)
        channel.users.insert(at, presence.user);
}

} // namespace

ChannelFamily familyOf(QByteArrayView channel)
{
    if (const Family *family = find(channel))
        return {Words::tr(family->name), Words::tr(family->purpose), family->example};
    return {Words::tr("Custom"), Words::tr("A channel of an application of this instance."), {}};
}

QByteArray DiscoveredChannel::toSubscribe() const
{
    const Family *known = find(channel);
    // Rows of some releases may name the place of a family instead of a pattern.
    const bool isRoot = known && channel == known->prefix && *known->example;
    if (!channel.endsWith('*') && !isRoot)
        return channel;
    // What is wider or narrower than the family keeps its own beginning.
    QByteArray place = channel;
    while (place.endsWith('*'))
        place.chop(1);
    if (!place.endsWith('/'))
        place += '/';
    const QByteArray example = known ? QByteArray(known->example) : QByteArray();
    return example.startsWith(place) ? example : place + '<' + "name" + '>';
}

TableRequest discovery::processorRequest()
{
    TableRequest request;
    request.table = u"sys_amb_processor"_s;
    request.query = u"ORDERBYchannel_name"_s;
    request.fields = {u"name"_s, u"channel_name"_s, u"active"_s, u"public"_s, u"description"_s};
    return request;
}

TableRequest discovery::presenceRequest()
{
    TableRequest request;
    request.table = u"sys_amb_channel_presence"_s;
    // All fields, since their names are not certain.
    request.limit = 5000;
    return request;
}

QList<DiscoveredChannel> discovery::served(const TableRows &processors, const TableRows &presences)
{
    constexpr qsizetype longest = 300;
    const QList<Presence> present = presencesOf(presences);
    QList<DiscoveredChannel> channels;
    for (const TableRow &row : processors) {
        DiscoveredChannel channel;
        channel.channel = channelOf(row, {u"channel_name"_s, u"channel"_s, u"name"_s});
        if (channel.channel.isEmpty())
            continue;
        channel.family = familyOf(channel.channel);
        channel.name = oneLine(row.value(u"name"_s).display, longest);
        channel.words = oneLine(row.value(u"description"_s).display, longest);
        channel.isActive = !row.contains(u"active"_s) || isTrue(row.value(u"active"_s));
        channel.isPublic = isTrue(row.value(u"public"_s));
        for (const Presence &presence : present) {
            if (covers(channel.channel, presence.channel))
                add(channel, presence);
        }
        channels.append(channel);
    }
    std::ranges::stable_sort(channels, {}, &DiscoveredChannel::channel);
    return channels;
}

QList<DiscoveredChannel> discovery::inUse(const TableRows &presences)
{
    QMap<QByteArray, DiscoveredChannel> channels;
    for (const Presence &presence : presencesOf(presences)) {
        // Every client listens to one of its own: that says nothing of what people use.
        if (isBelow(presence.channel, "/sn/meta"))
            continue;
        DiscoveredChannel &channel = channels[presence.channel];
        if (channel.channel.isEmpty()) {
            channel.channel = presence.channel;
            channel.family = familyOf(presence.channel);
            channel.words = watchedWords(presence.channel);
        }
        add(channel, presence);
    }
    return channels.values();
}

} // namespace amb
