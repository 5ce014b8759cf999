// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "ui/channels/channelsets.h"

#include <QMenu>

namespace amb {

class ChannelHabits;
class ChannelModel;
class ChannelTreeView;

/// What can be done with the list of channels as a whole: many at once, sets by name, the end of
/// mute and solo, and its columns.
class ChannelMoreMenu : public QMenu
{
    Q_OBJECT

public:
    /// All must outlive the menu.
    ChannelMoreMenu(ChannelTreeView &view,
                    ChannelModel &channels,
                    ChannelHabits &habits,
                    QWidget *parent);

signals:
    void subscribeRequested(const QList<amb::ChannelPattern> &patterns);

private:
    void fill();
    void addSets();
    void addSet(const ChannelSet &set);
    void openPaste();
    void askName();
    [[nodiscard]] QList<ChannelPattern> present() const;

    ChannelTreeView &m_view;
    ChannelModel &m_channels;
    ChannelHabits &m_habits;
    ChannelSets m_sets;
};

} // namespace amb
