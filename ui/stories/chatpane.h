// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/chatlog.h"
#include "ui/widgets/capturefollower.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QStackedWidget;

namespace amb {

class CaptureStore;
class TranscriptModel;

/// The conversations of a capture, each as a transcript. Reads the traffic only while it is
/// visible, and says nothing itself.
class ChatPane : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the pane.
    explicit ChatPane(const CaptureStore &store, QWidget *parent = nullptr);

    /// Whether there is an instance on which one can subscribe to what would fill it.
    void setCanSubscribe(bool can);
    void appendRows() { m_follower.follow(); }

signals:
    /// The message of a row is to be shown in the list.
    void rowRequested(amb::Row row);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void update();
    void showTranscript();

    ChatLog m_log;
    CaptureFollower m_follower;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    QListWidget *m_conversations;
    TranscriptModel *m_model;
    QListView *m_transcript;
    bool m_hasNews = false;
};

} // namespace amb
