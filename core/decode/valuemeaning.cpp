// SPDX-License-Identifier: MIT
#include "core/decode/valuemeaning.h"

#include "core/oneline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ValueMeaning)
};

using Kind = ValueMeaning::Kind;

constexpr qsizetype longestRead = 8000;
constexpr qsizetype longestShown = 300;
constexpr qsizetype longestPart = 40;
constexpr qsizetype mostMeanings = 5;
/// Times in numbers are taken for times from 2005 to 2045 only.
constexpr qint64 firstSecond = 1'104'537'600;
constexpr qint64 lastSecond = 2'366'841'600;
/// Shorter base64 cannot be told from words.
constexpr qsizetype shortestBase64 = 12;

QString timeText(const QDateTime &utc, const QTimeZone &zone, QLatin1StringView format)
{
    const QDateTime local = utc.toTimeZone(zone);
    return local.toString(format) + u' ' + zone.displayName(local, QTimeZone::ShortName);
}

/// Text that somebody wrote: valid UTF-8 without control characters, and with letters in it.
std::optional<QString> readableText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.isEmpty())
        return {};
    qsizetype letters = 0;
    for (const QChar c : text) {
        const bool isBreak = c == u'\n' || c == u'\r' || c == u'\t';
        if ((c.category() == QChar::Other_Control && !isBreak) || !c.isPrint()) {
            if (!isBreak && !c.isSurrogate())
                return {};
        }
        if (c.isLetterOrNumber())
            ++letters;
    }
    return letters * 2 >= text.size() ? std::optional(text) : std::nullopt;
}

/// Base64 mixes what words and numbers do not mix.
bool looksLikeBase64(const QString &text)
{
    static const QRegularExpression form(
        u"^[A-Za-z0-9+/_-]+?[=-]{0,2}$"_s); // ServiceNow writes "-" for "=" in channel names
    static const QRegularExpression name(u"^[a-z0-9]+([_.-][a-z0-9]+)*$"_s);
    if (text.size() < shortestBase64 || !form.match(text).hasMatch() || name.match(text).hasMatch())
        return false;
    const auto any = [&text](auto &&is) {
        return std::any_of(text.cbegin(), text.cend(), is);
    };
    return any([](QChar c) { return c.isUpper(); }) && any([](QChar c) { return c.isLower(); });
}

std::optional<QString> base64Text(const QString &text)
{
    if (!looksLikeBase64(text))
        return {};
    QByteArray bytes = text.toLatin1();
    int padding = 0;
    while (padding < 2 && (bytes.endsWith('=') || bytes.endsWith('-'))) {
        bytes.chop(1);
        ++padding;
    }
    if (bytes.size() % 4 == 1 || (padding > 0 && (bytes.size() + padding) % 4 != 0))
        return {};
    const bool isUrl = bytes.contains('-') || bytes.contains('_');
    const auto decoded = QByteArray::fromBase64Encoding(
        bytes,
        (isUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)
            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const auto words = readableText(*decoded);
    // Of short texts only those that are plainly meant: camel case can decode by chance.
    const bool isAscii =
        std::all_of((*decoded).cbegin(), (*decoded).cend(), [](char c) { return uchar(c) < 0x80; });
    if (!words || (!isAscii && text.size() < shortestBase64 * 2))
        return {};
    return words;
}

std::optional<QString> urlDecoded(const QString &text)
{
    static const QRegularExpression code(u"%[0-9A-Fa-f]{2}"_s);
    static const QRegularExpression form(u"^(?:[^%\\s]|%[0-9A-Fa-f]{2})+$"_s);
    if (!code.match(text).hasMatch() || !form.match(text).hasMatch())
        return {};
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    return readableText(bytes);
}

std::optional<ValueMeaning> numberMeaning(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form(u"^(?:[0-9]{10}|[0-9]{13})$"_s);
    if (!form.match(text).hasMatch())
        return {};
    const qint64 number = text.toLongLong();
    const bool isSeconds = text.size() == 10;
    const qint64 seconds = isSeconds ? number : number / 1000;
    if (seconds < firstSecond || seconds > lastSecond)
        return {};
    const QDateTime utc =
        QDateTime::fromMSecsSinceEpoch(isSeconds ? number * 1000 : number, Qt::UTC);
    return ValueMeaning{isSeconds ? Kind::EpochSeconds : Kind::EpochMilliseconds,
                        text,
                        isSeconds ? timeText(utc, zone, "yyyy-MM-dd HH:mm:ss"_L1)
                                  : timeText(utc, zone, "yyyy-MM-dd HH:mm:ss.zzz"_L1)};
}

std::optional<ValueMeaning> wordMeaning(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression sysId(u"^(?:[0-9a-f]{32}|[0-9A-F]{32})$"_s);
    static const QRegularExpression digits(u"^[0-9]+$"_s);
    if (sysId.match(text).hasMatch() && !digits.match(text).hasMatch())
        return ValueMeaning{Kind::SysId, text, {}};
    if (const auto number = numberMeaning(text, zone))
        return number;
    if (const auto decoded = urlDecoded(text))
        return ValueMeaning{
            Kind::UrlEncoded, oneLine(text, longestPart), oneLine(*decoded, longestShown)};
    if (const auto decoded = base64Text(text))
        return ValueMeaning{
            Kind::Base64, oneLine(text, longestPart), oneLine(*decoded, longestShown)};
    return {};
}

void addDateTimes(QList<ValueMeaning> &meanings, const QString &value, const QTimeZone &zone)
{
    static const QRegularExpression form(
        u"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?![0-9:])"_s);
    auto matches = form.globalMatch(value);
    while (matches.hasNext() && meanings.size() < mostMeanings) {
        const QString part = matches.next().captured();
        QDateTime utc = QDateTime::fromString(part, u"yyyy-MM-dd HH:mm:ss"_s);
        utc.setTimeSpec(Qt::UTC);
        if (utc.isValid())
            meanings.append({Kind::DateTime, part, timeText(utc, zone, "yyyy-MM-dd HH:mm:ss"_L1)});
    }
}

} // namespace

QString ValueMeaning::sentence() const
{
    switch (kind) {
    case Kind::SysId:
        return Words::tr("%1: a sys_id, the key of a record").arg(part);
    case Kind::DateTime:
        return Words::tr("%1: if stored in UTC, as ServiceNow does, %2").arg(part, text);
    case Kind::EpochSeconds:
        return Words::tr("%1: as seconds since 1970, %2").arg(part, text);
    case Kind::EpochMilliseconds:
        return Words::tr("%1: as milliseconds since 1970, %2").arg(part, text);
    case Kind::Base64:
        return Words::tr("%1: base64 of “%2”").arg(part, text);
    case Kind::UrlEncoded:
        return Words::tr("%1: URL-encoded “%2”").arg(part, text);
    }
    return {};
}

QList<ValueMeaning> explainValue(const QString &value, const QTimeZone &zone)
{
    const QString read = value.left(longestRead).trimmed();
    if (const auto whole = wordMeaning(read, zone))
        return {*whole};
    QList<ValueMeaning> meanings;
    addDateTimes(meanings, read, zone);
    // Channel names, encoded queries, lists and addresses are made of words.
    static const QRegularExpression between(u"[\\s/^,;|&?\"'(){}\\[\\]<>]+"_s);
    const QStringList words = read.split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (meanings.size() >= mostMeanings)
            break;
        auto meaning = wordMeaning(word, zone);
        // What is behind the sign of a condition or of a parameter.
        for (qsizetype at = word.indexOf(u'='); !meaning && at > 0; at = word.indexOf(u'=', at + 1))
            meaning = wordMeaning(word.mid(at + 1), zone);
        if (meaning && !meanings.contains(*meaning))
            meanings.append(*meaning);
    }
    return meanings;
}

QString explanationText(const QString &value)
{
    QStringList lines;
    const QList<ValueMeaning> meanings = explainValue(value);
    for (const ValueMeaning &meaning : meanings)
        lines.append(meaning.sentence());
    return lines.join(u'\n');
}

} // namespace amb
