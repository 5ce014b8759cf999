// SPDX-License-Identifier: MIT
#include "core/capture/filterparser.h"
#include "core/capture/messagefacts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Filter)
};

constexpr std::array allKinds{MessageKind::Event,
                              MessageKind::Publish,
                              MessageKind::PublishReply,
                              MessageKind::Handshake,
                              MessageKind::Connect,
                              MessageKind::Subscribe,
                              MessageKind::Unsubscribe,
                              MessageKind::Disconnect,
                              MessageKind::Note,
                              MessageKind::Unknown,
                              MessageKind::Malformed};

/// A set of the values of a small enum.
using Bits = quint32;

template <typename Enum>
Bits bit(Enum value)
{
    return Bits(1) << Bits(value);
}

QHash<QString, Bits> kindNames()
{
    QHash<QString, Bits> names;
    for (const MessageKind kind : allKinds)
        names.insert(toText(kind), bit(kind));
    names.insert(u"meta"_s,
                 bit(MessageKind::Handshake) | bit(MessageKind::Connect)
                     | bit(MessageKind::Subscribe) | bit(MessageKind::Unsubscribe)
                     | bit(MessageKind::Disconnect));
    return names;
}

QHash<QString, Bits> directionNames()
{
    QHash<QString, Bits> names;
    for (const Direction direction : {Direction::In, Direction::Out, Direction::Local})
        names.insert(toText(direction), bit(direction));
    return names;
}

QHash<QString, Bits> transportNames()
{
    QHash<QString, Bits> names;
    for (const TransportType type : {TransportType::WebSocket, TransportType::LongPolling})
        names.insert(connectionType(type), bit(type));
    return names;
}

QString listed(const QHash<QString, Bits> &names)
{
    QStringList words = names.keys();
    words.sort();
    return words.join(u", "_s);
}

/// The values of a list such as `event,publish`; where one is wrong, its place.
struct NamedBits
{
    Bits bits = 0;
    std::optional<std::pair<qsizetype, qsizetype>> wrong; ///< begin and end within the value
};

NamedBits readNames(const QString &value, const QHash<QString, Bits> &names)
{
    NamedBits read;
    qsizetype begin = 0;
    while (begin <= value.size()) {
        qsizetype end = value.indexOf(u',', begin);
        if (end < 0)
            end = value.size();
        const Bits found = names.value(value.sliced(begin, end - begin).toLower());
        if (found == 0) {
            read.wrong = {begin, end};
            return read;
        }
        read.bits |= found;
        begin = end + 1;
    }
    return read;
}

QRegularExpression channelPattern(const QString &text)
{
    QString pattern = QRegularExpression::escape(text);
    pattern.replace(u"\\*\\*"_s, u".*"_s).replace(u"\\*"_s, u"[^/]*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption);
}

/// Bytes of "10k", "1.5M", "300"; nothing where it is no size.
std::optional<double> readSize(QString text)
{
    static const QHash<QString, double> units{
        {u""_s, 1}, {u"b"_s, 1}, {u"k"_s, 1e3}, {u"kb"_s, 1e3}, {u"m"_s, 1e6}, {u"mb"_s, 1e6}};
    text = text.toLower();
    qsizetype end = 0;
    while (end < text.size() && (text[end].isDigit() || text[end] == u'.'))
        ++end;
    const QString unit = text.sliced(end);
    bool isNumber = false;
    const double number = text.first(end).toDouble(&isNumber);
    if (!isNumber || !units.contains(unit))
        return std::nullopt;
    constexpr double most = 1e15; // more than any message has, and safely a whole number
    return std::min(number * units.value(unit), most);
}

std::function<bool(const RowInfo &)> sizeTest(const QString &comparison, qint64 bytes)
{
    if (comparison == ">"_L1)
        return [bytes](const RowInfo &row) {
            return row.size > bytes;
        };
    if (comparison == ">="_L1)
        return [bytes](const RowInfo &row) {
            return row.size >= bytes;
        };
    if (comparison == "<"_L1)
        return [bytes](const RowInfo &row) {
            return row.size < bytes;
        };
    if (comparison == "<="_L1)
        return [bytes](const RowInfo &row) {
            return row.size <= bytes;
        };
    if (comparison == "="_L1)
        return [bytes](const RowInfo &row) {
            return row.size == bytes;
        };
    return {};
}

} // namespace

FilterParser::Node FilterParser::makeTerm(const FilterToken &token)
{
    switch (token.type) {
    case FilterToken::Type::Pattern:
        return makePattern(token);
    case FilterToken::Type::Key:
        return makeKeyed(token);
    case FilterToken::Type::Size:
        return makeSize(token);
    default:
        return makeText(token.value);
    }
}

FilterParser::Node FilterParser::makeText(const QString &text)
{
    return std::make_unique<FilterTextTerm>(text, channelTest([text](const ChannelFacts &facts) {
                                                return facts.words.contains(text,
                                                                            Qt::CaseInsensitive);
                                            }));
}

FilterParser::Node FilterParser::makePattern(const FilterToken &token)
{
    QRegularExpression pattern(token.value, QRegularExpression::UseUnicodePropertiesOption);
    if (token.isCaseless)
        pattern.setPatternOptions(pattern.patternOptions()
                                  | QRegularExpression::CaseInsensitiveOption);
    if (!pattern.isValid()) {
        const qsizetype at = token.valueBegin + pattern.patternErrorOffset();
        fail(Words::tr("The regular expression is wrong here: %1.").arg(pattern.errorString()),
             std::min(at, token.end - 1),
             token.end);
        return nullptr;
    }
    pattern.optimize(); // once, before threads share it
    return std::make_unique<FilterPatternTerm>(
        pattern, channelTest([pattern](const ChannelFacts &facts) {
            return !facts.words.isEmpty() && pattern.match(facts.words).hasMatch();
        }));
}

FilterParser::Node FilterParser::makeKeyed(const FilterToken &token)
{
    using Make = Node (FilterParser::*)(const FilterToken &);
    static const QHash<QString, Make> known{{u"channel"_s, &FilterParser::makeChannel},
                                            {u"kind"_s, &FilterParser::makeKinds},
                                            {u"dir"_s, &FilterParser::makeDirections},
                                            {u"transport"_s, &FilterParser::makeTransports},
                                            {u"table"_s, &FilterParser::makeTable}};
    const bool isKnown = known.contains(token.key) || token.key == "user"_L1;
    if (token.value.isEmpty() && isKnown) {
        fail(Words::tr("Something is missing after “%1:”.").arg(token.key), token.end, token.end);
        return nullptr;
    }
    if (token.key == "user"_L1)
        return std::make_unique<FilterFactTerm>(&namesUser, token.value);
    if (isKnown)
        return (this->*known.value(token.key))(token);
    if (token.value.compare("changed"_L1, Qt::CaseInsensitive) == 0)
        return std::make_unique<FilterFactTerm>(&saysChanged, token.key);
    const bool mayBecomeChanged =
        u"changed"_s.startsWith(token.value, Qt::CaseInsensitive) && token.end == m_text.size();
    const QString words = mayBecomeChanged
        ? Words::tr("After a field comes “changed”, as in %1:changed.")
        : Words::tr("“%1:” is none of channel:, kind:, dir:, user:, table:, transport:. Write text "
                    "in quotes, or %1:changed for a field.");
    fail(words.arg(token.key), token.begin, token.end);
    if (m_problem)
        m_problem->isUnfinished = mayBecomeChanged;
    return nullptr;
}

FilterParser::Node FilterParser::makeChannel(const FilterToken &token)
{
    const QString text = token.value;
    if (text.contains(u'*')) {
        const QRegularExpression pattern = channelPattern(text);
        return std::make_unique<FilterChannelTerm>(
            channelTest([pattern](const ChannelFacts &facts) {
                return pattern.match(QString::fromUtf8(facts.name)).hasMatch();
            }));
    }
    return std::make_unique<FilterChannelTerm>(channelTest([text](const ChannelFacts &facts) {
        return QString::fromUtf8(facts.name).contains(text, Qt::CaseInsensitive)
            || facts.words.contains(text, Qt::CaseInsensitive);
    }));
}

FilterParser::Node FilterParser::makeKinds(const FilterToken &token)
{
    static const QHash<QString, Bits> names = kindNames();
    const NamedBits read = readNames(token.value, names);
    if (read.wrong) {
        fail(Words::tr("There is no such kind. Kinds are %1.").arg(listed(names)),
             token.valueBegin + read.wrong->first,
             token.valueBegin + read.wrong->second);
        return nullptr;
    }
    m_namesKinds = true;
    return std::make_unique<FilterIndexTerm>(
        [bits = read.bits](const RowInfo &row) { return (bits & bit(row.kind)) != 0; });
}

FilterParser::Node FilterParser::makeDirections(const FilterToken &token)
{
    static const QHash<QString, Bits> names = directionNames();
    const NamedBits read = readNames(token.value, names);
    if (read.wrong) {
        fail(Words::tr("There is no such direction. Directions are %1.").arg(listed(names)),
             token.valueBegin + read.wrong->first,
             token.valueBegin + read.wrong->second);
        return nullptr;
    }
    return std::make_unique<FilterIndexTerm>(
        [bits = read.bits](const RowInfo &row) { return (bits & bit(row.direction)) != 0; });
}

FilterParser::Node FilterParser::makeTransports(const FilterToken &token)
{
    static const QHash<QString, Bits> names = transportNames();
    const NamedBits read = readNames(token.value, names);
    if (read.wrong) {
        fail(Words::tr("There is no such transport. Transports are %1.").arg(listed(names)),
             token.valueBegin + read.wrong->first,
             token.valueBegin + read.wrong->second);
        return nullptr;
    }
    return std::make_unique<FilterIndexTerm>(
        [bits = read.bits](const RowInfo &row) { return (bits & bit(row.transport)) != 0; });
}

FilterParser::Node FilterParser::makeTable(const FilterToken &token)
{
    const QString table = token.value;
    return std::make_unique<FilterFactTerm>(
        &namesTable, table, channelTest([table](const ChannelFacts &facts) {
            return facts.table.compare(table, Qt::CaseInsensitive) == 0;
        }));
}

FilterParser::Node FilterParser::makeSize(const FilterToken &token)
{
    if (token.value.isEmpty()) {
        fail(Words::tr("A number of bytes is missing, such as 300, 10k or 1.5M."),
             token.end,
             token.end);
        return nullptr;
    }
    const std::optional<double> bytes = readSize(token.value);
    if (!bytes) {
        fail(Words::tr("This is no size: write a number of bytes, such as 300, 10k or 1.5M."),
             token.valueBegin,
             token.end);
        return nullptr;
    }
    auto test = sizeTest(token.key, qint64(std::llround(*bytes)));
    if (!test) {
        fail(Words::tr("Sizes are compared with >, >=, <, <= or =."),
             token.valueBegin - token.key.size(),
             token.valueBegin);
        return nullptr;
    }
    return std::make_unique<FilterIndexTerm>(std::move(test));
}

} // namespace amb
