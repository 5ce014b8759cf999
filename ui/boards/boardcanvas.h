// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"
#include "ui/boards/boardlayout.h"
#include "ui/boards/boardmotion.h"
#include "ui/boards/boardpainter.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

class QLabel;

namespace amb {

/// A task board: lanes side by side, their cards below each other.
///
/// Arrow keys walk cards and lanes, Home and End go to the ends of a lane, Return asks for the
/// messages of what is current.
class BoardCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// How the picture goes to another state of the board.
    enum class Change : quint8 {
        Happening, ///< shown as it happens: cards slide, glow and fade
        Jump, ///< another moment or another board: simply there
    };

    /// What can be current: a lane, or a card in it.
    struct Item
    {
        QString lane; ///< sys_id; empty for the place of the unknown
        QString card; ///< empty for the lane itself
        bool isLane = false;

        [[nodiscard]] bool isValid() const { return isLane || !card.isEmpty(); }
        friend bool operator==(const Item &, const Item &) = default;
    };

    explicit BoardCanvas(QWidget *parent = nullptr);

    void setBoard(const Board &board, Change change);
    [[nodiscard]] const Board &board() const { return m_board; }
    /// Shown in the middle while the board has no lanes.
    void setEmptyText(const QString &text);

    [[nodiscard]] const Item &current() const { return m_current; }
    /// Makes a card the current one and scrolls to it; whether it is on the board.
    bool setCurrentCard(const QString &sysId);

    /// All items in the order in which they are read: each lane, then its cards.
    [[nodiscard]] QList<Item> items() const;
    /// Where an item is, in the viewport.
    [[nodiscard]] QRect placeOf(const Item &item) const;
    [[nodiscard]] Item itemAt(QPoint place) const;
    /// What a screen reader says of an item.
    [[nodiscard]] QString spokenText(const Item &item) const;

signals:
    void currentChanged();
    /// Return or a double click on what is current.
    void activated();
    /// What is current was clicked, also when it was current before.
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void applyLook();
    void updateRanges();
    void relayout();
    void setCurrent(const Item &item);
    void makeVisible(const Item &item);
    void moveToLane(qsizetype index, bool toHeader);
    void moveBy(int step);
    void paintLanes(QPainter &painter);
    void paintCards(QPainter &painter, const QRect &shown);
    void keepMoving();
    [[nodiscard]] bool isAnimated() const;
    [[nodiscard]] BoardMotion::Time now() const;
    [[nodiscard]] QPoint offset() const;
    [[nodiscard]] qsizetype laneIndex(const Item &item) const;
    [[nodiscard]] static Item itemOf(const BoardLane &lane, qsizetype card);
    [[nodiscard]] QString toolTipOf(const Item &item) const;

    Board m_board;
    BoardPainter m_painter;
    BoardLayout m_layout;
    BoardMotion m_motion;
    Item m_current;
    QElapsedTimer m_clock;
    QTimer m_frames;
    QLabel *m_emptyLabel;
};

} // namespace amb
