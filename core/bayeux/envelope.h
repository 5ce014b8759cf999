// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QByteArrayView>

#include <optional>

namespace amb {

/// What the session reads of one Bayeux message; `data` itself stays unparsed in raw.
///
/// All views point into the frame or the FrameSplitter that made it and die with its next split().
/// An absent field is an empty view. A field of the wrong JSON type counts as absent.
struct Envelope
{
    QByteArrayView raw; ///< the whole message as it came
    QByteArrayView channel; ///< unescaped
    QByteArrayView id; ///< unescaped; of a number, its digits
    QByteArrayView clientId; ///< unescaped
    QByteArrayView error; ///< unescaped
    QByteArrayView subscription; ///< raw JSON: a string or an array
    QByteArrayView supportedConnectionTypes; ///< raw JSON
    QByteArrayView advice; ///< raw JSON
    QByteArrayView ext; ///< raw JSON
    std::optional<bool> successful;
    bool hasData = false; ///< `data` is present, be it null, "" or 0
};

/// What a received message is (bayeux.md § 1, the rule of the reference client): the meta channels
/// by their exact names; otherwise `data` present means event, never mind the id; `successful`
/// without data means publish reply.
MessageKind classify(const Envelope &envelope);

} // namespace amb
