// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QString>

namespace amb {

/// How the list tells when a message came.
struct TimeStyle
{
    enum class Form : quint8 {
        Clock, ///< 10:02:11.402
        DateAndClock, ///< 2026-11-22 10:02:11.402
        SinceFirst, ///< 12.402 s after the first row of the capture
        SincePrevious, ///< 0.402 s after the row above
    };

    Form form = Form::Clock;
    bool isUtc = false; ///< of Clock and DateAndClock; otherwise local time

    friend bool operator==(const TimeStyle &, const TimeStyle &) = default;

    /// The time in this form, to the millisecond; reference is what it is told from, where it is.
    [[nodiscard]] QString text(Timestamp time, Timestamp reference) const;
    /// The widest text of this form, for the width of a column.
    [[nodiscard]] QString widest() const;
    /// What a column of such times is called: "Time", "Time (UTC)", "Since first", "Delta".
    [[nodiscard]] QString heading() const;
};

/// "0.402", "12.402", "1:02:11.402": seconds, from an hour on with hours and minutes; "-" leads
/// where the time is before the reference, as it is when the computer's clock was set back.
QString elapsedText(std::chrono::microseconds elapsed);

} // namespace amb
