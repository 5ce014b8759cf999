// SPDX-License-Identifier: MIT
#include "ui/widgets/uniformtableview.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

namespace amb {

namespace {

/// Far outside of any viewport, and safe to calculate with.
constexpr qint64 farAway = 1 << 20;

/// The header QTableView insists on, without sections: it never sees the model.
class NoHeader : public QHeaderView
{
public:
    explicit NoHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        hide();
    }

    void setModel(QAbstractItemModel * /*model*/) override { }
    void setSelectionModel(QItemSelectionModel * /*selection*/) override { }
};

} // namespace

UniformTableView::UniformTableView(QWidget *parent)
    : QTableView(parent)
{
    setVerticalHeader(new NoHeader(this));
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    // Always there, so that its coming and going does not move the columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void UniformTableView::setUniformRowHeight(int height)
{
    m_rowHeight = std::max(1, height);
    updateGeometries();
    viewport()->update();
}

int UniformTableView::firstShownRow() const
{
    return verticalScrollBar()->value();
}

int UniformTableView::lastShownRow() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return std::min(rows - 1, firstShownRow() + wholeRows() - 1);
}

QRect UniformTableView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isIndexHidden(index))
        return {};
    const qint64 y = (qint64(index.row()) - firstShownRow()) * m_rowHeight;
    return {columnViewportPosition(index.column()),
            int(std::clamp(y, -farAway, farAway)),
            columnWidth(index.column()),
            m_rowHeight};
}

QModelIndex UniformTableView::indexAt(const QPoint &point) const
{
    const int row = rowAtHeight(point.y());
    const int column = columnAt(point.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

void UniformTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    const int whole = wholeRows();
    int first = firstShownRow();
    if (hint == PositionAtTop || (hint == EnsureVisible && row < first))
        first = row;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row >= first + whole))
        first = row - whole + 1;
    else if (hint == PositionAtCenter)
        first = row - whole / 2;
    verticalScrollBar()->setValue(first);
}

QModelIndex UniformTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int last = model() != nullptr ? model()->rowCount() - 1 : -1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    qint64 row = current.isValid() ? current.row() : firstShownRow();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= wholeRows();
        break;
    case MovePageDown:
        row += wholeRows();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(int(std::clamp<qint64>(row, 0, last)), std::max(0, current.column()));
}

int UniformTableView::verticalOffset() const
{
    return int(std::min<qint64>(qint64(firstShownRow()) * m_rowHeight,
                                std::numeric_limits<int>::max() - farAway));
}

QRegion UniformTableView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const qint64 first = firstShownRow();
    const qint64 last = first + wholeRows() + 1;
    for (const QItemSelectionRange &range : selection) {
        const qint64 top = std::max<qint64>(first, range.top());
        const qint64 bottom = std::min<qint64>(last, range.bottom());
        if (top <= bottom)
            region += QRect(0,
                            int(top - first) * m_rowHeight,
                            viewport()->width(),
                            int(bottom - top + 1) * m_rowHeight);
    }
    return region;
}

void UniformTableView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = model() != nullptr ? model()->rowCount() - 1 : -1;
    if (last < 0)
        return;
    const auto rowAt = [this, last](int y) {
        const qint64 down = y >= 0 ? y / m_rowHeight : (y + 1) / m_rowHeight - 1;
        return int(std::clamp<qint64>(firstShownRow() + down, 0, last));
    };
    const QRect area = rect.normalized();
    const QItemSelection rows(model()->index(rowAt(area.top()), 0),
                              model()->index(rowAt(area.bottom()), model()->columnCount() - 1));
    selectionModel()->select(rows, command);
}

void UniformTableView::paintEvent(QPaintEvent *event)
{
    if (model() == nullptr)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.widget = this;
    const QList<int> columns = columnsWithin(event->rect());
    const int rows = model()->rowCount();
    int row = firstShownRow() + event->rect().top() / m_rowHeight;
    const int end = std::min<int>(rows, firstShownRow() + event->rect().bottom() / m_rowHeight + 1);
    for (; row < end; ++row)
        paintRow(painter, option, row, columns);
}

void UniformTableView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        QTableView::scrollContentsBy(dx, 0);
    if (dy != 0)
        viewport()->update();
}

void UniformTableView::updateGeometries()
{
    // QTableView places the horizontal header, and takes the lack of sections for a lack of rows.
    QScrollBar *bar = verticalScrollBar();
    const int first = bar->value();
    const int last = bar->maximum();
    {
        const QSignalBlocker blocker(bar);
        QTableView::updateGeometries();
        bar->setRange(0, std::max(first, last));
        bar->setValue(first);
    }
    updateRowRange();
}

void UniformTableView::updateRowRange()
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    const int whole = wholeRows();
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setPageStep(whole);
    verticalScrollBar()->setRange(0, std::max(0, rows - whole));
    viewport()->update();
}

int UniformTableView::wholeRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int UniformTableView::rowAtHeight(int y) const
{
    if (y < 0 || y >= viewport()->height() || model() == nullptr)
        return -1;
    const qint64 row = qint64(firstShownRow()) + y / m_rowHeight;
    return row < model()->rowCount() ? int(row) : -1;
}

void UniformTableView::paintRow(QPainter &painter,
                                QStyleOptionViewItem &option,
                                int row,
                                const QList<int> &columns) const
{
    const QModelIndex first = model()->index(row, 0);
    const bool isSelected = selectionModel()->isSelected(first);
    const bool isCurrent = currentIndex().isValid() && currentIndex().row() == row;
    option.state.setFlag(QStyle::State_Selected, isSelected);
    const int y = (row - firstShownRow()) * m_rowHeight;
    const QRect area(0, y, viewport()->width(), m_rowHeight);
    paintRowBackground(painter, row, area);
    for (const int column : columns) {
        option.rect = QRect(columnViewportPosition(column), y, columnWidth(column), m_rowHeight);
        itemDelegate()->paint(&painter, option, model()->index(row, column));
    }
    paintRowSign(painter, row, area);
    if (isCurrent && !isSelected && hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.state |= QStyle::State_KeyboardFocusChange;
        focus.rect = QRect(0, y, viewport()->width(), m_rowHeight);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void UniformTableView::paintRowBackground(QPainter & /*painter*/,
                                          int /*row*/,
                                          const QRect & /*area*/) const
{ }

void UniformTableView::paintRowSign(QPainter & /*painter*/,
                                    int /*row*/,
                                    const QRect & /*area*/) const
{ }

QList<int> UniformTableView::columnsWithin(const QRect &rect) const
{
    QList<int> columns;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const int left = columnViewportPosition(column);
        if (!isColumnHidden(column) && left <= rect.right()
            && left + columnWidth(column) > rect.left())
            columns.append(column);
    }
    return columns;
}

} // namespace amb
