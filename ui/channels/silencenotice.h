// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channels/silencewatch.h"
#include "ui/widgets/noticebar.h"

#include <QStringList>

namespace amb {

class ChannelHabits;
class ChannelModel;

/// Looks after the channels whose silence the user wants to know of, and says so over the messages
/// until it is read or the silence ends.
class SilenceNotice : public NoticeBar
{
    Q_OBJECT

public:
    /// Both must outlive the notice.
    SilenceNotice(ChannelModel &channels, ChannelHabits &habits, QWidget *parent = nullptr);

    /// Tells of each silence, for whoever wants to tell it elsewhere.
    [[nodiscard]] SilenceWatch &watch() { return m_watch; }

signals:
    /// What was noticed, in words: to be kept as a row.
    void noteRequested(const QString &text);

private:
    void look();
    void take(const QString &channel);
    void say();
    [[nodiscard]] QString wordsFor(const QString &channel) const;

    ChannelModel &m_channels;
    ChannelHabits &m_habits;
    SilenceWatch m_watch;
    QStringList m_silent; ///< told and not read yet, the latest last
};

} // namespace amb
