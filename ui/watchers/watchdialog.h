// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/recordwatchername.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStringListModel;
class QVBoxLayout;

namespace amb {

class ConditionEditor;
class FieldNote;
class LintList;
class TableCatalog;

/// "Watch records…": a table and conditions, an encoded query, and the record watcher's channel,
/// each following the others while one is edited.
class WatchDialog : public QDialog
{
    Q_OBJECT

public:
    /// The catalog must outlive the dialog.
    explicit WatchDialog(TableCatalog &catalog, QWidget *parent = nullptr);

    /// Begins with a channel, a list's address or a query; what cannot be read is said.
    void paste(const QString &text);

signals:
    void subscribeRequested(const amb::ChannelPattern &pattern);

private:
    /// Where an edit came from: that place is left as it was typed.
    enum class Source : quint8 {
        Outside,
        Table,
        Conditions,
        Query,
        Channel,
    };

    void buildTop(QGridLayout &form);
    [[nodiscard]] QWidget *buildConditions();
    void buildTexts(QGridLayout &form);
    void buildButtons(QVBoxLayout *layout);
    void connectEdits();
    void take(Source source);
    void readPaste();
    void readChannel();
    void spread(Source source);
    void showLints();
    void showCatalog();
    void submit();
    [[nodiscard]] QString channelText() const;
    [[nodiscard]] Result<ChannelPattern> pattern() const;

    TableCatalog &m_catalog;
    RecordWatcherName m_watcher;
    std::optional<QString> m_channelTrouble; ///< the channel as it stands is no record watcher's
    bool m_isShowing = false;
    QStringListModel *m_tables;
    QLineEdit *m_paste;
    FieldNote *m_pasteNote = nullptr;
    QLineEdit *m_table;
    QComboBox *m_responder;
    FieldNote *m_catalogNote = nullptr;
    ConditionEditor *m_conditions;
    QLineEdit *m_query;
    QLineEdit *m_channel;
    QLabel *m_words;
    LintList *m_lints;
    QPushButton *m_copy;
    QPushButton *m_subscribe = nullptr;
};

} // namespace amb
