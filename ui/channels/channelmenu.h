// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "ui/channels/channelhabits.h"

#include <QMenu>

namespace amb {

class ChannelTreeView;

/// What can be done with the selected channels: names, colours, mute and solo, silence, the end of
/// the subscription.
class ChannelMenu : public QMenu
{
    Q_OBJECT

public:
    /// Of what is selected in the view. Both must outlive the menu.
    ChannelMenu(ChannelTreeView &view, ChannelHabits &habits, QWidget *parent);
    /// Offers nothing that needs an instance.
    void leaveOutSubscriptions();

signals:
    void watchRequested(const QString &start);
    void filterRequested(); ///< only messages of these channels are wanted
    void unsubscribeRequested();
    /// Something is to be published to a channel.
    void publishRequested(const QString &channel);
    void subscribeAgainRequested();

private:
    void addNaming();
    void addColours();
    void addShowing();
    void addSilence();
    void addRefusal();
    void addFlag(const QString &text, const QString &objectName, bool ChannelHabit::*flag);
    void askAlias();
    void askSilence();
    void setSilence(std::chrono::minutes limit);

    ChannelTreeView &m_view;
    ChannelHabits &m_habits;
    QStringList m_names;
    ChannelHabit m_habit; ///< of the first
};

} // namespace amb
