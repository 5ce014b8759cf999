// SPDX-License-Identifier: MIT
#include "core/decode/recordwatcherdecoder.h"

#include "core/decode/recordwords.h"

#include <QCoreApplication>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

} // namespace

bool RecordWatcherDecoder::claims(const ParsedMessage &message) const
{
    return message.isTraffic() && RecordPayload::read(message.data, message.channel);
}

DecodedMessage RecordWatcherDecoder::decode(const ParsedMessage &message,
                                            const RecordHistory &history) const
{
    const auto payload = RecordPayload::read(message.data, message.channel);
    if (!payload)
        return {};
    const RecordWords words(*payload, history);
    return words.message(message, Words::tr("Record watcher"), words.sentence());
}

} // namespace amb
