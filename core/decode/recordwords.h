// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"
#include "core/decode/parsedmessage.h"
#include "core/decode/recordpayload.h"

#include <QHash>

namespace amb {

class FieldList;
class RecordHistory;

/// The words that all families of record changes share, with what the values were before.
class RecordWords
{
public:
    RecordWords(RecordPayload payload, const RecordHistory &history);

    [[nodiscard]] const RecordPayload &payload() const { return m_payload; }
    /// "INC0010042", or "incident 5d0e4c1f…" where the record has no name.
    [[nodiscard]] QString name() const;
    /// " by agent.one", or nothing.
    [[nodiscard]] QString by() const;
    [[nodiscard]] bool hasChanged(const QString &field) const { return m_changes.contains(field); }
    /// What the field is now; empty when the message does not carry it.
    [[nodiscard]] QString now(const QString &field) const;
    /// What the field was, as people see it; nothing when nobody knows.
    [[nodiscard]] std::optional<QString> before(const QString &field) const;
    /// The changed fields but some: "priority 4 → 3, state → Closed and 2 more".
    [[nodiscard]] QString changes(const QStringList &without = {}) const;
    /// ": what it is about (state New, priority 4 - Low)" of a new record, or nothing.
    [[nodiscard]] QString introduction() const;
    /// The whole sentence for a record of no special table.
    [[nodiscard]] QString sentence() const;
    /// A sentence that begins with what the family calls the record, "Card 'Replace switch'".
    [[nodiscard]] QString sentence(const QString &subject) const;

    /// A message of all that is known, with that sentence.
    [[nodiscard]] DecodedMessage message(const ParsedMessage &message,
                                         const QString &family,
                                         const QString &sentence) const;

private:
    [[nodiscard]] QString change(const QString &field) const;
    [[nodiscard]] QString updateSentence(const QString &subject) const;
    void addChanges(FieldList &fields) const;
    void addUsers(FieldList &fields, const QStringList &changed) const;
    void addEnvelope(FieldList &fields, const ParsedMessage &message) const;

    RecordPayload m_payload;
    QStringList m_changes;
    QHash<QString, FieldValue> m_before;
};

} // namespace amb
