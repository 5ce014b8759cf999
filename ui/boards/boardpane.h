// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"
#include "ui/boards/boardplayer.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSplitter;

namespace amb {

class BoardCanvas;
class BoardDifferenceDialog;
class BoardHistoryView;
class BoardReplayBar;
class ElidedLabel;
class NoticeBar;

/// The task boards of a capture: one of them as a board, the history of what is selected on it, and
/// a slider over time. Reads the traffic only while it is visible.
class BoardPane : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the pane.
    explicit BoardPane(const CaptureStore &store, QWidget *parent = nullptr);

    [[nodiscard]] BoardPlayer &player() { return m_player; }
    /// Whether an instance can be read; else boards come from traffic alone.
    void setCanRead(bool can);

    /// The board that is shown; empty for cards of which nothing says where they belong.
    [[nodiscard]] QString boardId() const;
    void setBoard(const QString &sysId);
    /// Tells that the board is being read, until the next two calls.
    void setReading(bool reading);
    /// Takes a reading; when it was asked for by Difference also shows what the traffic missed.
    void addReading(const BoardReading &reading, bool showDifference);
    void showTrouble(const QString &text);
    /// Messages may have been missed: says so beside the board.
    void noteGap();

    /// Selects the card or lane that a message tells of, when a board shows it.
    void showSubjectOf(Row row);

signals:
    void watchRequested();
    void differenceRequested(const QString &board);
    /// The message of a row is to be shown in the list.
    void rowRequested(amb::Row row);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHead();
    void buildBody();
    void connectParts();
    void update(bool isHappening);
    void offerBoards(const QStringList &boards, const BoardRecords &records);
    void showBoard(bool isHappening);
    void showHistory();
    void showNewestMessage();
    void updateButtons();
    [[nodiscard]] QString emptyText() const;

    const CaptureStore &m_store;
    BoardPlayer m_player;
    QComboBox *m_choice;
    ElidedLabel *m_members;
    QPushButton *m_watch;
    QPushButton *m_difference;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    BoardCanvas *m_canvas;
    BoardHistoryView *m_history;
    BoardReplayBar *m_replay;
    BoardDifferenceDialog *m_dialog;
    QStringList m_offered;
    QString m_historyKey; ///< what the history that is shown was made of
    bool m_canRead = false;
    bool m_isReading = false;
};

} // namespace amb
