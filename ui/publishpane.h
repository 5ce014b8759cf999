// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/publishoutcome.h"
#include "core/result.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStringListModel;
class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

class ElidedLabel;

/// Where a test message is written and sent, and where one sees what came of it.
class PublishPane : public QWidget
{
    Q_OBJECT

public:
    explicit PublishPane(QWidget *parent = nullptr);

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildEditor();
    void buildHistory();
    void applyFont();
    [[nodiscard]] Result<ChannelName> checkedChannel() const;
    void check();
    void markError(qsizetype byteOffset);
    void send();
    void copyReply();

    QStringListModel *m_completions;
    QLineEdit *m_channel;
    QPlainTextEdit *m_data;
    ElidedLabel *m_hint;
    QPushButton *m_sendButton;
    QTreeWidget *m_history;
    QLabel *m_historyEmpty;
    QHash<quint64, QTreeWidgetItem *> m_pending;
};

} // namespace amb
