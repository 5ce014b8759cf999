// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturestore.h"

#include <memory>

namespace amb {

/// A capture in memory that tests fill by hand.
inline std::unique_ptr<CaptureStore> memoryStore()
{
    auto store = CaptureStore::create({});
    Q_ASSERT(store.ok());
    return std::move(store).value();
}

/// Appends an event on channel; published with the next flush().
inline void appendEvent(CaptureStore &store,
                        const QByteArray &channel,
                        const QByteArray &data = R"({"n":1})")
{
    const QByteArray raw = R"({"channel":")" + channel + R"(","data":)" + data + '}';
    Record record;
    record.raw = raw;
    record.channel = channel;
    record.time = Timestamp(std::chrono::seconds(1'780'000'000));
    store.append(record);
}

/// Appends any message as it is.
inline void appendRaw(CaptureStore &store,
                      const QByteArray &raw,
                      MessageKind kind,
                      Direction direction = Direction::In,
                      const QByteArray &channel = {})
{
    Record record;
    record.raw = raw;
    record.channel = channel;
    record.kind = kind;
    record.direction = direction;
    record.time = Timestamp(std::chrono::seconds(1'780'000'000));
    store.append(record);
}

/// Appends count events on /sample and publishes them.
inline void appendEvents(CaptureStore &store, int count)
{
    for (int i = 0; i < count; ++i)
        appendEvent(store, "/sample", R"({"n":)" + QByteArray::number(i) + "}");
    store.flush();
}

} // namespace amb
