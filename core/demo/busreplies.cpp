// SPDX-License-Identifier: MIT
#include "core/demo/busreplies.h"

#include "core/demo/buschannels.h"
#include "core/demo/busmessage.h"
#include "core/demo/buswishes.h"
#include "core/demo/orderedobject.h"

namespace amb::busreplies {

using namespace Qt::StringLiterals;

namespace {

QString statusText(DemoSessions::Status status)
{
    switch (status) {
    case DemoSessions::Status::LoggedIn:
        return u"session.logged.in"_s;
    case DemoSessions::Status::LoggedOut:
        return u"session.logged.out"_s;
    case DemoSessions::Status::Invalidated:
        break;
    }
    return u"session.invalidated"_s;
}

OrderedObject sessionExt(const SessionWords &session)
{
    OrderedObject ext;
    if (session.wishes.hasNullStatus)
        ext.json("glide.session.status", "null");
    else
        ext.text("glide.session.status", statusText(session.sessions.status(session.sessionId)));
    return ext.flag("glide.amb.active", !session.wishes.isSwitchedOff)
        .number("glide.session.time.remaining.in.seconds",
                session.sessions.timeLeft(session.sessionId).count());
}

OrderedObject commandFlow(const BusWishes::CommandFlow &flow)
{
    const auto number = [&flow](OrderedObject &object, QByteArrayView name, qint64 value) {
        if (flow.numbersAsTexts)
            object.text(name, QString::number(value));
        else
            object.number(name, value);
    };
    OrderedObject delay;
    constexpr qint64 longestRetry = 300'000; // ms
    number(delay, "min", flow.firstRetry.count());
    number(delay, "max", longestRetry);
    number(delay, "increaseFactor", 2);
    OrderedObject object;
    object.flag("enable", true);
    number(object, "maxInflight", flow.maxInFlight);
    number(object, "maxWait", flow.longestWait.count());
    number(object, "retries", flow.retries);
    return object.object("retryDelay", delay);
}

OrderedObject retryAdvice(std::chrono::milliseconds connectHold)
{
    return OrderedObject()
        .number("interval", 0)
        .number("timeout", connectHold.count())
        .text("reconnect", u"retry");
}

OrderedObject beginReply(const BusMessage &request)
{
    OrderedObject reply;
    if (!request.id.isEmpty())
        reply.json("id", request.id);
    reply.text("channel", QString::fromUtf8(request.channel));
    if (!request.subscription.isEmpty())
        reply.json("subscription", request.subscription);
    return reply;
}

} // namespace

QByteArray handshake(const BusMessage &request,
                     const QByteArray &clientId,
                     bool offersWebSocket,
                     std::chrono::milliseconds connectHold,
                     const SessionWords &session)
{
    OrderedObject reply;
    reply.text("minimumVersion", u"1.0").text("clientId", QString::fromLatin1(clientId));
    reply.json("supportedConnectionTypes",
               offersWebSocket ? QByteArrayView(R"(["websocket","long-polling"])")
                               : QByteArrayView(R"(["long-polling"])"));
    reply.object("advice", retryAdvice(connectHold)).text("channel", u"/meta/handshake");
    if (!request.id.isEmpty())
        reply.json("id", request.id);
    OrderedObject ext = sessionExt(session);
    const BusWishes &wishes = session.wishes;
    if (wishes.commandFlow.isEnabled)
        ext.object("subscribeCommandsFlow", commandFlow(wishes.commandFlow));
    if (wishes.limitsHandshakes)
        ext.flag("glide.amb.client.websocket_handshake_limit_enabled", true);
    if (!wishes.nodeId.isEmpty())
        ext.text("glide.amb.wsConnectionNodeId", QString::fromLatin1(wishes.nodeId));
    return reply.text("version", u"1.0").flag("successful", true).object("ext", ext).toJson();
}

QByteArray connect(const QByteArray &id,
                   std::chrono::milliseconds connectHold,
                   const SessionWords &session,
                   const ConnectWishes &wishes)
{
    OrderedObject reply;
    reply.object("advice", retryAdvice(connectHold)).text("channel", u"/meta/connect");
    if (!id.isEmpty())
        reply.json("id", id);
    OrderedObject ext = sessionExt(session);
    if (wishes.touch)
        ext.flag("session.touch.http", true);
    if (wishes.comeBackAfter) {
        const std::chrono::duration<double> seconds = *wishes.comeBackAfter;
        ext.json("glide.amb.hup.signal.reconnect.in.sec", QByteArray::number(seconds.count()));
    }
    return reply.flag("successful", true).object("ext", ext).toJson();
}

QByteArray lastConnect(const QByteArray &id)
{
    OrderedObject reply;
    reply.object("advice", OrderedObject().text("reconnect", u"none"))
        .text("channel", u"/meta/connect");
    if (!id.isEmpty())
        reply.json("id", id);
    return reply.flag("successful", true).toJson();
}

QByteArray unknownClient(const BusMessage &request)
{
    OrderedObject reply = beginReply(request);
    reply.flag("successful", false).text("error", u"402::Unknown client");
    if (request.channel == "/meta/connect")
        reply.object("advice",
                     OrderedObject().number("interval", 0).text("reconnect", u"handshake"));
    return reply.toJson();
}

QByteArray failed(const BusMessage &request, const QByteArray &error)
{
    return beginReply(request)
        .flag("successful", false)
        .text("error", QString::fromUtf8(error))
        .toJson();
}

QByteArray subscription(const BusMessage &request)
{
    return beginReply(request)
        .flag("successful", true)
        .object("ext", OrderedObject().flag("processed_by_glide", true))
        .toJson();
}

QByteArray refused(const BusMessage &request, const BusRefusal &refusal)
{
    OrderedObject reply = beginReply(request);
    reply.flag("successful", false).text("error", QString::fromUtf8(refusal.error));
    if (!refusal.message.isEmpty()) {
        OrderedObject ext;
        if (refusal.code != 0)
            ext.number("glide.amb.reply.status.code", refusal.code);
        ext.text("glide.amb.reply.status.message", QString::fromUtf8(refusal.message))
            .flag("rejected_by_glide", true);
        reply.object("ext", ext);
    }
    return reply.toJson();
}

QByteArray busy(const BusMessage &request, int code)
{
    return beginReply(request)
        .flag("successful", false)
        .text("error", u"404::message_deleted")
        .object("ext",
                OrderedObject()
                    .number("glide.amb.reply.status.code", code)
                    .flag("rejected_by_glide", true))
        .toJson();
}

QByteArray notice(const BusMessage &request)
{
    OrderedObject notice;
    notice.text("channel", u"/sn/meta/ack");
    if (!request.id.isEmpty())
        notice.json("id", request.id);
    OrderedObject command;
    command.text("channel", QString::fromUtf8(request.channel));
    if (!request.subscription.isEmpty())
        command.json("subscription", request.subscription);
    return notice.object("ext", OrderedObject().object("received_by_glide", command)).toJson();
}

QByteArray done(const BusMessage &request)
{
    return beginReply(request).flag("successful", true).toJson();
}

QByteArray orderToLeave()
{
    return OrderedObject().text("channel", u"/meta/disconnect").flag("successful", true).toJson();
}

QByteArray event(const QByteArray &channel,
                 const QByteArray &data,
                 const QString &user,
                 const QByteArray &messageId)
{
    OrderedObject ext;
    if (!user.isEmpty())
        ext.text("from_user", user);
    ext.flag("processed_by_glide", true);
    if (!messageId.isEmpty())
        ext.text("sys_id", QString::fromLatin1(messageId));
    return OrderedObject()
        .text("channel", QString::fromUtf8(channel))
        .json("data", data)
        .object("ext", ext)
        .toJson();
}

} // namespace amb::busreplies
