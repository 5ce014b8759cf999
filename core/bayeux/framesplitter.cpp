// SPDX-License-Identifier: MIT
#include "core/bayeux/framesplitter.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <cstring>
#include <vector>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::FrameSplitter)
};

namespace ondemand = simdjson::ondemand;

QByteArrayView view(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

class FrameSplitter::Private
{
public:
    Split split(QByteArrayView frame);

private:
    simdjson::error_code readFrame(qsizetype &readUpTo);
    simdjson::error_code readMessage(ondemand::object object, const char *begin);
    simdjson::error_code readField(ondemand::field field, Envelope &envelope);
    simdjson::error_code takeRaw(ondemand::value value, QByteArrayView &target) const;
    simdjson::error_code takeObject(ondemand::value value, QByteArrayView &target) const;
    void shrink(size_t needed);
    [[nodiscard]] QByteArrayView inFrame(const char *begin, const char *end) const;
    [[nodiscard]] const char *endOfMessage(const char *begin);
    [[nodiscard]] simdjson::error_code atEnd();

    ondemand::parser m_parser;
    ondemand::document m_document;
    std::vector<char> m_padded; // simdjson reads a little beyond the end
    QByteArrayView m_frame;
    std::vector<Envelope> m_envelopes;
};

QByteArrayView FrameSplitter::Private::inFrame(const char *begin, const char *end) const
{
    return m_frame.sliced(begin - m_padded.data(), end - begin);
}

/// The parser stands behind a closed message, at the next token; the brace lies just before it.
const char *FrameSplitter::Private::endOfMessage(const char *begin)
{
    const char *end = m_padded.data() + m_frame.size();
    const char *next = nullptr;
    if (m_document.current_location().get(next) == simdjson::SUCCESS && next > begin && next < end)
        end = next;
    while (end > begin && isSpace(end[-1]))
        --end;
    return end;
}

simdjson::error_code FrameSplitter::Private::atEnd()
{
    const char *next = nullptr;
    return m_document.current_location().get(next) == simdjson::SUCCESS ? simdjson::TRAILING_CONTENT
                                                                        : simdjson::SUCCESS;
}

simdjson::error_code FrameSplitter::Private::takeRaw(ondemand::value value,
                                                     QByteArrayView &target) const
{
    std::string_view text;
    const auto error = simdjson::to_json_string(value).get(text);
    if (error == simdjson::SUCCESS) {
        while (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        target = inFrame(text.data(), text.data() + text.size());
    }
    return error;
}

simdjson::error_code FrameSplitter::Private::takeObject(ondemand::value value,
                                                        QByteArrayView &target) const
{
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
        return error;
    return type == ondemand::json_type::object ? takeRaw(value, target) : simdjson::SUCCESS;
}

simdjson::error_code FrameSplitter::Private::readField(ondemand::field field, Envelope &envelope)
{
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key))
        return error;
    const auto takeString = [&field](QByteArrayView &target) {
        std::string_view text;
        if (field.value().get_string().get(text) == simdjson::SUCCESS)
            target = view(text);
        return simdjson::SUCCESS; // a wrong type is skipped, a broken string shows up after it
    };
    if (key == "channel")
        return takeString(envelope.channel);
    if (key == "data") {
        envelope.hasData = true;
        return simdjson::SUCCESS;
    }
    if (key == "ext")
        return takeObject(field.value(), envelope.ext);
    if (key == "id") {
        ondemand::json_type type{};
        if (const auto error = field.value().type().get(type))
            return error;
        return type == ondemand::json_type::number ? takeRaw(field.value(), envelope.id)
                                                   : takeString(envelope.id);
    }
    if (key == "successful") {
        bool successful = false;
        if (field.value().get_bool().get(successful) == simdjson::SUCCESS)
            envelope.successful = successful;
        return simdjson::SUCCESS;
    }
    if (key == "clientId")
        return takeString(envelope.clientId);
    if (key == "error")
        return takeString(envelope.error);
    if (key == "subscription" || key == "supportedConnectionTypes") {
        const bool isSubscription = key == "subscription";
        ondemand::json_type type{};
        if (const auto error = field.value().type().get(type))
            return error;
        if (type == ondemand::json_type::array
            || (isSubscription && type == ondemand::json_type::string))
            return takeRaw(field.value(),
                           isSubscription ? envelope.subscription
                                          : envelope.supportedConnectionTypes);
        return simdjson::SUCCESS;
    }
    if (key == "advice")
        return takeObject(field.value(), envelope.advice);
    return simdjson::SUCCESS;
}

simdjson::error_code FrameSplitter::Private::readMessage(ondemand::object object, const char *begin)
{
    Envelope envelope;
    for (auto field : object) {
        ondemand::field named;
        if (const auto error = std::move(field).get(named))
            return error;
        if (const auto error = readField(named, envelope))
            return error;
    }
    const char *end = endOfMessage(begin);
    if (end <= begin || end[-1] != '}')
        return simdjson::TAPE_ERROR;
    envelope.raw = inFrame(begin, end);
    m_envelopes.push_back(envelope);
    return simdjson::SUCCESS;
}

simdjson::error_code FrameSplitter::Private::readFrame(qsizetype &readUpTo)
{
    const simdjson::padded_string_view padded(
        m_padded.data(), size_t(m_frame.size()), m_padded.size());
    if (const auto error = m_parser.iterate(padded).get(m_document))
        return error;
    ondemand::json_type type{};
    if (const auto error = m_document.type().get(type))
        return error;
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        if (const auto error = m_document.get_object().get(object))
            return error;
        const char *begin = m_padded.data();
        while (isSpace(*begin))
            ++begin;
        if (const auto error = readMessage(object, begin))
            return error;
        readUpTo = begin - m_padded.data() + m_envelopes.back().raw.size();
        return atEnd();
    }
    ondemand::array array;
    if (const auto error = m_document.get_array().get(array))
        return error;
    for (auto element : array) {
        ondemand::value value;
        // get() is for rvalues alone. NOLINTNEXTLINE(performance-move-const-arg)
        if (const auto error = std::move(element).get(value))
            return error;
        const char *begin = value.raw_json_token().data();
        readUpTo = begin - m_padded.data();
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        if (const auto error = readMessage(object, begin))
            return error;
        readUpTo = begin - m_padded.data() + m_envelopes.back().raw.size();
    }
    return atEnd();
}

/// One huge frame must not keep its memory, and the parser's several times that, for ever.
void FrameSplitter::Private::shrink(size_t needed)
{
    constexpr auto large = size_t(4) * 1024 * 1024;
    if (m_padded.size() <= large || needed > large)
        return;
    m_padded = {};
    m_parser = ondemand::parser();
}

FrameSplitter::Split FrameSplitter::Private::split(QByteArrayView frame)
{
    m_frame = frame;
    m_envelopes.clear();
    const auto needed = size_t(frame.size()) + simdjson::SIMDJSON_PADDING;
    shrink(needed);
    if (m_padded.size() < needed)
        m_padded.resize(needed + needed / 2);
    if (!frame.isEmpty())
        std::memcpy(m_padded.data(), frame.data(), size_t(frame.size()));
    std::memset(m_padded.data() + frame.size(), 0, simdjson::SIMDJSON_PADDING);

    qsizetype readUpTo = 0;
    const simdjson::error_code error = readFrame(readUpTo);
    Split result{m_envelopes, std::nullopt, 0};
    if (error != simdjson::SUCCESS) {
        result.errorOffset = readUpTo;
        result.error = Error{ErrorKind::Protocol,
                             Words::tr("The server sent something that is no Bayeux message "
                                       "(at byte %1); it is kept as it came.")
                                 .arg(readUpTo),
                             QString::fromLatin1(simdjson::error_message(error))};
    }
    return result;
}

FrameSplitter::FrameSplitter()
    : d(std::make_unique<Private>())
{ }

FrameSplitter::~FrameSplitter() = default;

FrameSplitter::Split FrameSplitter::split(QByteArrayView frame)
{
    return d->split(frame);
}

} // namespace amb
