// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/publishoutcome.h"
#include "core/publishtemplate.h"
#include "core/row.h"
#include "ui/publish/publisheditor.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace amb {

class CaptureStore;
class ChannelPattern;
class NoticeBar;
class PublishAuditDialog;
class PublishGuard;
class PublishRepeat;
class PublishResults;
class PublishTemplates;
struct WindowIdentity;

/// Where a test message is written and sent, and where one sees what came of it.
class PublishPane : public QWidget
{
    Q_OBJECT

public:
    explicit PublishPane(QWidget *parent = nullptr);

    /// With room for a warning above what is written.
    [[nodiscard]] QSize sizeHint() const override;

    /// Which instance it publishes to: what was published there is offered again, and a production
    /// instance is guarded.
    void setInstance(const WindowIdentity &identity);
    /// Where the echo is looked for; must outlive the pane.
    void setCapture(const CaptureStore &store);
    /// Who is signed in, for the placeholder.
    void setUser(const QString &user);
    /// Repeating stops when the connection is lost.
    void setConnected(bool connected);
    /// What is subscribed to: without it no echo can come.
    void setSubscriptions(const QList<ChannelPattern> &patterns);
    /// Rows were received.
    void readRows();

    void setKnownChannels(const QStringList &channels);
    [[nodiscard]] QString channelText() const;
    [[nodiscard]] QString dataText() const;
    void setTexts(const QString &channel, const QString &json);
    void focusField();

    /// A publish is under way; its outcome follows.
    void addSent(PublishId id, const ChannelName &channel);
    void showOutcome(const PublishOutcome &outcome);

signals:
    void publishRequested(const amb::ChannelName &channel, const QByteArray &data);
    void textsChanged();
    /// A message is to be shown in the list.
    void rowRequested(amb::Row row);

private:
    struct Message
    {
        ChannelName channel;
        QByteArray data;
    };

    void build();
    void connectParts();
    void connectRepeat();
    void showWhatCanBeDone();
    void send();
    void sendDraft(const PublishDraft &draft);
    void sendAgain(const QString &channel, const QByteArray &json);
    /// Sends it, or asks before that.
    void request(const Message &message);
    void publish(const Message &message);
    void stopRepeating(const QString &why);

    QString m_instance;
    QString m_user;
    PublishEditor *m_editor;
    NoticeBar *m_caution;
    PublishGuard *m_guard;
    PublishAuditDialog *m_audit;
    PublishTemplates *m_templates;
    PublishRepeat *m_repeat;
    QPushButton *m_sendButton;
    PublishResults *m_results;
    std::optional<Message> m_asked; ///< waits for the answer of the user
    std::optional<PublishDraft> m_repeated; ///< as it was when repeating began
    QByteArray m_sending;
    qint64 m_number = 0; ///< publishes so far
};

} // namespace amb
