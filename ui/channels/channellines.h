// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QList>
#include <QString>

namespace amb {

/// Channels written one a line, as people paste them. Empty lines and those that begin with `#` are
/// passed over.
struct ChannelLines
{
    struct Problem
    {
        int line = 0; ///< from 1
        qsizetype position = 0; ///< of the line's first character in the text
        qsizetype length = 0;
        QString text; ///< what is wrong with it
    };

    QList<ChannelPattern> patterns; ///< each once, in their order
    QList<Problem> problems;
    int repeated = 0; ///< lines with a channel that stands above already

    static ChannelLines read(const QString &text);
};

} // namespace amb
