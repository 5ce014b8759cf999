// SPDX-License-Identifier: MIT
#include "core/instance/shellwords.h"

#include <QString>

#include <string_view>

namespace amb {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Goes through a line one word at a time.
class BashReader
{
public:
    explicit BashReader(QByteArrayView line)
        : m_line(line)
    { }

    std::optional<QByteArrayList> read();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_line.size(); }
    char next() { return m_line.at(m_at++); }
    bool readPart(QByteArray &word);
    bool readSingle(QByteArray &word);
    bool readDouble(QByteArray &word);
    bool readAnsi(QByteArray &word);
    void readEscape(QByteArray &word);
    uint number(int base, int mostDigits);

    QByteArrayView m_line;
    qsizetype m_at = 0;
};

std::optional<QByteArrayList> BashReader::read()
{
    QByteArrayList words;
    while (!atEnd()) {
        if (isBlank(m_line.at(m_at))) {
            ++m_at;
            continue;
        }
        if (m_line.sliced(m_at).startsWith("\\\n") || m_line.sliced(m_at).startsWith("\\\r\n")) {
            m_at = m_line.indexOf('\n', m_at) + 1; // the line goes on
            continue;
        }
        QByteArray word;
        while (!atEnd() && !isBlank(m_line.at(m_at))) {
            if (!readPart(word))
                return std::nullopt;
        }
        words += word;
    }
    return words;
}

bool BashReader::readPart(QByteArray &word)
{
    const char c = next();
    if (c == '\'')
        return readSingle(word);
    if (c == '"')
        return readDouble(word);
    if (c == '$' && !atEnd() && m_line.at(m_at) == '\'') {
        ++m_at;
        return readAnsi(word);
    }
    if (c != '\\')
        word += c;
    else if (!atEnd() && m_line.at(m_at) != '\n')
        word += next();
    return true;
}

bool BashReader::readSingle(QByteArray &word)
{
    const qsizetype end = m_line.indexOf('\'', m_at);
    if (end < 0)
        return false;
    word += m_line.sliced(m_at, end - m_at);
    m_at = end + 1;
    return true;
}

bool BashReader::readDouble(QByteArray &word)
{
    constexpr std::string_view escapable = "\"\\$`";
    while (!atEnd()) {
        const char c = next();
        if (c == '"')
            return true;
        if (c == '\\' && !atEnd() && escapable.find(m_line.at(m_at)) != std::string_view::npos)
            word += next();
        else
            word += c;
    }
    return false;
}

bool BashReader::readAnsi(QByteArray &word)
{
    while (!atEnd()) {
        const char c = next();
        if (c == '\'')
            return true;
        if (c == '\\' && !atEnd())
            readEscape(word);
        else
            word += c;
    }
    return false;
}

void BashReader::readEscape(QByteArray &word)
{
    switch (const char c = next()) {
    case 'n':
        word += '\n';
        break;
    case 'r':
        word += '\r';
        break;
    case 't':
        word += '\t';
        break;
    case 'x':
        word += char(number(16, 2));
        break;
    case 'u':
        word += QString(QChar(number(16, 4))).toUtf8();
        break;
    default:
        if (c >= '0' && c <= '7') {
            --m_at;
            word += char(number(8, 3));
        } else {
            word += c;
        }
    }
}

uint BashReader::number(int base, int mostDigits)
{
    uint value = 0;
    for (int digits = 0; digits < mostDigits && !atEnd(); ++digits) {
        bool isDigit = false;
        const uint digit = QByteArray(1, m_line.at(m_at)).toUInt(&isDigit, base);
        if (!isDigit)
            break;
        value = value * uint(base) + digit;
        ++m_at;
    }
    return value;
}

/// What cmd hands to the program: a caret outside quotes makes the next character an ordinary one,
/// and a caret at the end of a line joins the next one to it.
QByteArray withoutCarets(QByteArrayView line)
{
    QByteArray plain;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '^' && !isQuoted) {
            if (++i < line.size() && line.at(i) == '\r')
                ++i;
            if (i < line.size())
                plain += line.at(i) == '\n' ? ' ' : line.at(i);
            continue;
        }
        isQuoted = isQuoted != (c == '"');
        plain += c;
    }
    return plain;
}

} // namespace

std::optional<QByteArrayList> bashWords(QByteArrayView line)
{
    return BashReader(line).read();
}

std::optional<QByteArrayList> cmdWords(QByteArrayView line)
{
    const QByteArray plain = withoutCarets(line);
    QByteArrayList words;
    QByteArray word;
    bool isQuoted = false;
    bool hasWord = false;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const char c = plain.at(i);
        if (isBlank(c) && !isQuoted) {
            if (hasWord)
                words += word;
            word.clear();
            hasWord = false;
            continue;
        }
        hasWord = true;
        const char after = plain.size() > i + 1 ? plain.at(i + 1) : '\0';
        if ((c == '\\' && (after == '"' || after == '\\'))
            || (c == '"' && isQuoted && after == '"'))
            word += plain.at(++i); // \" and "" are a quote of the text
        else if (c == '"')
            isQuoted = !isQuoted;
        else
            word += c;
    }
    if (isQuoted)
        return std::nullopt;
    if (hasWord)
        words += word;
    return words;
}

} // namespace amb
