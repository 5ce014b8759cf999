// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturereader.h"
#include "core/capture/filternode.h"

#include <optional>
#include <vector>

namespace amb {

/// The row that a filter looks at. Reads its message only when it is asked for, and remembers what
/// was found out about channels. For one thread.
class FilterSubject
{
public:
    explicit FilterSubject(CaptureSnapshot snapshot);

    void moveTo(Row row);
    [[nodiscard]] const RowInfo &info() const { return m_info; }
    [[nodiscard]] QByteArrayView message();
    [[nodiscard]] bool channelHolds(const ChannelTest &test);

private:
    /// Answers by the test's number and the channel's: -1 where it was not asked yet.
    using Answers = std::vector<qint8>;

    CaptureReader m_reader;
    Row m_row{};
    RowInfo m_info;
    std::optional<QByteArrayView> m_message;
    std::vector<Answers> m_answers;
};

} // namespace amb
