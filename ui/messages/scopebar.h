// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/noticebar.h"

namespace amb {

class ChannelHabits;
class ChannelModel;
class ChannelScope;
class MessageModel;

/// Shows only the channels in the message list that the user wants to see, and says over it what is
/// left out, so that nobody forgets.
class ScopeBar : public NoticeBar
{
    Q_OBJECT

public:
    /// All must outlive the bar.
    ScopeBar(MessageModel &messages,
             ChannelModel &channels,
             ChannelHabits &habits,
             QWidget *parent = nullptr);

private:
    void apply();
    void say();
    void act();
    [[nodiscard]] ChannelScope scope() const;
    [[nodiscard]] QString nameOf(const QString &channel) const;

    MessageModel &m_messages;
    ChannelModel &m_channels;
    ChannelHabits &m_habits;
};

} // namespace amb
