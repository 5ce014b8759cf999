// SPDX-License-Identifier: MIT
#include "core/capture/textneedle.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Sixteen bytes that are looked at together; GCC and Clang make the machine's own vectors of it.
using Block = unsigned char __attribute__((vector_size(16)));

constexpr qsizetype blockSize = sizeof(Block);
/// What makes a small letter of a capital one. It also changes signs into others, which only means
/// that more places are looked at closely.
constexpr unsigned char smallBit = 0x20;

Block blockAt(const char *at)
{
    Block block;
    std::memcpy(&block, at, sizeof(block));
    return block | smallBit;
}

Block filledWith(char c)
{
    std::array<char, std::size_t(blockSize)> bytes{};
    bytes.fill(c);
    return blockAt(bytes.data());
}

bool isAnySet(const Block &block)
{
    std::array<quint64, 2> halves{};
    std::memcpy(halves.data(), &block, sizeof(block));
    return (halves[0] | halves[1]) != 0;
}

unsigned char small(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 'A' && byte <= 'Z' ? byte | smallBit : byte;
}

bool isAt(const char *at, QByteArrayView needle)
{
    return std::equal(needle.begin(), needle.end(), at, [](char wanted, char found) {
        return static_cast<unsigned char>(wanted) == small(found);
    });
}

/// The text as it stands in a JSON string, without what need not be escaped.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c;
    }
    return out;
}

QByteArray withUnicodeEscapes(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            out += char(c.unicode());
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool hasTwoCases(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.unicode() >= 0x80 && (c.toLower() != c || c.toUpper() != c);
    });
}

} // namespace

TextNeedle::TextNeedle(const QString &text)
{
    const QString inJson = escaped(text);
    QStringList writings{inJson};
    if (inJson.contains(u'/'))
        writings.append(QString(inJson).replace("/"_L1, R"(\/)"_L1));
    for (const QString &writing : std::as_const(writings)) {
        // Only ASCII is made small: that keeps the length, and the rest is compared as it is.
        m_forms.append(writing.toUtf8().toLower());
        if (isAscii(text))
            continue;
        m_forms.append(withUnicodeEscapes(writing.toLower()).toLower());
        m_forms.append(withUnicodeEscapes(writing.toUpper()).toLower());
    }
    if (hasTwoCases(text))
        m_beyondAscii = inJson;
}

bool TextNeedle::isIn(QByteArrayView message) const
{
    if (std::ranges::any_of(m_forms, [message](const QByteArray &form) {
            return containsIgnoringCase(message, form);
        }))
        return true;
    return !m_beyondAscii.isEmpty()
        && QString::fromUtf8(message).contains(m_beyondAscii, Qt::CaseInsensitive);
}

bool containsIgnoringCase(QByteArrayView text, QByteArrayView needle)
{
    if (needle.isEmpty())
        return true;
    if (needle.size() > text.size())
        return false;
    // First and last byte of the needle are looked for sixteen places at a time; few places have
    // both, and only there the rest is compared.
    const Block first = filledWith(needle.front());
    const Block last = filledWith(needle.back());
    const char *const begin = text.data();
    const qsizetype places = text.size() - needle.size() + 1;
    qsizetype at = 0;
    for (; at + blockSize <= places; at += blockSize) {
        const auto firsts = Block(blockAt(begin + at) == first);
        const auto lasts = Block(blockAt(begin + at + needle.size() - 1) == last);
        const Block both = firsts & lasts;
        if (!isAnySet(both))
            continue;
        for (int i = 0; i < int(blockSize); ++i) {
            if (both[i] != 0 && isAt(begin + at + i, needle))
                return true;
        }
    }
    for (; at < places; ++at) {
        if (isAt(begin + at, needle))
            return true;
    }
    return false;
}

} // namespace amb
