// SPDX-License-Identifier: MIT
#include "core/capture/captureline.h"

#include <QLatin1StringView>

#include <algorithm>
#include <cstring>

namespace amb {

namespace {

constexpr qint64 keptCapacity = 8LL * 1024 * 1024;
constexpr qint64 timeLength = 27; // "2026-11-22T19:08:11.402123Z"
constexpr QByteArrayView lineStart = R"({"time":")";
constexpr QByteArrayView channelKey = R"(","channel":)";

constexpr std::size_t directions = std::size_t(Direction::Local) + 1;
constexpr std::size_t kinds = std::size_t(MessageKind::Malformed) + 1;
constexpr std::size_t transports = std::size_t(TransportType::LongPolling) + 1;

/// What stands between channel and message, for every combination of its three words.
class Middles
{
public:
    Middles()
    {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            const auto transport = TransportType(i % transports);
            const auto kind = MessageKind(i / transports % kinds);
            const auto direction = Direction(i / transports / kinds);
            QByteArray &text = m_texts[i];
            text += R"(,"direction":")";
            text += toText(direction);
            text += R"(","kind":")";
            text += toText(kind);
            text += R"(","transport":")";
            text += connectionType(transport);
            text += R"(","message":)";
        }
    }

    [[nodiscard]] QByteArrayView of(const RowInfo &row) const
    {
        const std::size_t place =
            (std::size_t(row.direction) * kinds + std::size_t(row.kind)) * transports
            + std::size_t(row.transport);
        return m_texts[place];
    }

private:
    std::array<QByteArray, directions * kinds * transports> m_texts;
};

const Middles &middles()
{
    static const Middles texts;
    return texts;
}

char *put(char *out, QByteArrayView bytes)
{
    std::memcpy(out, bytes.data(), std::size_t(bytes.size()));
    return out + bytes.size();
}

void putDigits(char *out, int digits, qint64 number)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = char('0' + number % 10);
        number /= 10;
    }
}

/// Length of the UTF-8 sequence that text begins with, 0 when it is not well formed
/// (Unicode Standard, table 3-7).
qsizetype sequenceLength(QByteArrayView text)
{
    const auto byte = [&](qsizetype i) {
        return i < text.size() ? quint8(text[i]) : quint8(0);
    };
    const auto continues = [&](qsizetype i) {
        return (byte(i) & 0xC0) == 0x80;
    };
    const quint8 first = byte(0);
    const quint8 second = byte(1);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool tooLarge = first == 0xF4 && second > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

char *putEscaped(char *out, char character)
{
    constexpr QByteArrayView hex = "0123456789abcdef";
    switch (character) {
    case '"':
        return put(out, R"(\")");
    case '\\':
        return put(out, R"(\\)");
    case '\n':
        return put(out, R"(\n)");
    case '\r':
        return put(out, R"(\r)");
    case '\t':
        return put(out, R"(\t)");
    default:
        break;
    }
    if (quint8(character) >= 0x20) {
        *out = character;
        return out + 1;
    }
    out = put(out, R"(\u00)");
    *out++ = hex[quint8(character) >> 4];
    *out++ = hex[quint8(character) & 0xF];
    return out;
}

} // namespace

void LineBuffer::append(QByteArrayView bytes)
{
    put(room(bytes.size()), bytes);
    advance(bytes.size());
}

void LineBuffer::clear()
{
    m_size = 0;
    if (m_capacity > keptCapacity) {
        m_bytes.reset();
        m_capacity = 0;
    }
}

void LineBuffer::grow(qint64 bytes)
{
    const qint64 capacity = std::max(m_capacity * 2, m_size + bytes);
    auto grown = std::make_unique_for_overwrite<char[]>(std::size_t(capacity));
    if (m_size > 0)
        std::memcpy(grown.get(), m_bytes.get(), std::size_t(m_size));
    m_bytes = std::move(grown);
    m_capacity = capacity;
}

void appendBytesAsJson(LineBuffer &out, QByteArrayView bytes)
{
    constexpr qint64 longestEscape = 6; // \u001f
    char *const begin = out.room(bytes.size() * longestEscape + 2);
    char *end = begin;
    *end++ = '"';
    while (!bytes.isEmpty()) {
        const qsizetype length = sequenceLength(bytes);
        if (length == 0)
            end = put(end, "\xEF\xBF\xBD");
        else if (length == 1)
            end = putEscaped(end, bytes.front());
        else
            end = put(end, bytes.first(length));
        bytes = bytes.sliced(std::max(length, qsizetype(1)));
    }
    *end++ = '"';
    out.advance(end - begin);
}

QByteArray bytesAsJson(QByteArrayView bytes)
{
    LineBuffer out;
    appendBytesAsJson(out, bytes);
    return out.view().toByteArray();
}

QByteArray LineFormat::header(Timestamp created)
{
    LineFormat format;
    format.formatSecond(std::chrono::floor<std::chrono::seconds>(created));
    const QByteArrayView withoutPoint(format.m_secondText.data(), secondLength - 1);
    return R"({"amb-capture":)" + QByteArray::number(version) + R"(,"created":")"
        + withoutPoint.toByteArray() + "Z\"}\n";
}

void LineFormat::formatSecond(std::chrono::sys_seconds second)
{
    using namespace std::chrono;
    const sys_days day = floor<days>(second);
    const year_month_day date(day);
    const hh_mm_ss clock(second - day);
    // Four digits hold every year that a clock shows; beyond that the text must stay well formed.
    const int year = std::clamp(int(date.year()), 0, 9999);
    char *const out = m_secondText.data();
    std::memcpy(out, "0000-00-00T00:00:00.", std::size_t(secondLength));
    putDigits(out, 4, year);
    putDigits(out + 5, 2, unsigned(date.month()));
    putDigits(out + 8, 2, unsigned(date.day()));
    putDigits(out + 11, 2, clock.hours().count());
    putDigits(out + 14, 2, clock.minutes().count());
    putDigits(out + 17, 2, clock.seconds().count());
    m_second = second;
}

void LineFormat::appendPrefix(LineBuffer &out, const RowInfo &row, QByteArrayView jsonChannel)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(row.time);
    if (second != m_second)
        formatSecond(second);
    const QByteArrayView middle = middles().of(row);

    char *const begin = out.room(lineStart.size() + timeLength + channelKey.size()
                                 + jsonChannel.size() + middle.size());
    char *end = put(begin, lineStart);
    end = put(end, {m_secondText.data(), secondLength});
    putDigits(end, 6, (row.time - second).count());
    end[6] = 'Z';
    end = put(end + 7, channelKey);
    end = put(end, jsonChannel);
    end = put(end, middle);
    out.advance(end - begin);
}

qint64 LineFormat::appendMessage(LineBuffer &out, QByteArrayView raw, MessageKind kind)
{
    const qint64 before = out.size();
    if (kind == MessageKind::Malformed || raw.isEmpty()) {
        appendBytesAsJson(out, raw);
        return out.size() - before;
    }
    char *const begin = out.room(raw.size());
    char *const end = put(begin, raw);
    // JSON has line breaks only as white space between tokens, where a space means the same.
    for (const char lineBreak : {'\n', '\r'}) {
        if (std::memchr(begin, lineBreak, std::size_t(raw.size())) != nullptr)
            std::replace(begin, end, lineBreak, ' ');
    }
    out.advance(raw.size());
    return raw.size();
}

namespace {

/// Reads decimal digits off the front of a text.
class Digits
{
public:
    explicit Digits(QByteArrayView text)
        : m_rest(text)
    { }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (!nextIsDigit()) {
                m_ok = false;
                return 0;
            }
            value = value * 10 + (m_rest.front() - '0');
            m_rest = m_rest.sliced(1);
        }
        return value;
    }

    void expect(char character)
    {
        m_ok = m_ok && m_rest.startsWith(character);
        if (m_ok)
            m_rest = m_rest.sliced(1);
    }

    [[nodiscard]] bool nextIsDigit() const
    {
        return !m_rest.isEmpty() && m_rest.front() >= '0' && m_rest.front() <= '9';
    }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

/// Microseconds of a fraction of a second of up to nine digits.
std::chrono::microseconds fraction(Digits &digits)
{
    int nanoseconds = 0;
    int weight = 100'000'000;
    while (weight > 0 && digits.nextIsDigit()) {
        nanoseconds += digits.number(1) * weight;
        weight /= 10;
    }
    return std::chrono::microseconds(nanoseconds / 1000);
}

} // namespace

std::optional<Timestamp> parseTime(QByteArrayView text)
{
    using namespace std::chrono;
    Digits digits(text);
    const int year = digits.number(4);
    digits.expect('-');
    const int month = digits.number(2);
    digits.expect('-');
    const int day = digits.number(2);
    digits.expect('T');
    const int hour = digits.number(2);
    digits.expect(':');
    const int minute = digits.number(2);
    digits.expect(':');
    const int second = digits.number(2);
    microseconds rest{};
    if (digits.ok() && digits.rest().startsWith('.')) {
        digits.expect('.');
        rest = fraction(digits);
    }
    digits.expect('Z');
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!digits.ok() || !digits.rest().isEmpty() || !date.ok() || hour > 23 || minute > 59
        || second > 60)
        return std::nullopt;
    return Timestamp(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second) + rest;
}

} // namespace amb
