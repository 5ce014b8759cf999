// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace amb {

class CaptureStore;

/// What a capture shows within a second after something was published: its echo, and what came on
/// which channels. It may have to do with it or not; that is for people to judge.
class PublishEcho
{
public:
    static constexpr std::chrono::seconds listened{1};
    static constexpr qsizetype mostChannels = 20;

    struct Heard
    {
        ChannelId channel{};
        qint64 count = 0;
        Row first{};
    };

    /// Of data (a JSON text) that was published at a time to a channel. The store must outlive it.
    PublishEcho(const CaptureStore &store, QByteArray channel, QByteArray data, Timestamp sent);

    /// Reads what was received since; called when rows came.
    void read();
    /// Whether a row has come that is behind the second.
    [[nodiscard]] bool isOver() const { return m_isOver; }

    /// The delivery of the same data on the same channel.
    [[nodiscard]] std::optional<Row> echo() const { return m_echo; }
    [[nodiscard]] std::chrono::microseconds echoDelay() const { return m_echoDelay; }
    /// Deliveries by channel, the echo not among them, in the order they came first.
    [[nodiscard]] const QList<Heard> &heard() const { return m_heard; }
    /// Deliveries on channels beyond mostChannels.
    [[nodiscard]] qint64 others() const { return m_others; }

private:
    [[nodiscard]] bool isEcho(const CaptureSnapshot &rows, Row row, const RowInfo &info) const;
    void count(Row row, ChannelId channel);

    const CaptureStore *m_store; ///< never null; can be assigned
    QByteArray m_channel;
    QByteArray m_data;
    Timestamp m_sent;
    Row m_next;
    bool m_isOver = false;
    std::optional<Row> m_echo;
    std::chrono::microseconds m_echoDelay{};
    QList<Heard> m_heard;
    qint64 m_others = 0;
};

} // namespace amb
