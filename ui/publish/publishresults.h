// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/capture/capturetypes.h"
#include "core/publishoutcome.h"
#include "core/reading/publishecho.h"
#include "ui/publish/publishlog.h"

#include <QHash>
#include <QTimer>
#include <QTreeWidget>

#include <optional>
#include <vector>

class QLabel;

namespace amb {

/// What was published and what came of it, newest first: the reply in words, and under it the echo
/// and what other channels showed within a second. What was published before the program was
/// started is there to be sent again.
class PublishResults : public QTreeWidget
{
    Q_OBJECT

public:
    explicit PublishResults(QWidget *parent = nullptr);

    /// Where the echo is looked for; must outlive it.
    void setCapture(const CaptureStore &store);
    /// Shows what was published to an instance earlier, and keeps what is from now on.
    void restore(const QString &instance);
    /// Something is about to be sent: its echo may be there before add() is called.
    void expect(const QString &channel, const QByteArray &json);
    void add(PublishId id, const QString &channel, const QByteArray &json);
    /// False when it was not published here.
    bool showOutcome(const PublishOutcome &outcome);
    /// Rows were received.
    void readRows();
    /// What is subscribed to: without it no echo can come.
    void setSubscriptions(const QList<ChannelPattern> &patterns);

signals:
    /// A message is to be shown in the list.
    void rowRequested(amb::Row row);
    void sendAgainRequested(const QString &channel, const QByteArray &data);
    void editRequested(const QString &channel, const QString &data);

private:
    struct Listening
    {
        QTreeWidgetItem *item = nullptr;
        PublishEcho echo;
        Timestamp since{};
        qint64 shown = -1; ///< how many deliveries the lines under the item tell of
    };

    void build();
    void buildActions();
    void showEmpty();
    void fill(QTreeWidgetItem &item, const PublishLogEntry &entry);
    void showHeard(Listening &listening);
    void showMissing(const Listening &listening);
    /// Adds a line below what was sent.
    static QTreeWidgetItem &addHeard(QTreeWidgetItem &item,
                                     const QString &word,
                                     const QString &channel,
                                     std::optional<Row> row,
                                     const QString &delay = {});
    void stopListening();
    void forgetOldest();
    void showRowOf(const QTreeWidgetItem *item);
    [[nodiscard]] std::optional<PublishLogEntry> currentEntry() const;
    void copyReply();
    void sendAgain();
    void edit();
    void clearAll();

    const CaptureStore *m_store = nullptr;
    std::optional<QString> m_instance; ///< nothing: nothing is kept
    PublishLog m_log;
    QLabel *m_empty;
    QHash<quint64, QTreeWidgetItem *> m_pending;
    QHash<QTreeWidgetItem *, PublishLogEntry> m_entries;
    std::vector<Listening> m_listening;
    std::optional<PublishEcho> m_expected;
    Timestamp m_expectedSince{};
    QList<ChannelPattern> m_subscriptions;
    QTimer m_timer;
};

} // namespace amb
