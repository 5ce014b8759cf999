// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/channelcolumn.h"

#include <QHash>
#include <QObject>
#include <QSettings>
#include <QTimer>

class QMainWindow;

namespace amb {

class Inspector;
class MessageView;
class PublishPane;

/// Keeps how the window was left: geometry, panes, columns, and what was typed to be published.
///
/// Saved shortly after each change, so that a crash loses seconds; QSettings replaces its file as a
/// whole. What cannot be read is left at its default. Of several windows each writes only what it
/// changed itself; columns and highlighters that another one changed are taken over when this one
/// is turned to.
class WindowState : public QObject
{
    Q_OBJECT

public:
    WindowState(QMainWindow &window,
                MessageView &messages,
                Inspector &inspector,
                PublishPane &publish);

    void restore();
    void save();
    void scheduleSave();
    /// The user turns to this window: takes over what another one changed and this one did not.
    void takeOver();
    /// Back to the default places of all panes and columns.
    void reset();

    [[nodiscard]] QStringList recentChannels() const;
    void addRecentChannel(const QString &channel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepOnScreen();
    void placePanes();
    void fitPanes();
    void restoreMessages();
    void restoreOwnColumns();
    void followChanges();
    void saveAtOnce();
    /// All that is kept, as it is now.
    [[nodiscard]] QHash<QString, QVariant> values() const;

    QMainWindow &m_window;
    MessageView &m_messages;
    Inspector &m_inspector;
    PublishPane &m_publish;
    ChannelColumn m_channelColumn;
    QSettings m_settings;
    QHash<QString, QVariant> m_kept; ///< what this window restored or saved last
    bool m_isTakingOver = false;
    QTimer m_timer;
};

} // namespace amb
