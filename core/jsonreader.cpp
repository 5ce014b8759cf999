// SPDX-License-Identifier: MIT
#include "core/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("amb::JsonReader", text);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// One past the closing quote of the string that begins at `at`; the text is well formed.
qsizetype stringEnd(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

/// One past the bracket that closes the container at `at`; the text is well formed.
qsizetype containerEnd(QByteArrayView text, qsizetype at)
{
    qsizetype depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = stringEnd(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size();
}

JsonValue valueAt(QByteArrayView text, qsizetype at)
{
    at = std::min(at, text.size());
    JsonValue value{.begin = at, .end = at};
    const char c = at < text.size() ? text[at] : '\0';
    if (c == '{' || c == '[') {
        value.type = c == '{' ? JsonType::Object : JsonType::Array;
        value.end = containerEnd(text, at);
    } else if (c == '"') {
        value.type = JsonType::String;
        value.end = stringEnd(text, at);
    } else {
        value.type = c == '-' || isDigit(c) ? JsonType::Number : JsonType::Literal;
        const auto ends = [](char e) {
            return isSpace(e) || e == ',' || e == '}' || e == ']';
        };
        while (value.end < text.size() && !ends(text[value.end]))
            ++value.end;
    }
    return value;
}

/// The grammar as a machine with a stack of open brackets.
class Checker
{
public:
    explicit Checker(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<JsonError> run()
    {
        while (!m_error) {
            m_at = skipSpace(m_text, m_at);
            if (m_at == m_text.size()) {
                checkEnd();
                break;
            }
            step(m_text[m_at]);
        }
        return m_error;
    }

private:
    enum class Expect {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        Nothing,
    };

    void fail(const char *text) { m_error = JsonError{m_at, tr(text)}; }

    void checkEnd()
    {
        if (m_expect == Expect::Nothing)
            return;
        if (m_open.isEmpty())
            fail("There is no value");
        else if (m_open.back() == '{')
            fail("The text ends before the closing }");
        else
            fail("The text ends before the closing ]");
    }

    void step(char c)
    {
        switch (m_expect) {
        case Expect::Value:
        case Expect::ValueOrEnd:
            if (c == ']' && m_expect == Expect::ValueOrEnd)
                close();
            else
                value(c);
            break;
        case Expect::Name:
        case Expect::NameOrEnd:
            if (c == '}' && m_expect == Expect::NameOrEnd)
                close();
            else if (c != '"')
                fail("A name in double quotes is expected");
            else if (string())
                m_expect = Expect::Colon;
            break;
        case Expect::Colon:
            if (c != ':')
                return fail("A : is expected after the name");
            ++m_at;
            m_expect = Expect::Value;
            break;
        case Expect::CommaOrEnd:
            commaOrEnd(c);
            break;
        case Expect::Nothing:
            fail("There is more text after the end of the value");
            break;
        }
    }

    void commaOrEnd(char c)
    {
        const bool object = m_open.back() == '{';
        if (c == ',') {
            ++m_at;
            m_expect = object ? Expect::Name : Expect::Value;
        } else if (c == (object ? '}' : ']')) {
            close();
        } else {
            fail(object ? "A , or the closing } is expected" : "A , or the closing ] is expected");
        }
    }

    void close()
    {
        ++m_at;
        m_open.chop(1);
        valueDone();
    }

    void valueDone() { m_expect = m_open.isEmpty() ? Expect::Nothing : Expect::CommaOrEnd; }

    void value(char c)
    {
        if (c == '{' || c == '[') {
            m_open.append(c);
            m_expect = c == '{' ? Expect::NameOrEnd : Expect::ValueOrEnd;
            ++m_at;
        } else if (c == '"') {
            if (string())
                valueDone();
        } else if (c == '-' || isDigit(c)) {
            if (number())
                valueDone();
        } else if (literal("true") || literal("false") || literal("null")) {
            valueDone();
        } else {
            fail("A value is expected");
        }
    }

    bool literal(QByteArrayView word)
    {
        if (m_text.sliced(m_at).first(std::min(word.size(), m_text.size() - m_at)) != word)
            return false;
        m_at += word.size();
        return true;
    }

    bool string()
    {
        const qsizetype begin = m_at;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c >= 0 && c < 0x20) {
                fail(R"(A control character in a string must be written as \n, \t or \u00XX)");
                return false;
            }
            if (c == '\\' && !escape())
                return false;
        }
        m_at = begin;
        fail("The string that begins here is not closed");
        return false;
    }

    /// Steps on the last character of the escape that begins at m_at.
    bool escape()
    {
        const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '"';
        if (c == 'u') {
            const QByteArrayView hex = m_text.sliced(m_at + 2);
            if (hex.size() < 4 || !std::all_of(hex.begin(), hex.begin() + 4, isHexDigit)) {
                fail(R"(\u must be followed by four hexadecimal digits)");
                return false;
            }
            m_at += 5;
            return true;
        }
        if (!QByteArrayView(R"("\/bfnrt)").contains(c)) {
            fail(R"(There is no such escape; write \\ for a backslash)");
            return false;
        }
        ++m_at;
        return true;
    }

    bool digits()
    {
        if (m_at >= m_text.size() || !isDigit(m_text[m_at])) {
            fail("A digit is expected");
            return false;
        }
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        return true;
    }

    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    bool number()
    {
        if (at('-'))
            ++m_at;
        if (at('0'))
            ++m_at;
        else if (!digits())
            return false;
        if (m_at < m_text.size() && isDigit(m_text[m_at])) {
            fail("A number does not begin with 0");
            return false;
        }
        if (at('.')) {
            ++m_at;
            if (!digits())
                return false;
        }
        if (at('e') || at('E')) {
            ++m_at;
            if (at('+') || at('-'))
                ++m_at;
            return digits();
        }
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_open;
    Expect m_expect = Expect::Value;
    std::optional<JsonError> m_error;
};

char unescaped(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

std::optional<JsonError> checkJson(QByteArrayView text)
{
    return Checker(text).run();
}

JsonValue outermostJson(QByteArrayView text)
{
    return valueAt(text, skipSpace(text, 0));
}

JsonMembers::JsonMembers(QByteArrayView text, const JsonValue &container)
    : m_text(text)
    , m_at(container.begin + 1)
    , m_end(container.end - 1)
    , m_isObject(container.type == JsonType::Object)
{
    Q_ASSERT(container.isContainer());
}

std::optional<JsonMember> JsonMembers::next()
{
    m_at = skipSpace(m_text, m_at);
    if (m_at >= m_end)
        return {};
    JsonMember member;
    if (m_isObject) {
        member.nameBegin = m_at;
        member.nameEnd = stringEnd(m_text, m_at);
        m_at = skipSpace(m_text, member.nameEnd) + 1; // the colon
    }
    member.value = valueAt(m_text, skipSpace(m_text, m_at));
    m_at = skipSpace(m_text, member.value.end) + 1; // the comma, or the end
    return member;
}

JsonWalk::JsonWalk(QByteArrayView text)
    : m_text(text)
{ }

std::optional<JsonStep> JsonWalk::next()
{
    JsonStep step;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '}' || c == ']')
            --m_depth;
        if (isSpace(c) || c == ',' || c == ':' || c == '}' || c == ']') {
            ++m_at;
            continue;
        }
        step.begin = m_at;
        step.depth = m_depth;
        if (c == '{' || c == '[') {
            step.type = c == '{' ? JsonType::Object : JsonType::Array;
            step.end = ++m_at;
            ++m_depth;
            return step;
        }
        const JsonValue value = valueAt(m_text, m_at);
        m_at = value.end;
        if (value.type == JsonType::String) {
            // In a well-formed text a colon follows a name, and nothing else.
            const qsizetype behind = skipSpace(m_text, m_at);
            if (behind < m_text.size() && m_text[behind] == ':') {
                step.nameBegin = value.begin;
                step.nameEnd = value.end;
                continue;
            }
        }
        step.type = value.type;
        step.end = value.end;
        return step;
    }
    return {};
}

QByteArrayView jsonMember(QByteArrayView text, QByteArrayView name)
{
    const JsonValue outermost = outermostJson(text);
    if (outermost.type != JsonType::Object)
        return {};
    JsonMembers members(text, outermost);
    while (const auto member = members.next()) {
        const QByteArrayView quoted =
            text.sliced(member->nameBegin, member->nameEnd - member->nameBegin);
        if (quoted.size() == name.size() + 2 && quoted.sliced(1, name.size()) == name)
            return text.sliced(member->value.begin, member->value.end - member->value.begin);
    }
    return {};
}

QString jsonStringText(QByteArrayView literal, qsizetype limit)
{
    if (literal.size() < 2)
        return {};
    literal = literal.sliced(1, literal.size() - 2);
    QString text;
    while (!literal.isEmpty() && (limit < 0 || text.size() < limit)) {
        const qsizetype escape = literal.indexOf('\\');
        qsizetype plain = escape < 0 ? literal.size() : escape;
        if (limit >= 0 && plain > limit * 4)
            plain = limit * 4; // no character has more than four bytes
        text += QString::fromUtf8(literal.first(plain));
        literal = literal.sliced(plain);
        if (literal.isEmpty() || literal.front() != '\\')
            continue;
        if (literal.size() < 2)
            break;
        if (literal[1] == 'u' && literal.size() >= 6) {
            text += QChar(ushort(literal.sliced(2, 4).toByteArray().toUShort(nullptr, 16)));
            literal = literal.sliced(6);
        } else {
            text += QLatin1Char(unescaped(literal[1]));
            literal = literal.sliced(2);
        }
    }
    return limit < 0 ? text : text.left(limit);
}

TextPosition positionOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    return {.line = int(before.count('\n')) + 1,
            .column = int(QString::fromUtf8(before.sliced(lineBegin)).size()) + 1};
}

} // namespace amb
