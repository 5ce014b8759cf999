// SPDX-License-Identifier: MIT
#include "core/demo/busmessage.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Walks over JSON that is known to be well formed and finds where values begin and end, which
/// QJsonDocument does not tell.
class JsonWalk
{
public:
    explicit JsonWalk(QByteArrayView text)
        : m_text(text)
    {
        skipSpace();
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    /// Steps over one of the characters that stand between values.
    void step()
    {
        ++m_at;
        skipSpace();
    }

    /// Steps over the next value and returns its text.
    QByteArrayView value()
    {
        const qsizetype begin = m_at;
        if (peek() == '"')
            skipString();
        else if (peek() == '{' || peek() == '[')
            skipNested();
        else
            while (!atEnd() && !QByteArrayView(",]} \t\r\n").contains(peek()))
                ++m_at;
        const QByteArrayView text = m_text.sliced(begin, m_at - begin);
        skipSpace();
        return text;
    }

private:
    void skipSpace()
    {
        while (!atEnd() && QByteArrayView(" \t\r\n").contains(peek()))
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; !atEnd() && peek() != '"'; ++m_at)
            if (peek() == '\\')
                ++m_at;
        m_at = qMin(m_at + 1, m_text.size());
    }

    void skipNested()
    {
        qsizetype depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipString();
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            ++m_at;
        } while (depth > 0 && !atEnd());
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

QString unquoted(QByteArrayView jsonString)
{
    const QByteArray wrapped = '[' + jsonString.toByteArray() + ']';
    return QJsonDocument::fromJson(wrapped).array().at(0).toString();
}

BusMessage parseMessage(QByteArrayView text, const QJsonObject &fields)
{
    BusMessage message;
    message.fields = fields;
    message.channel = fields.value("channel"_L1).toString().toUtf8();
    message.clientId = fields.value("clientId"_L1).toString().toUtf8();
    JsonWalk walk(text);
    while (!walk.atEnd() && walk.peek() != '}') {
        walk.step(); // the opening brace or a comma
        if (walk.peek() == '}')
            break;
        const QString name = unquoted(walk.value());
        walk.step(); // the colon
        const QByteArrayView value = walk.value();
        if (name == "id"_L1)
            message.id = value.toByteArray();
        else if (name == "data"_L1)
            message.data = value.toByteArray();
        else if (name == "subscription"_L1)
            message.subscription = value.toByteArray();
    }
    return message;
}

} // namespace

std::optional<QList<BusMessage>> parseBusMessages(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return QList<BusMessage>{parseMessage(body, document.object())};
    if (!document.isArray())
        return std::nullopt;
    QList<BusMessage> messages;
    JsonWalk walk(body);
    for (const auto &element : document.array()) {
        if (!element.isObject())
            return std::nullopt;
        walk.step(); // the opening bracket or a comma
        messages += parseMessage(walk.value(), element.toObject());
    }
    return messages;
}

} // namespace amb
