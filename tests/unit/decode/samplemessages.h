// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"
#include "core/decode/recordhistory.h"
#include "core/message.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace amb::test {

/// A message of tests/data/amb-frames.jsonl.
struct SampleMessage
{
    int frame = 0;
    QString label;
    MessageKind kind = MessageKind::Event;
    Direction direction = Direction::In;
    QByteArray channel;
    QByteArray raw;
};

/// All messages of all frames, in their order.
QList<SampleMessage> sampleMessages();

/// The kind that a session gives a message (see envelope.h for what is received).
MessageKind kindOf(const QJsonObject &message, Direction direction);

/// A history that is written down: payloads, newest first.
class WrittenHistory : public RecordHistory
{
public:
    explicit WrittenHistory(const QByteArrayList &payloads, std::optional<qint64> count = {});

    void visit(const RecordKey &record, const Visitor &visitor) const override;
    [[nodiscard]] std::optional<qint64> countBefore() const override { return m_count; }

private:
    QList<RecordPayload> m_payloads;
    std::optional<qint64> m_count;
};

/// A decoded message as text, a line a field: "priority  Priority: 4 - Low → 3 - Moderate [4 → 3]",
/// raw values in brackets where they differ from what is shown.
QString asText(const DecodedMessage &message);

/// What is wrong with a decoded message that comes of anything; empty when it is fine.
QString faultOf(const DecodedMessage &message);

} // namespace amb::test
