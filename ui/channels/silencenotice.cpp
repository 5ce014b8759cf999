// SPDX-License-Identifier: MIT
#include "ui/channels/silencenotice.h"

#include "core/oneline.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channeltitle.h"
#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestName = 80;

} // namespace

SilenceNotice::SilenceNotice(ChannelModel &channels, ChannelHabits &habits, QWidget *parent)
    : NoticeBar(parent)
    , m_channels(channels)
    , m_habits(habits)
{
    setObjectName(u"silenceNotice"_s);
    connect(&channels, &ChannelModel::sampled, this, &SilenceNotice::look);
    connect(&m_watch, &SilenceWatch::silenceNoticed, this, &SilenceNotice::take);
    connect(&m_watch, &SilenceWatch::silenceEnded, this, [this](const QString &channel) {
        if (m_silent.removeAll(channel) > 0)
            say();
    });
    connect(this, &NoticeBar::actionRequested, this, [this] {
        m_silent.clear();
        say();
    });
}

void SilenceNotice::look()
{
    QList<SilenceWatch::Channel> watched;
    for (int row = 0; row < m_channels.rowCount(); ++row) {
        const ChannelModel::Entry &entry = m_channels.entry(row);
        const QString name = entry.info.pattern.toString();
        const std::chrono::minutes limit = m_habits.of(name).silence;
        if (limit.count() > 0)
            watched.append({name, limit, entry.last});
    }
    m_watch.look(watched, now());
}

void SilenceNotice::take(const QString &channel)
{
    m_silent.removeAll(channel);
    m_silent.append(channel);
    emit noteRequested(wordsFor(channel));
    say();
}

void SilenceNotice::say()
{
    if (m_silent.isEmpty()) {
        hide();
        return;
    }
    const QString latest = wordsFor(m_silent.constLast());
    const qsizetype others = m_silent.size() - 1;
    QString text = latest;
    if (others == 1)
        text += u' ' + tr("Another channel is silent too.");
    else if (others > 1)
        text += u' ' + tr("%1 other channels are silent too.").arg(numberText(others));
    showNotice(text, tr("&Dismiss"));
}

/// "/chat: Nothing for 5 min. The connection answered …"
QString SilenceNotice::wordsFor(const QString &channel) const
{
    const QString alias = m_habits.of(channel).alias;
    const QString name = oneLine(alias.isEmpty() ? channelTitle(channel) : alias, longestName);
    for (int row = 0; row < m_channels.rowCount(); ++row) {
        if (m_channels.entry(row).info.pattern.toString() == channel)
            return tr("%1: %2").arg(name, m_channels.sayQuiet(row, now()).word);
    }
    return name;
}

} // namespace amb
