// SPDX-License-Identifier: MIT
#include "ui/channels/channellines.h"

namespace amb {

ChannelLines ChannelLines::read(const QString &text)
{
    ChannelLines lines;
    int number = 0;
    for (qsizetype begin = 0; begin <= text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        ++number;
        const QString line = text.sliced(begin, end - begin);
        const QString channel = line.trimmed();
        if (!channel.isEmpty() && !channel.startsWith(u'#')) {
            const auto pattern = ChannelPattern::parse(channel.toUtf8());
            if (!pattern)
                lines.problems.append({number, begin, line.size(), pattern.error().text});
            else if (lines.patterns.contains(*pattern))
                ++lines.repeated;
            else
                lines.patterns.append(*pattern);
        }
        begin = end + 1;
    }
    return lines;
}

} // namespace amb
