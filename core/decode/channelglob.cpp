// SPDX-License-Identifier: MIT
#include "core/decode/channelglob.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DecodeRules)
};

Error failure(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

} // namespace

Result<ChannelGlob> ChannelGlob::parse(const QString &text)
{
    if (!text.startsWith(u'/'))
        return failure(Words::tr("A channel begins with a slash, for example /acme/build/**."));
    ChannelGlob glob;
    glob.m_parts = text.mid(1).split(u'/');
    for (qsizetype i = 0; i < glob.m_parts.size(); ++i) {
        const QString &part = glob.m_parts.at(i);
        const bool isLast = i + 1 == glob.m_parts.size();
        if (part.isEmpty())
            return failure(Words::tr("A part of the channel between two slashes is empty."));
        if (part == "**"_L1 && !isLast)
            return failure(Words::tr("** stands at the end of a channel only."));
        if (part.contains(u'*') && part != "*"_L1 && part != "**"_L1)
            return failure(
                Words::tr("* stands for a whole part of a channel, as in /acme/*/done."));
    }
    glob.m_isDeep = glob.m_parts.last() == "**"_L1;
    if (glob.m_isDeep)
        glob.m_parts.removeLast();
    return glob;
}

bool ChannelGlob::matches(const QString &channel) const
{
    if (!channel.startsWith(u'/'))
        return false;
    const QStringList parts = channel.mid(1).split(u'/');
    if (m_isDeep ? parts.size() <= m_parts.size() : parts.size() != m_parts.size())
        return false;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (m_parts.at(i) != "*"_L1 && m_parts.at(i) != parts.at(i))
            return false;
    }
    return true;
}

} // namespace amb
