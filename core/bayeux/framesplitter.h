// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/envelope.h"
#include "core/result.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <span>

namespace amb {

/// Splits a frame (a JSON array of Bayeux messages, or a single one) into envelopes without
/// touching the raw bytes. What it skips, such as `data`, is checked for balance only.
class FrameSplitter
{
public:
    struct Split
    {
        std::span<const Envelope> envelopes; ///< in order; also those before an error
        std::optional<Error> error; ///< why the rest of the frame could not be read
        qsizetype errorOffset = 0; ///< where that rest begins
    };

    FrameSplitter();
    ~FrameSplitter();
    FrameSplitter(const FrameSplitter &) = delete;
    FrameSplitter &operator=(const FrameSplitter &) = delete;
    FrameSplitter(FrameSplitter &&) = delete;
    FrameSplitter &operator=(FrameSplitter &&) = delete;

    /// The result is valid until the next call and as long as the frame's bytes are.
    Split split(QByteArrayView frame);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace amb
