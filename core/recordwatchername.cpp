// SPDX-License-Identifier: MIT
#include "core/recordwatchername.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Coding = RecordWatcherName::Coding;

constexpr QByteArrayView root = "/rw/";
constexpr int hexDigits = 4;

struct QueryText
{
    QString text;
    Coding coding = Coding::Utf8;
};

bool isKnownResponder(QByteArrayView text)
{
    constexpr std::array<QByteArrayView, 4> known{"default", "count", "count2", "graphql"};
    return std::ranges::any_of(known, [text](QByteArrayView each) { return each == text; });
}

bool isWord(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_';
    });
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// No query is made of hexadecimal digits alone, since each has an operator.
bool isHexCoded(const QByteArray &bytes)
{
    return !bytes.isEmpty() && bytes.size() % hexDigits == 0
        && std::ranges::all_of(bytes, isHexDigit);
}

QString fromHexCoded(const QByteArray &bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); i += hexDigits)
        text += QChar(bytes.sliced(i, hexDigits).toUShort(nullptr, 16));
    return text;
}

QByteArray hexCoded(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += QByteArray::number(c.unicode(), 16).rightJustified(hexDigits, '0');
    return bytes;
}

bool hasControlCharacter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t';
    });
}

QByteArray encodeQuery(const QString &query, Coding coding)
{
    QByteArray bytes;
    switch (coding) {
    case Coding::Utf8:
        bytes = query.toUtf8();
        break;
    case Coding::Latin1:
        bytes = query.toLatin1();
        break;
    case Coding::Hex:
        bytes = hexCoded(query);
        break;
    }
    return bytes.toBase64().replace('=', '-');
}

std::optional<QueryText> decodeQuery(QByteArrayView encoded)
{
    // A `/` at the end is of the encoding only where it completes four characters.
    while (encoded.size() % 4 != 0 && encoded.endsWith('/'))
        encoded.chop(1);
    while (encoded.endsWith('-') || encoded.endsWith('='))
        encoded.chop(1);
    const auto decoded = QByteArray::fromBase64Encoding(encoded.toByteArray(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded.size() % 4 == 1)
        return std::nullopt;
    const QByteArray &bytes = decoded.decoded;
    if (isHexCoded(bytes))
        return QueryText{fromHexCoded(bytes), Coding::Hex};
    QStringDecoder utf8(QStringDecoder::Utf8);
    QueryText query{utf8(bytes), Coding::Utf8};
    if (utf8.hasError())
        query = {QString::fromLatin1(bytes), Coding::Latin1};
    if (hasControlCharacter(query.text))
        return std::nullopt;
    return query;
}

/// `/rw/<encoded query>`, of which nobody says how it names the table. The text must have an `=`,
/// or any word of letters would be such a name.
std::optional<RecordWatcherName> decodeOld(QByteArrayView rest)
{
    const std::optional<QueryText> query = decodeQuery(rest);
    if (!query || !query->text.contains(u'='))
        return std::nullopt;
    RecordWatcherName name;
    name.responder.clear();
    name.query = query->text;
    name.coding = query->coding;
    return name;
}

} // namespace

QByteArray RecordWatcherName::encode(QByteArrayView responder,
                                     const QString &table,
                                     const QString &query)
{
    RecordWatcherName name;
    name.responder = responder.toByteArray();
    name.table = table;
    name.query = strip(query);
    return name.toBytes();
}

QString RecordWatcherName::strip(QString query)
{
    static const QRegularExpression order(u"\\^ORDERBY(?:DESC)?[^^]*"_s);
    query.remove("^EQ"_L1);
    query.remove(order);
    if (query.startsWith("GOTO"_L1))
        query.remove(0, 4);
    return query;
}

std::optional<RecordWatcherName> RecordWatcherName::decode(QByteArrayView channel)
{
    if (!channel.startsWith(root))
        return std::nullopt;
    QByteArrayView rest = channel.sliced(root.size());
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView responder = slash < 0 ? rest : rest.first(slash);
    if (!isKnownResponder(responder)) {
        if (std::optional<RecordWatcherName> old = decodeOld(rest))
            return old;
    }
    if (slash < 0 || slash == rest.size() - 1 || !isWord(responder))
        return std::nullopt;

    RecordWatcherName name;
    name.responder = responder.toByteArray();
    rest = rest.sliced(slash + 1);
    if (name.isGraphQl()) {
        name.hash = rest.toByteArray();
        return name;
    }
    const qsizetype end = rest.indexOf('/');
    const QByteArrayView table = end < 0 ? rest : rest.first(end);
    if (!isWord(table))
        return std::nullopt;
    name.table = QString::fromLatin1(table);
    if (end < 0)
        return name;
    const std::optional<QueryText> query = decodeQuery(rest.sliced(end + 1));
    if (!query)
        return std::nullopt;
    name.query = query->text;
    name.coding = query->coding;
    return name;
}

QByteArray RecordWatcherName::toBytes() const
{
    QByteArray channel = root.toByteArray();
    if (isGraphQl())
        return channel + responder + '/' + hash;
    if (!responder.isEmpty()) // else the old form
        channel += responder + '/' + table.toUtf8() + '/';
    return channel + encodeQuery(query, coding);
}

} // namespace amb
