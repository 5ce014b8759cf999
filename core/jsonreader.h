// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace amb {

/// A place at which a JSON text breaks the grammar (RFC 8259).
struct JsonError
{
    qsizetype offset = 0; ///< in bytes from the beginning
    QString text; ///< what is wrong, without a full stop
};

/// A place in a text as editors count: both from 1, columns in characters.
struct TextPosition
{
    int line = 1;
    int column = 1;
};

enum class JsonType : quint8 {
    Object,
    Array,
    String,
    Number,
    Literal, ///< true, false, null
};

/// One value's bytes [begin, end) in a JSON text, quotes and brackets included.
struct JsonValue
{
    qsizetype begin = 0;
    qsizetype end = 0;
    JsonType type = JsonType::Literal;

    [[nodiscard]] bool isContainer() const { return type <= JsonType::Array; }
};

/// A value within an object or an array; in an array the name is empty.
struct JsonMember
{
    qsizetype nameBegin = 0;
    qsizetype nameEnd = 0;
    JsonValue value;
};

/// Checks a whole text without recursion. No value: it is well formed.
std::optional<JsonError> checkJson(QByteArrayView text);

/// The outermost value of a well-formed text.
JsonValue outermostJson(QByteArrayView text);

/// Walks over the members of one container in a well-formed text, in the order they were written;
/// what they contain is skipped, not parsed.
class JsonMembers
{
public:
    JsonMembers(QByteArrayView text, const JsonValue &container);

    std::optional<JsonMember> next();

private:
    QByteArrayView m_text;
    qsizetype m_at;
    qsizetype m_end;
    bool m_isObject;
};

/// One value on the way through a text, however deep it is.
struct JsonStep
{
    qsizetype nameBegin = 0; ///< as nameEnd where there is no name
    qsizetype nameEnd = 0;
    qsizetype begin = 0; ///< of the value
    qsizetype end = 0; ///< of a container: one past its opening bracket
    JsonType type = JsonType::Literal;
    int depth = 0; ///< 0 for the outermost value
};

/// Walks over all values of a well-formed text from its beginning to its end, containers before
/// what is in them; without recursion.
class JsonWalk
{
public:
    explicit JsonWalk(QByteArrayView text);

    std::optional<JsonStep> next();

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

/// The bytes of a member of the outermost object, empty where there is none; name as it is written
/// between its quotes. Only the outermost members are looked at, what is in them is skipped.
QByteArrayView jsonMember(QByteArrayView text, QByteArrayView name);

/// The characters a string literal (with its quotes) stands for; at most limit of them.
QString jsonStringText(QByteArrayView literal, qsizetype limit = -1);

/// Where a byte offset is, for people.
TextPosition positionOf(QByteArrayView text, qsizetype offset);

} // namespace amb
