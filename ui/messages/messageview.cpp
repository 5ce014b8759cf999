// SPDX-License-Identifier: MIT
#include "ui/messages/messageview.h"

#include "core/capture/capturestore.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/listoverlays.h"
#include "ui/messages/messagedelegate.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/rowmarks.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int mostCopied = 10'000;

} // namespace

MessageView::MessageView(MessageModel &model, QWidget *parent)
    : UniformTableView(parent)
    , m_model(model)
    , m_delegate(new MessageDelegate(model, this))
    , m_overlays(new ListOverlays(model, *this))
    , m_payloadFont(QFontDatabase::systemFont(QFontDatabase::FixedFont))
    , m_seenEnd(model.end())
{
    setObjectName(u"messageView"_s);
    setAccessibleName(tr("Messages"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(MessageModel::SummaryColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionsMovable(true);
    setColumnHidden(MessageModel::TransportColumn, true);

    connect(m_overlays, &ListOverlays::followRequested, this, [this] { setFollowing(true); });
    connect(m_overlays, &ListOverlays::goOnRequested, this, [this] { m_model.setPaused(false); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isScrollingItself)
            setFollowing(value == verticalScrollBar()->maximum());
        updateFollow();
    });
    connectModel();
    applyFonts();
    m_overlays->place();
}

void MessageView::connectModel()
{
    connect(&m_model,
            &QAbstractItemModel::rowsRemoved,
            this,
            [this](const auto &, int first, int last) { afterRemoval(last - first + 1); });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &MessageView::keepPlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MessageView::returnToPlace);
    connect(&m_model, &MessageModel::filterProgressed, this, [this] {
        if (m_model.rowCount() == 0)
            m_overlays->place();
    });
    connect(&m_model, &MessageModel::pausedChanged, this, &MessageView::updatePause);
    connect(&m_model, &MessageModel::waitingChanged, this, &MessageView::updatePause);
    connect(&m_model.marks(), &RowMarks::changed, viewport(), qOverload<>(&QWidget::update));
}

void MessageView::setFollowing(bool following)
{
    const bool isChange = following != m_isFollowing;
    m_isFollowing = following;
    if (following)
        scrollToNewest();
    else if (isChange)
        m_seenEnd = m_model.end();
    updateFollow();
    if (isChange)
        emit followingChanged(following);
}

std::optional<Row> MessageView::currentRow() const
{
    if (!currentIndex().isValid())
        return {};
    return m_model.rowAt(currentIndex().row());
}

void MessageView::showRow(Row row)
{
    const int index = m_model.indexOf(row);
    if (index < 0)
        return;
    setFollowing(false);
    goTo(index);
}

void MessageView::setEmptyText(const QString &text)
{
    m_overlays->setEmptyText(text);
}

QList<Row> MessageView::selectedRowNumbers()
{
    int selected = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        selected += range.height();
    if (selected > mostCopied) {
        emit copyRefused(selected, mostCopied);
        return {};
    }
    QList<Row> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(m_model.rowAt(index.row()));
    std::sort(rows.begin(), rows.end());
    return rows;
}

void MessageView::copySelected(CopyForm form, const CommandTarget &target)
{
    const QList<Row> rows = selectedRowNumbers();
    const QString text = copyText(m_model, rows, form, target);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
    else if (!rows.isEmpty())
        emit nothingToCopy();
}

void MessageView::setTimeStyle(TimeStyle style)
{
    m_model.setTimeStyle(style);
    fitTimeColumn();
}

void MessageView::toggleMarks()
{
    m_model.marks().toggle(selectedRowNumbers());
}

void MessageView::goToMark(int step)
{
    const Row here = currentRow().value_or(m_model.rowAt(firstShownRow()));
    if (const auto row = step > 0 ? m_model.marks().after(here) : m_model.marks().before(here))
        goToRow(*row);
}

bool MessageView::goToRow(Row row)
{
    const bool isThere = row >= m_model.first() && row < m_model.end();
    if (isThere && m_model.indexOf(row) < 0) {
        m_model.setFilter({});
        m_model.setTimeRange({});
    }
    if (isThere && m_model.indexOf(row) < 0)
        m_model.setScopeLifted(true);
    if (isThere && m_model.indexOf(row) < 0)
        m_model.setShowsHeartbeats(true);
    const int index = m_model.indexOf(row);
    if (index < 0)
        return false;
    setFollowing(false);
    const QScopedValueRollback guard(m_isScrollingItself, true);
    goTo(index);
    scrollTo(m_model.index(index, MessageModel::SummaryColumn), PositionAtCenter);
    return true;
}

void MessageView::keepPlace()
{
    m_keptTop = m_model.rowAt(firstShownRow());
    const int current = currentIndex().row();
    if (current < 0)
        return; // one that is looked for already goes on being looked for
    m_keptCurrent = m_model.rowAt(current);
    const bool isShown = current >= firstShownRow() && current <= lastShownRow();
    m_keptOffset = isShown ? std::optional(current - firstShownRow()) : std::nullopt;
}

void MessageView::returnToPlace()
{
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        updateRowRange();
        verticalScrollBar()->setValue(m_model.indexFrom(m_keptTop));
        returnToCurrent();
    }
    if (m_isFollowing)
        scrollToNewest();
    m_overlays->place();
    updateFollow();
}

/// The row that was current becomes it again as soon as it is shown, at the place where it was:
/// what one reads does not move, also when others come in between.
void MessageView::returnToCurrent()
{
    const int index = m_keptCurrent ? m_model.indexOf(*m_keptCurrent) : -1;
    if (index < 0)
        return;
    const int top = m_keptOffset ? index - *m_keptOffset : verticalScrollBar()->value();
    goTo(index);
    verticalScrollBar()->setValue(top);
}

void MessageView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const bool wasEmpty = m_overlays->isEmptyShown();
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::rowsInserted(parent, first, last);
        updateRowRange();
        returnToCurrent(); // a search finds rows little by little
    }
    if (m_isFollowing)
        scrollToNewest();
    if (wasEmpty)
        m_overlays->place();
    updateFollow();
}

void MessageView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // A view would make another row the current one, which nobody chose.
    if (currentIndex().isValid() && currentIndex().row() <= last)
        selectionModel()->clearCurrentIndex();
    UniformTableView::rowsAboutToBeRemoved(parent, first, last);
}

void MessageView::afterRemoval(int removed)
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    // Rows go at the top: what the user reads must not move away under his eyes.
    verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - removed));
    updateRowRange();
    m_overlays->place();
    updateFollow();
}

void MessageView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::currentChanged(current, previous);
    }
    if (current.isValid())
        m_keptCurrent.reset();
    if (current.isValid() && current.row() < m_model.rowCount() - 1 && !m_isScrollingItself)
        setFollowing(false);
    emit currentRowChanged();
}

void MessageView::focusInEvent(QFocusEvent *event)
{
    // Item views make the first row the current one when they get the focus. That would open it in
    // the inspector and end the following, though nobody chose it.
    if (currentIndex().isValid())
        UniformTableView::focusInEvent(event);
    else
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): QAbstractItemView's is what chooses a row
        QAbstractScrollArea::focusInEvent(event);
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (isMove && !currentIndex().isValid()) {
        // Moves begin where the view is.
        goTo(lastShownRow());
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->key() == Qt::Key_End && !(event->modifiers() & Qt::ShiftModifier)) {
        goTo(m_model.rowCount() - 1);
        setFollowing(true);
    } else if (event->key() == Qt::Key_Home && !(event->modifiers() & Qt::ShiftModifier)) {
        goTo(0);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        // Rows are selected as a whole; sideways keys move the view, not an unseen cell.
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() + (event->key() == Qt::Key_Left ? -1 : 1) * bar->singleStep());
    } else {
        UniformTableView::keyPressEvent(event);
        if (isMove)
            keepClearOfButton();
        return;
    }
    event->accept();
}

void MessageView::mousePressEvent(QMouseEvent *event)
{
    // Whoever picks a message wants to read it, also the newest one.
    if (indexAt(event->position().toPoint()).isValid())
        setFollowing(false);
    const QScopedValueRollback guard(m_isScrollingItself, true);
    UniformTableView::mousePressEvent(event);
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::resizeEvent(event);
    }
    if (m_isFollowing)
        scrollToNewest();
    m_overlays->place();
    updateFollow();
}

void MessageView::changeEvent(QEvent *event)
{
    UniformTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFonts();
}

void MessageView::applyFonts()
{
    QFont payloadFont = m_payloadFont;
    payloadFont.setPointSizeF(font().pointSizeF());
    m_delegate->setPayloadFont(payloadFont);
    // Texts begin where the header's do.
    m_delegate->setMargin(
        std::max(4, style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this) + 1));
    const QFontMetrics payload(payloadFont);
    const QFontMetrics words(font());
    setUniformRowHeight(std::max(payload.height(), words.height()) + 6);
    if (m_hasColumnWidths)
        return;
    m_hasColumnWidths = true;
    const int margins = 2 * m_delegate->margin() + 2;
    fitTimeColumn();
    setColumnWidth(MessageModel::ChannelColumn, payload.horizontalAdvance(u'0') * 20 + margins);
    setColumnWidth(MessageModel::KindColumn,
                   words.horizontalAdvance(tr("publish reply")) + words.height() + margins + 5);
    setColumnWidth(MessageModel::TransportColumn,
                   words.horizontalAdvance(transportText(TransportType::LongPolling)) + margins
                       + 5);
    setColumnWidth(MessageModel::SizeColumn, payload.horizontalAdvance(u"1,000,000"_s) + margins);
}

void MessageView::setFonts(const QFont &words, const QFont &payload)
{
    const double before = font().pointSizeF();
    m_payloadFont = payload;
    setFont(words);
    applyFonts();
    const double growth = font().pointSizeF() / before;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (column != MessageModel::SummaryColumn && !isColumnHidden(column))
            setColumnWidth(column, int(std::lround(columnWidth(column) * growth)));
    }
    fitTimeColumn();
}

void MessageView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnHidden(column, column == MessageModel::TransportColumn);
        if (column >= MessageModel::ColumnCount)
            setColumnWidth(column, header->defaultSectionSize());
    }
    m_hasColumnWidths = false;
    applyFonts();
}

void MessageView::fitTimeColumn()
{
    const QFontMetrics payload(m_delegate->payloadFont());
    setColumnWidth(MessageModel::TimeColumn,
                   payload.horizontalAdvance(m_model.timeStyle().widest())
                       + 2 * m_delegate->margin() + 2);
}

void MessageView::paintRowBackground(QPainter &painter, int row, const QRect &area) const
{
    const int highlighter = m_model.line(row).highlighter;
    if (highlighter >= 0)
        painter.fillRect(area,
                         hueColor(m_model.highlighters().rules().at(highlighter).hue, palette()));
}

void MessageView::paintRowSign(QPainter &painter, int row, const QRect &area) const
{
    if (!m_model.marks().contains(m_model.rowAt(row)))
        return;
    // A ribbon at the edge: it has a shape of its own beside the colour.
    constexpr int width = 4;
    const QRect ribbon(area.left(), area.top(), width, area.height());
    painter.fillRect(ribbon, toneColor(Tone::Accent, palette()));
    painter.fillRect(ribbon.adjusted(1, 1, -1, -1), palette().color(QPalette::Text));
}

void MessageView::updatePause()
{
    m_overlays->showPause();
    updateFollow();
}

void MessageView::scrollToNewest()
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    scrollToBottom();
}

void MessageView::goTo(int index)
{
    if (index < 0)
        return;
    selectionModel()->setCurrentIndex(m_model.index(index, MessageModel::SummaryColumn),
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

/// The row that keys lead to is to be read: the button may not lie on it.
void MessageView::keepClearOfButton()
{
    const QRect row = visualRect(currentIndex());
    const std::optional<int> top = m_overlays->followTop();
    if (!top || row.bottom() < *top)
        return;
    const QScopedValueRollback guard(m_isScrollingItself, true);
    const int covered = (row.bottom() - *top) / row.height() + 1;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + covered);
}

void MessageView::updateFollow()
{
    if (m_isFollowing || m_model.rowCount() == 0 || m_model.isPaused()) {
        m_overlays->hideFollow();
        return;
    }
    const int below = m_model.rowCount() - 1 - lastShownRow();
    const qint64 fresh = std::min<qint64>(m_model.rowCount() - m_model.indexFrom(m_seenEnd), below);
    m_overlays->offerToFollow(below, fresh);
}

} // namespace amb
