// SPDX-License-Identifier: MIT
#include "ui/messages/scopebar.h"

#include "core/oneline.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelscope.h"
#include "ui/channels/channeltitle.h"
#include "ui/messages/messagemodel.h"
#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestName = 60;

QList<ChannelPattern> patternsOf(const QStringList &names)
{
    QList<ChannelPattern> patterns;
    for (const QString &name : names) {
        if (const auto pattern = ChannelPattern::parse(name.toUtf8()))
            patterns.append(*pattern);
    }
    return patterns;
}

} // namespace

ScopeBar::ScopeBar(MessageModel &messages,
                   ChannelModel &channels,
                   ChannelHabits &habits,
                   QWidget *parent)
    : NoticeBar(parent)
    , m_messages(messages)
    , m_channels(channels)
    , m_habits(habits)
{
    setObjectName(u"scopeBar"_s);
    setSign(Glyph::Note, Tone::Quiet); // it is what the user wants
    connect(&habits, &ChannelHabits::changed, this, &ScopeBar::apply);
    connect(&channels, &ChannelModel::subscriptionsChanged, this, &ScopeBar::apply);
    connect(&messages, &MessageModel::scopeChanged, this, &ScopeBar::say);
    connect(this, &NoticeBar::actionRequested, this, &ScopeBar::act);
    apply();
}

ChannelScope ScopeBar::scope() const
{
    QList<ChannelPattern> others;
    for (int row = 0; row < m_channels.rowCount(); ++row) {
        const ChannelPattern &pattern = m_channels.entry(row).info.pattern;
        const ChannelHabit habit = m_habits.of(pattern.toString());
        if (!habit.isMuted && !habit.isSolo)
            others.append(pattern);
    }
    // Without mute and solo it does not matter which others there are.
    const ChannelScope made(
        patternsOf(m_habits.muted()), patternsOf(m_habits.solo()), std::move(others));
    return made.isEverything() ? ChannelScope() : made;
}

void ScopeBar::apply()
{
    m_messages.setScope(scope());
    say();
}

QString ScopeBar::nameOf(const QString &channel) const
{
    const QString alias = m_habits.of(channel).alias;
    return oneLine(alias.isEmpty() ? channelTitle(channel) : alias, longestName);
}

void ScopeBar::say()
{
    const QStringList solo = m_habits.solo();
    const QStringList muted = m_habits.muted();
    if (m_messages.scope().isEverything()) {
        hide();
    } else if (m_messages.isScopeLifted()) {
        showNotice(tr("All channels are shown for now, since a message was asked for that is "
                      "muted or not solo."),
                   tr("&Hide Again"));
    } else if (!solo.isEmpty()) {
        showNotice(solo.size() == 1
                       ? tr("Solo: only %1 is shown. All else is recorded, but not in the list.")
                             .arg(nameOf(solo.constFirst()))
                       : tr("Solo: only %1 channels are shown. All else is recorded, but not in "
                            "the list.")
                             .arg(numberText(solo.size())),
                   tr("&End Solo"));
    } else {
        showNotice(muted.size() == 1
                       ? tr("%1 is muted: its messages are recorded, but not in the list.")
                             .arg(nameOf(muted.constFirst()))
                       : tr("%1 channels are muted: their messages are recorded, but not in the "
                            "list.")
                             .arg(numberText(muted.size())),
                   muted.size() == 1 ? tr("&Unmute") : tr("&Unmute All"));
    }
}

void ScopeBar::act()
{
    if (m_messages.isScopeLifted())
        m_messages.setScopeLifted(false);
    else if (!m_habits.solo().isEmpty())
        m_habits.endSolo();
    else
        m_habits.unmuteAll();
}

} // namespace amb
