// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "core/decode/decoderule.h"
#include "core/decode/recordpayload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

void require(bool holds, const char *claim)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", claim);
    std::abort();
}

/// A history that holds the message itself: as close as an attacker gets to choosing both.
class OwnHistory : public amb::RecordHistory
{
public:
    explicit OwnHistory(const amb::RecordPayload *payload)
        : m_payload(payload)
    { }

    void visit(const amb::RecordKey & /*record*/, const Visitor &visitor) const override
    {
        while (m_payload && m_times++ < 3 && visitor(*m_payload)) { }
    }

    [[nodiscard]] std::optional<qint64> countBefore() const override { return 1; }

private:
    const amb::RecordPayload *m_payload;
    mutable int m_times = 0;
};

void check(const amb::DecodedMessage &message)
{
    require(!message.sentence.isEmpty(), "there is a sentence");
    require(message.sentence.size() <= amb::DecodedMessage::longestSentence,
            "the sentence is not too long");
    require(!message.sentence.contains(QLatin1Char('\n')), "the sentence is one line");
    require(message.fields.size() <= amb::DecodedMessage::mostFields,
            "there are not too many fields");
    for (const amb::DecodedField &field : message.fields) {
        require(field.value.display.size() <= amb::DecodedField::longestValue
                    && field.value.raw.size() <= amb::DecodedField::longestValue,
                "no value is too long");
        require(!field.label.isEmpty(), "each field has a label");
    }
}

const amb::Decoders &decoders()
{
    static const amb::Decoders made([] {
        auto rules = amb::parseDecodeRules(
            R"({"rules":[{"channel":"/fuzz/**","sentence":"{data.a}{data[0].b}{channel[1]}",)"
            R"("fields":["data","ext.x"],"record":{"sys_id":"{data.id}"}}]})");
        require(rules.ok(), "the rules are well formed");
        return std::move(rules).value();
    }());
    return made;
}

void decodeFrame(const QByteArray &frame)
{
    // The first byte chooses kind and direction, so that each meets any JSON.
    const auto choice = static_cast<unsigned char>(frame.front());
    const auto kind = amb::MessageKind(choice % (int(amb::MessageKind::Malformed) + 1));
    const auto direction = amb::Direction((choice / 16) % 3);
    const QByteArrayView raw = QByteArrayView(frame).sliced(1);
    check(decoders().decode(raw, kind, direction));

    const QJsonDocument document = QJsonDocument::fromJson(raw.toByteArray());
    const QJsonArray messages =
        document.isArray() ? document.array() : QJsonArray{document.object()};
    for (qsizetype i = 0; i < messages.size() && i < 5; ++i) {
        const QJsonObject message = messages.at(i).toObject();
        const auto payload = amb::RecordPayload::read(message.value(QLatin1String("data")));
        check(decoders().decode(QJsonDocument(message).toJson(QJsonDocument::Compact),
                                kind,
                                direction,
                                OwnHistory(payload ? &*payload : nullptr)));
        check(decoders().decode(QJsonDocument(message).toJson(QJsonDocument::Compact),
                                amb::MessageKind::Event,
                                amb::Direction::In,
                                OwnHistory(payload ? &*payload : nullptr)));
    }
}

} // namespace

/// libFuzzer's entry: any bytes may come from the network, or stand in a file of rules.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    decodeFrame(input);
    const auto rules = amb::parseDecodeRules(input);
    require(rules.ok() || !rules.error().text.isEmpty(), "an error has words");
    return 0;
}
