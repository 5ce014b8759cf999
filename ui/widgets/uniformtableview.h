// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace amb {

/// A table whose rows are all of one height, for models with millions of rows that grow by batches.
///
/// QTableView keeps eight bytes for each row in its vertical header and adds them up after every
/// insertion: at ten million rows that takes longer than a frame. Here the place of a row is
/// computed. Rows are selected as a whole; there is no vertical header.
class UniformTableView : public QTableView
{
    Q_OBJECT

public:
    explicit UniformTableView(QWidget *parent = nullptr);

    [[nodiscard]] int uniformRowHeight() const { return m_rowHeight; }
    void setUniformRowHeight(int height);
    /// The uppermost row of which anything is shown.
    [[nodiscard]] int firstShownRow() const;
    /// The lowest row that is shown as a whole; -1 when there is none.
    [[nodiscard]] int lastShownRow() const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action,
                                         Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;

    /// Paints what is behind the cells of a row; area is as wide as the viewport.
    virtual void paintRowBackground(QPainter &painter, int row, const QRect &area) const;
    /// Paints what is above the cells of a row.
    virtual void paintRowSign(QPainter &painter, int row, const QRect &area) const;

    /// Fits the scroll bar to the number of rows; call it when rows came or went.
    void updateRowRange();

private:
    [[nodiscard]] int wholeRows() const;
    [[nodiscard]] int rowAtHeight(int y) const;
    void paintRow(QPainter &painter,
                  QStyleOptionViewItem &option,
                  int row,
                  const QList<int> &columns) const;
    [[nodiscard]] QList<int> columnsWithin(const QRect &rect) const;

    int m_rowHeight = 20;
};

} // namespace amb
