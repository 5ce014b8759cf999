// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/recordpayload.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>

namespace amb {

/// What came on a message's channel before it. Nothing is stored for it while messages are
/// received: an implementation looks back when a message is shown, as far as it can afford.
class RecordHistory
{
public:
    /// Takes an earlier payload; false: no more are wanted.
    using Visitor = std::function<bool(const RecordPayload &)>;

    RecordHistory() = default;
    RecordHistory(const RecordHistory &) = delete;
    RecordHistory &operator=(const RecordHistory &) = delete;
    RecordHistory(RecordHistory &&) = delete;
    RecordHistory &operator=(RecordHistory &&) = delete;
    virtual ~RecordHistory() = default;

    /// The earlier payloads of a record, newest first. Ends at a gap of the capture, beyond which
    /// nobody knows what was missed, and out of reach.
    virtual void visit(const RecordKey &record, const Visitor &visitor) const = 0;
    /// The sum of the counts that came before on a count channel since the capture began; nothing
    /// when its beginning is out of reach or behind a gap.
    [[nodiscard]] virtual std::optional<qint64> countBefore() const = 0;
};

/// For messages that are looked at alone.
class NoHistory : public RecordHistory
{
public:
    void visit(const RecordKey &record, const Visitor &visitor) const override;
    [[nodiscard]] std::optional<qint64> countBefore() const override;
};

/// The values that the changed fields of an update had before it. A field is absent when nobody
/// knows, which is said rather than guessed: no earlier message told it, the record was out of the
/// watched query meanwhile, or its update count shows that an update in between did not come.
QHash<QString, FieldValue> oldValues(const RecordPayload &update, const RecordHistory &history);

} // namespace amb
