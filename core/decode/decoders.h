// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"
#include "core/decode/recordhistory.h"
#include "core/message.h"

#include <QByteArrayView>
#include <QList>

#include <memory>
#include <vector>

namespace amb {

class Decoder;
struct DecodeRule;

/// All families of messages in words, the generic one last.
///
/// Stateless once made: one may serve all threads.
class Decoders
{
public:
    Decoders();
    /// Rules of the user come before everything else of events and publishes.
    explicit Decoders(QList<DecodeRule> rules);
    ~Decoders();
    Decoders(const Decoders &) = delete;
    Decoders &operator=(const Decoders &) = delete;
    Decoders(Decoders &&) = delete;
    Decoders &operator=(Decoders &&) = delete;

    /// Takes any bytes. What is no JSON, or no Bayeux message, is said to be that.
    [[nodiscard]] DecodedMessage decode(QByteArrayView raw,
                                        MessageKind kind,
                                        Direction direction,
                                        const RecordHistory &history = NoHistory()) const;

private:
    std::vector<std::unique_ptr<Decoder>> m_decoders;
};

} // namespace amb
