// SPDX-License-Identifier: MIT
#include "core/bayeux/requestbuilder.h"

#include "core/jsontext.h"

#include <QLatin1StringView>

namespace amb {

namespace {

void appendField(QByteArray &text, QByteArrayView name, QByteArrayView json)
{
    text += ",\"";
    text.append(name);
    text += "\":";
    text.append(json);
}

void finish(QByteArray &text, const QByteArray &clientId, const QByteArray &ext = {})
{
    appendField(text, "clientId", jsonString(clientId));
    if (!ext.isEmpty())
        appendField(text, "ext", ext);
    text += '}';
}

} // namespace

RequestBuilder::Message RequestBuilder::begin(QByteArrayView channel)
{
    Message message;
    message.id = QByteArray::number(++m_lastId);
    message.text = R"({"id":")" + message.id + R"(","channel":)";
    appendJsonString(message.text, channel);
    return message;
}

RequestBuilder::Message RequestBuilder::handshake(const QList<TransportType> &types,
                                                  const QByteArray &ext)
{
    Message message;
    message.id = QByteArray::number(++m_lastId);
    message.text = R"({"id":")" + message.id
        + R"(","version":"1.0","minimumVersion":"1.0","channel":"/meta/handshake")";
    QByteArray list;
    for (const TransportType type : types) {
        list += list.isEmpty() ? "[\"" : ",\"";
        list += connectionType(type).latin1();
        list += '"';
    }
    appendField(message.text, "supportedConnectionTypes", list + ']');
    appendField(message.text, "advice", R"({"timeout":60000,"interval":0})");
    if (!ext.isEmpty())
        appendField(message.text, "ext", ext);
    message.text += '}';
    return message;
}

RequestBuilder::Message RequestBuilder::connect(const QByteArray &clientId,
                                                TransportType type,
                                                bool immediate,
                                                const QByteArray &ext)
{
    Message message = begin("/meta/connect");
    appendField(
        message.text, "connectionType", jsonString(QByteArrayView(connectionType(type).latin1())));
    if (immediate)
        appendField(message.text, "advice", R"({"timeout":0})");
    finish(message.text, clientId, ext);
    return message;
}

RequestBuilder::Message RequestBuilder::subscribe(const QByteArray &clientId,
                                                  const ChannelPattern &pattern)
{
    Message message = begin("/meta/subscribe");
    appendField(message.text, "subscription", jsonString(pattern.bytes()));
    finish(message.text, clientId);
    return message;
}

RequestBuilder::Message RequestBuilder::unsubscribe(const QByteArray &clientId,
                                                    const ChannelPattern &pattern)
{
    Message message = begin("/meta/unsubscribe");
    appendField(message.text, "subscription", jsonString(pattern.bytes()));
    finish(message.text, clientId);
    return message;
}

RequestBuilder::Message RequestBuilder::disconnect(const QByteArray &clientId)
{
    Message message = begin("/meta/disconnect");
    finish(message.text, clientId);
    return message;
}

RequestBuilder::Message RequestBuilder::publish(const QByteArray &clientId,
                                                const ChannelName &channel,
                                                const QByteArray &data)
{
    Message message = begin(channel.bytes());
    appendField(message.text, "data", data);
    finish(message.text, clientId);
    return message;
}

} // namespace amb
