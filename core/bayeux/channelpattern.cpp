// SPDX-License-Identifier: MIT
#include "core/bayeux/channelpattern.h"

#include "core/bayeux/channelname.h"

#include <QCoreApplication>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ChannelPattern)
};

Error wrong(const QString &words, const QByteArray &pattern)
{
    return {ErrorKind::Input, words.arg(QString::fromUtf8(pattern)), {}};
}

} // namespace

Result<ChannelPattern> ChannelPattern::parse(QByteArrayView text)
{
    auto checked = checkChannelText(text);
    if (!checked)
        return checked.error();
    ChannelPattern pattern;
    pattern.m_bytes = *checked;
    if (pattern.m_bytes.startsWith("/meta/"))
        return wrong(
            Words::tr("“%1” cannot be subscribed to: /meta/ channels belong to the protocol."),
            pattern.m_bytes);
    if (pattern.m_bytes.contains("/*/") || pattern.m_bytes.contains("/**/"))
        return wrong(
            Words::tr(
                "In “%1” the wildcard is in the middle: “*” and “**” are only allowed at the end."),
            pattern.m_bytes);
    if (pattern.m_bytes.endsWith("/**"))
        pattern.m_wild = Wild::Deep;
    else if (pattern.m_bytes.endsWith("/*"))
        pattern.m_wild = Wild::One;
    return pattern;
}

bool ChannelPattern::matches(QByteArrayView channel) const
{
    if (m_wild == Wild::None)
        return channel == m_bytes;
    if (channel.startsWith("/meta/"))
        return false;
    // "/foo/*" and "/foo/**" need at least one character behind "/foo/".
    const QByteArrayView parent = QByteArrayView(m_bytes).chopped(m_wild == Wild::One ? 1 : 2);
    if (channel.size() <= parent.size() || !channel.startsWith(parent))
        return false;
    return m_wild == Wild::Deep || !channel.sliced(parent.size()).contains('/');
}

} // namespace amb
