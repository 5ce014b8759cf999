// SPDX-License-Identifier: MIT
#include "core/bayeux/framesplitter.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

void require(bool holds, const char *claim)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", claim);
    std::abort();
}

bool isInside(QByteArrayView part, QByteArrayView whole)
{
    const std::less_equal<> before;
    return before(whole.begin(), part.begin()) && before(part.end(), whole.end());
}

/// A message alone in an array must read as it did in its frame.
void splitAgain(const amb::Envelope &envelope)
{
    QByteArray frame = "[";
    frame += envelope.raw;
    frame += ']';
    amb::FrameSplitter splitter;
    const amb::FrameSplitter::Split split = splitter.split(frame);
    require(!split.error, "a raw message is a frame of its own");
    require(split.envelopes.size() == 1, "a raw message is one message");
    const amb::Envelope &again = split.envelopes.front();
    require(again.raw == envelope.raw, "a raw message keeps its bytes");
    require(again.channel == envelope.channel, "a raw message keeps its channel");
    require(again.id == envelope.id, "a raw message keeps its id");
    require(again.successful == envelope.successful, "a raw message keeps its outcome");
    require(amb::classify(again) == amb::classify(envelope), "a raw message keeps its kind");
}

} // namespace

/// libFuzzer's entry: any bytes may come from the network.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArrayView frame(bytes, qsizetype(size));
    amb::FrameSplitter splitter;
    const amb::FrameSplitter::Split split = splitter.split(frame);
    if (split.error)
        require(split.errorOffset >= 0 && split.errorOffset <= frame.size(), "the error is inside");
    const char *end = frame.begin();
    for (const amb::Envelope &envelope : split.envelopes) {
        require(!envelope.raw.isEmpty(), "a message has bytes");
        require(isInside(envelope.raw, frame), "a message lies inside its frame");
        require(std::less_equal<>()(end, envelope.raw.begin()), "messages are in order");
        end = envelope.raw.end();
        splitAgain(envelope);
    }
    return 0;
}
