// SPDX-License-Identifier: MIT
#include "core/capture/capturescan.h"

#include "core/capture/captureline.h"
#include "core/capture/capturesegment.h"

#include <QCoreApplication>
#include <QDir>

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qint64 blockSize = 4LL * 1024 * 1024;
/// A longer line is damage, not a row: it must not take all memory.
constexpr qint64 longestLine = 256LL * 1024 * 1024;

QByteArrayView toView(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArrayView toView(const simdjson::padded_string_view &text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The value that toText() gives this word for; `last` is the enum's last one.
template <typename Enum>
std::optional<Enum> fromText(std::string_view word, Enum last, QLatin1StringView (*text)(Enum))
{
    for (int i = 0; i <= int(last); ++i) {
        const QLatin1StringView candidate = text(Enum(i));
        if (std::string_view(candidate.data(), std::size_t(candidate.size())) == word)
            return Enum(i);
    }
    return std::nullopt;
}

/// Reads the lines of a file one after the other.
class LineReader
{
public:
    explicit LineReader(const FileSegment &file)
        : m_file(file)
        , m_bytes(std::size_t(blockSize) + simdjson::SIMDJSON_PADDING)
    { }

    /// Goes to the next line; false at the end and after an error.
    bool next()
    {
        m_begin = m_end;
        m_searched = 0;
        while (!findBreak()) {
            if (!readMore())
                return takeRest();
        }
        return true;
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] qint64 offset() const { return m_blockOffset + m_begin; }
    [[nodiscard]] qint64 end() const { return m_blockOffset + m_end; }
    [[nodiscard]] bool hasBreak() const { return m_hasBreak; }
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    /// The line with the bytes behind it that simdjson needs; empty when it is too long.
    [[nodiscard]] simdjson::padded_string_view text() const
    {
        const qint64 size = m_isTooLong ? 0 : m_end - m_begin - (m_hasBreak ? 1 : 0);
        return simdjson::padded_string_view(
            m_bytes.data() + m_begin, std::size_t(size), m_bytes.size() - std::size_t(m_begin));
    }

private:
    bool findBreak()
    {
        const qint64 from = m_begin + m_searched;
        const void *found = std::memchr(m_bytes.data() + from, '\n', std::size_t(m_filled - from));
        m_searched = m_filled - m_begin;
        if (!found)
            return false;
        m_hasBreak = true;
        m_end = static_cast<const char *>(found) - m_bytes.data() + 1;
        m_isTooLong = m_skipped > 0;
        m_skipped = 0;
        return true;
    }

    /// Moves the unfinished line to the front and fills up behind it.
    bool readMore()
    {
        qint64 kept = m_filled - m_begin;
        if (kept > longestLine) {
            m_skipped += kept;
            m_begin = m_filled;
            kept = 0;
        }
        std::memmove(m_bytes.data(), m_bytes.data() + m_begin, std::size_t(kept));
        m_blockOffset += m_begin;
        m_begin = 0;
        m_searched = kept;
        m_filled = kept;
        if (kept > blockSize / 2) {
            m_bytes.resize(std::size_t(2 * kept + blockSize) + simdjson::SIMDJSON_PADDING);
        }
        const qint64 room = qint64(m_bytes.size() - simdjson::SIMDJSON_PADDING) - kept;
        const Result<qint64> count =
            m_file.readInto(m_bytes.data() + kept, m_blockOffset + kept, room);
        if (!count) {
            m_error = count.error();
            return false;
        }
        m_filled += *count;
        return *count > 0;
    }

    /// What stands behind the last line break, if anything.
    bool takeRest()
    {
        m_end = m_filled;
        m_hasBreak = false;
        m_isTooLong = m_skipped > 0;
        return !m_error && (m_end > m_begin || m_isTooLong);
    }

    const FileSegment &m_file;
    std::optional<Error> m_error;
    std::vector<char> m_bytes;
    qint64 m_blockOffset = 0; // where in the file m_bytes begins
    qint64 m_filled = 0;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_searched = 0;
    qint64 m_skipped = 0; // bytes of the current line given up because it is too long
    bool m_hasBreak = true;
    bool m_isTooLong = false;
};

/// Tells the lines of a capture apart.
class LineParser
{
public:
    /// The format version, when the line is the first line of a capture.
    std::optional<qint64> headerVersion(const simdjson::padded_string_view &line)
    {
        simdjson::ondemand::document document;
        std::int64_t version = 0;
        if (m_parser.iterate(line).get(document) != simdjson::SUCCESS
            || document["amb-capture"].get_int64().get(version) != simdjson::SUCCESS)
            return std::nullopt;
        return version;
    }

    /// The row, with the offset of its message in the line.
    std::optional<ScannedRow> row(const simdjson::padded_string_view &line)
    {
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        std::string_view time;
        std::string_view channel;
        if (m_parser.iterate(line).get(document) != simdjson::SUCCESS
            || document.get_object().get(object) != simdjson::SUCCESS
            || object["time"].get_string().get(time) != simdjson::SUCCESS
            || object["channel"].get_string().get(channel) != simdjson::SUCCESS)
            return std::nullopt;
        ScannedRow row;
        const std::optional<Timestamp> stamp = parseTime(toView(time));
        if (!stamp || !readWords(object, &row.info))
            return std::nullopt;
        row.info.time = *stamp;
        row.channel = toView(channel);

        simdjson::ondemand::value message;
        std::string_view raw;
        if (object["message"].get(message) != simdjson::SUCCESS
            || simdjson::to_json_string(message).get(raw) != simdjson::SUCCESS
            || raw.size() > std::numeric_limits<quint32>::max())
            return std::nullopt;
        row.offset = raw.data() - line.data();
        row.info.size = qint64(raw.size());
        if (!endsSoundly(line, row.offset + row.info.size))
            return std::nullopt;
        return row;
    }

private:
    static bool readWords(simdjson::ondemand::object &object, RowInfo *info)
    {
        std::string_view direction;
        std::string_view kind;
        std::string_view transport;
        if (object["direction"].get_string().get(direction) != simdjson::SUCCESS
            || object["kind"].get_string().get(kind) != simdjson::SUCCESS
            || object["transport"].get_string().get(transport) != simdjson::SUCCESS)
            return false;
        const auto knownDirection = fromText<Direction>(direction, Direction::Local, toText);
        const auto knownKind = fromText<MessageKind>(kind, MessageKind::Malformed, toText);
        const auto knownTransport =
            fromText<TransportType>(transport, TransportType::LongPolling, connectionType);
        if (!knownDirection || !knownTransport)
            return false;
        info->direction = *knownDirection;
        info->kind = knownKind.value_or(MessageKind::Unknown);
        info->transport = *knownTransport;
        return true;
    }

    /// Whether the object goes on or ends after its message: a line torn in the middle and run
    /// into the next one does not.
    static bool endsSoundly(const simdjson::padded_string_view &line, qint64 messageEnd)
    {
        const QByteArrayView rest = toView(line).sliced(messageEnd).trimmed();
        return rest == "}" || (rest.startsWith(',') && rest.endsWith('}'));
    }

    simdjson::ondemand::parser m_parser;
};

bool isBlank(const simdjson::padded_string_view &line)
{
    return toView(line).trimmed().isEmpty();
}

Error notACapture(const FileSegment &file)
{
    return {ErrorKind::Input,
            QCoreApplication::translate("Capture",
                                        "This file is not a capture of AMB Monitor and was "
                                        "left as it is: choose another one (%1).")
                .arg(QDir::toNativeSeparators(file.path())),
            u"no amb-capture in the first line of %1"_s.arg(file.path())};
}

std::optional<Error> checkHeader(LineReader &reader, LineParser &parser, const FileSegment &file)
{
    if (!reader.next())
        return reader.error() ? *reader.error() : notACapture(file);
    const std::optional<qint64> version = parser.headerVersion(reader.text());
    if (!version || *version < 1)
        return notACapture(file);
    if (*version <= LineFormat::version)
        return std::nullopt;
    return Error{ErrorKind::Input,
                 QCoreApplication::translate(
                     "Capture",
                     "This capture was made by a newer version of AMB Monitor: update the "
                     "program, or choose another name (%1).")
                     .arg(QDir::toNativeSeparators(file.path())),
                 u"capture format %1 in %2"_s.arg(*version).arg(file.path())};
}

} // namespace

Result<ScanSummary> scanCapture(const FileSegment &file,
                                const std::function<void(const ScannedRow &)> &visit)
{
    LineReader reader(file);
    LineParser parser;
    if (const auto error = checkHeader(reader, parser, file))
        return *error;

    ScanSummary summary;
    summary.end = reader.end();
    summary.endsWithBreak = reader.hasBreak();
    while (reader.next()) {
        std::optional<ScannedRow> row = parser.row(reader.text());
        if (!row && !reader.hasBreak())
            break; // torn by a crash
        if (row) {
            row->offset += reader.offset();
            visit(*row);
        } else if (reader.isTooLong()
                   || (!isBlank(reader.text()) && !parser.headerVersion(reader.text()))) {
            ++summary.damagedLines;
        }
        summary.end = reader.end();
        summary.endsWithBreak = reader.hasBreak();
    }
    if (reader.error())
        return *reader.error();
    return summary;
}

} // namespace amb
