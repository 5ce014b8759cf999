// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace amb::test {

/// A RecordSink that keeps copies of all rows.
class RecordLog : public RecordSink
{
public:
    struct Row
    {
        QByteArray raw;
        QByteArray channel;
        Timestamp time;
        Direction direction = Direction::In;
        MessageKind kind = MessageKind::Event;
        TransportType transport = TransportType::WebSocket;
    };

    void append(const Record &record) override;

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// The raw messages of one kind and direction.
    [[nodiscard]] QList<QByteArray> raw(MessageKind kind, Direction direction) const;
    /// The texts of the notes of one kind ("transport", "gap", "refused", "session").
    [[nodiscard]] QStringList notes(const QString &kind) const;

private:
    QList<Row> m_rows;
};

} // namespace amb::test
