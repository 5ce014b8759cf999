// SPDX-License-Identifier: MIT
#pragma once

#include "core/monitortwins.h"

namespace amb {

/// What one link passes to the capture: everything but the events that another link, which it
/// replaces or by which it is replaced, has delivered already.
class MonitorSink final : public RecordSink
{
public:
    /// capture and twins must outlive it.
    MonitorSink(RecordSink &capture, MonitorTwins &twins, MonitorTwins::Side side)
        : m_capture(capture)
        , m_twins(twins)
        , m_side(side)
    { }

    void append(const Record &record) override
    {
        const bool isEvent = record.kind == MessageKind::Event && record.direction == Direction::In;
        if (isEvent && m_twins.isLooking()
            && m_twins.isTwin(m_side, record, MonitorTwins::Clock::now()))
            return;
        m_capture.append(record);
    }

private:
    RecordSink &m_capture;
    MonitorTwins &m_twins;
    MonitorTwins::Side m_side;
};

} // namespace amb
