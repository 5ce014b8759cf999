// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/instance/tablerequest.h"
#include "ui/widgets/tone.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace amb {

class DiscoverList;
class Monitor;

/// Shows which channels an instance serves and who listens to what, to be subscribed from there.
class DiscoverDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DiscoverDialog(Monitor &monitor, QWidget *parent = nullptr);

    void refresh(); ///< reads both tables

signals:
    void subscribeRequested(const amb::ChannelPattern &pattern);
    void watchRequested(); ///< a record watcher is to be put together

private:
    void askWhoListens();
    void enableSubscribeAll();
    void buildTop(QVBoxLayout *layout);
    void buildLists(QVBoxLayout *layout);
    void buildChoice(QVBoxLayout *layout);
    void connectLists();
    void takeRead(TableReadId id, const Result<TableRows> &result);
    void fillLists();
    void showSubscriptions();
    void showCounts();
    void showChoice();
    void checkField();
    void showHint(const QString &text, Tone tone = Tone::Quiet);
    /// Selects the next <…> to be filled in; false when there is none.
    bool selectPlaceholder();
    void take(); ///< the current channel, as far as it can be
    void subscribeField();
    void subscribeAll();
    [[nodiscard]] DiscoverList *list() const;

    Monitor &m_monitor;
    QLineEdit *m_search;
    QPushButton *m_refreshButton;
    QTabWidget *m_tabs;
    DiscoverList *m_served;
    DiscoverList *m_inUse;
    QLabel *m_purpose;
    QLineEdit *m_field;
    QPushButton *m_subscribeButton;
    QPushButton *m_allButton;
    QPushButton *m_watchButton;
    QLabel *m_hint;
    QByteArray m_chosen; // the channel that the field was filled for
    std::optional<TableReadId> m_processorRead;
    std::optional<TableReadId> m_presenceRead;
    std::optional<Result<TableRows>> m_processors;
    std::optional<Result<TableRows>> m_presences;
};

} // namespace amb
