// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "ui/uniformtableview.h"

#include <optional>

class QLabel;
class QPushButton;

namespace amb {

class MessageDelegate;
class MessageModel;

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
    /// Shown in the middle while there are no rows.
    void setEmptyText(const QString &text);
    /// The selected messages as received, one a line.
    void copySelected();

signals:
    void followingChanged(bool following);
    void currentRowChanged();
    /// More rows are selected than anybody wants on the clipboard; none was copied.
    void copyRefused(int selected, int most);

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyFonts();
    void afterRemoval(int removed);
    void scrollToNewest();
    void goTo(int index);
    void placeOverlays();
    void updateFollowButton();

    MessageModel &m_model;
    MessageDelegate *m_delegate;
    QPushButton *m_followButton;
    QLabel *m_emptyLabel;
    Row m_seenEnd{}; ///< one past the newest row when following stopped
    bool m_isFollowing = true;
    bool m_isScrollingItself = false;
    bool m_hasColumnWidths = false;
};

} // namespace amb
