// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "ui/messages/messagetext.h"
#include "ui/widgets/uniformtableview.h"

#include <optional>

namespace amb {

class ListOverlays;
class MessageDelegate;
class MessageModel;
struct TimeStyle;

/// The list of messages. It follows the newest row until the user looks at an older one; then it
/// stays where it is and says how many rows are below.
class MessageView : public UniformTableView
{
    Q_OBJECT

public:
    /// The model must outlive the view.
    explicit MessageView(MessageModel &model, QWidget *parent = nullptr);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool following);
    /// The row the user looks at in detail, if any.
    [[nodiscard]] std::optional<Row> currentRow() const;
    /// Makes a row the current one, when it is in the list.
    void showRow(Row row);
    /// Shown in the middle while there are no rows.
    void setEmptyText(const QString &text);
    [[nodiscard]] MessageModel &messages() const { return m_model; }
    /// Puts the selected messages on the clipboard.
    void copySelected(CopyForm form = CopyForm::Raw, const CommandTarget &target = {});
    void setTimeStyle(TimeStyle style);
    /// Fonts of the words and of what is taken from messages. Columns grow and shrink with them.
    void setFonts(const QFont &words, const QFont &payload);
    /// All columns at their first places, in their first widths.
    void resetColumns();
    /// Marks the selected rows, or takes their marks away when all have one.
    void toggleMarks();
    /// Goes to the next (1) or previous (-1) mark, round the end.
    void goToMark(int step);
    /// Selects a row and shows it, also when it is not in the list for being a heartbeat or for a
    /// filter or mute, which end then; false when it was dropped or waits for the end of a pause.
    bool goToRow(Row row);

signals:
    void followingChanged(bool following);
    void currentRowChanged();
    /// More rows are selected than can be copied or marked at once; nothing was done.
    void copyRefused(int selected, int most);
    /// None of the selected messages can be copied in the form that was wished.
    void nothingToCopy();

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintRowBackground(QPainter &painter, int row, const QRect &area) const override;
    void paintRowSign(QPainter &painter, int row, const QRect &area) const override;

private:
    void connectModel();
    void fitTimeColumn();
    void keepPlace();
    void returnToPlace();
    void returnToCurrent();
    /// The selected rows from above to below; none, with a word, when they are too many.
    [[nodiscard]] QList<Row> selectedRowNumbers();
    void updatePause();
    void applyFonts();
    void afterRemoval(int removed);
    void scrollToNewest();
    void goTo(int index);
    void keepClearOfButton();
    void updateFollow();

    MessageModel &m_model;
    MessageDelegate *m_delegate;
    ListOverlays *m_overlays;
    QFont m_payloadFont;
    Row m_seenEnd{}; ///< one past the newest row when following stopped
    bool m_isFollowing = true;
    bool m_isScrollingItself = false;
    bool m_hasColumnWidths = false;
    /// What was current and uppermost before the rows were chosen anew.
    std::optional<Row> m_keptCurrent;
    Row m_keptTop{};
    std::optional<int> m_keptOffset; ///< of the current row below the uppermost, where it was shown
};

} // namespace amb
