// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/wording.h"

#include <QByteArrayView>

namespace amb {

/// One of the monitor's own rows, put into words.
struct NoteWords
{
    Saying saying; ///< what it is about: "gap", "transport", "refused", …
    QString text;
    bool isGap = false; ///< messages may have been missed, or were lost
    bool isRefusal = false; ///< a subscription was refused

    /// From the row's JSON text. What is no note of ours is called "note" and has no text.
    static NoteWords parse(QByteArrayView message);
};

} // namespace amb
