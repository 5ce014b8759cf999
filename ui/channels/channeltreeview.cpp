// SPDX-License-Identifier: MIT
#include "ui/channels/channeltreeview.h"

#include "ui/channels/channeldelegate.h"
#include "ui/channels/channeltree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto treeKey = "channels/isTree"_L1;
constexpr auto columnsKey = "channels/columns"_L1;

/// Names in the settings, so that columns may come and go.
QString columnName(int column)
{
    static const QStringList names{
        u"name"_s, u"rate"_s, u"messages"_s, u"bytes"_s, u"last"_s, u"course"_s};
    return names.value(column);
}

} // namespace

ChannelTreeView::ChannelTreeView(ChannelTree &tree, QWidget *parent)
    : QTreeView(parent)
    , m_tree(tree)
{
    setObjectName(u"channelList"_s);
    setAccessibleName(tr("Subscriptions"));
    m_tree.setTree(m_settings.value(treeKey).toBool());
    setModel(&tree);
    setItemDelegate(new ChannelDelegate(tree, this));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setIndentation(fontMetrics().height());
    setRootIsDecorated(m_tree.isTree());
    setContextMenuPolicy(Qt::CustomContextMenu);
    buildHeader();
    connect(&tree, &QAbstractItemModel::modelAboutToBeReset, this, &ChannelTreeView::keepPlace);
    connect(&tree, &QAbstractItemModel::modelReset, this, &ChannelTreeView::returnToPlace);
    // Once for all rows that change together.
    m_refusals.setSingleShot(true);
    connect(&tree, &QAbstractItemModel::dataChanged, &m_refusals, qOverload<>(&QTimer::start));
    connect(&m_refusals, &QTimer::timeout, this, &ChannelTreeView::fitRefusals);
    connect(
        this, &QTreeView::collapsed, this, [this](const auto &index) { noteFolded(index, true); });
    connect(
        this, &QTreeView::expanded, this, [this](const auto &index) { noteFolded(index, false); });
    openUnfolded({});
}

/// Reasons are shorter when many refuse, in the rows that did not change as well.
void ChannelTreeView::fitRefusals()
{
    if (m_hasManyRefusals == m_tree.hasManyRefusals())
        return;
    m_hasManyRefusals = !m_hasManyRefusals;
    scheduleDelayedItemsLayout();
}

void ChannelTreeView::buildHeader()
{
    QHeaderView *shown = header();
    shown->setObjectName(u"channelHeader"_s);
    shown->setStretchLastSection(false);
    shown->setSectionsMovable(false);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    shown->setMinimumSectionSize(digit * 4);
    shown->setSectionResizeMode(ChannelTree::NameColumn, QHeaderView::Fixed);
    setColumnWidth(ChannelTree::RateColumn, digit * 8);
    setColumnWidth(ChannelTree::MessagesColumn, digit * 10);
    setColumnWidth(ChannelTree::BytesColumn, digit * 9);
    setColumnWidth(ChannelTree::LastColumn, digit * 10);
    setColumnWidth(ChannelTree::CourseColumn, digit * 11);
    shown->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(shown, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addColumnsTo(*menu);
        menu->popup(header()->mapToGlobal(position));
    });
    // Refusals wrap at another place when the name has another width.
    connect(shown, &QHeaderView::sectionResized, this, [this](int section) {
        if (section == ChannelTree::NameColumn)
            scheduleDelayedItemsLayout();
        else
            fitName();
    });
    restoreColumns();
}

void ChannelTreeView::restoreColumns()
{
    const QStringList columns = m_settings.value(columnsKey).toStringList();
    for (int column = 1; column < ChannelTree::ColumnCount; ++column)
        setColumnHidden(column, !columns.contains(columnName(column)));
    showHeaderWhereNeeded();
}

void ChannelTreeView::addColumnsTo(QMenu &menu)
{
    for (int column = 1; column < ChannelTree::ColumnCount; ++column) {
        const QString title = m_tree.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *action = menu.addAction(title);
        action->setObjectName(u"channelColumn-"_s + columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            showColumn(column, isShown);
        });
    }
}

void ChannelTreeView::showColumn(int column, bool isShown)
{
    setColumnHidden(column, !isShown);
    showHeaderWhereNeeded();
    QStringList columns;
    for (int other = 1; other < ChannelTree::ColumnCount; ++other) {
        if (!isColumnHidden(other))
            columns.append(columnName(other));
    }
    m_settings.setValue(columnsKey, columns);
    scheduleDelayedItemsLayout();
}

void ChannelTreeView::showHeaderWhereNeeded()
{
    // Over the names alone it would say nothing.
    bool hasColumns = false;
    for (int column = 1; column < ChannelTree::ColumnCount; ++column)
        hasColumns = hasColumns || !isColumnHidden(column);
    setHeaderHidden(!hasColumns);
    fitName();
}

void ChannelTreeView::resizeEvent(QResizeEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool wasShown = current.isValid() && current.center().y() < event->oldSize().height();
    QTreeView::resizeEvent(event);
    fitName();
    // What is said below the list about the selected channel may need some of its room.
    if (wasShown && event->size().height() < event->oldSize().height())
        QMetaObject::invokeMethod(
            this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
}

/// The name has what the other columns leave, but never too little to be read.
void ChannelTreeView::fitName()
{
    constexpr int leastCharacters = 28;
    int others = 0;
    for (int column = 1; column < ChannelTree::ColumnCount; ++column)
        others += isColumnHidden(column) ? 0 : columnWidth(column);
    const int least = fontMetrics().averageCharWidth() * leastCharacters;
    setColumnWidth(ChannelTree::NameColumn, std::max(least, viewport()->width() - others));
}

void ChannelTreeView::setTree(bool isTree)
{
    setRootIsDecorated(isTree);
    m_tree.setTree(isTree);
    m_settings.setValue(treeKey, isTree);
}

QList<ChannelPattern> ChannelTreeView::selectedPatterns() const
{
    QList<ChannelPattern> patterns;
    for (QModelIndex index = m_tree.index(0, 0); index.isValid(); index = indexBelow(index)) {
        if (!selectionModel()->isSelected(index))
            continue;
        const QList<ChannelPattern> own = m_tree.patterns(index);
        for (const ChannelPattern &pattern : own) {
            if (!patterns.contains(pattern))
                patterns.append(pattern);
        }
    }
    return patterns;
}

void ChannelTreeView::selectPatterns(const QList<ChannelPattern> &patterns)
{
    QItemSelection selection;
    QModelIndex first;
    for (const ChannelPattern &pattern : patterns) {
        const QModelIndex index = m_tree.indexOf(pattern);
        if (!index.isValid())
            continue;
        if (!first.isValid())
            first = index;
        selection.select(index, index);
    }
    if (!first.isValid())
        return;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ChannelTreeView::copyNames()
{
    QStringList names;
    const QList<ChannelPattern> patterns = selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        names.append(pattern.toString());
    if (!names.isEmpty())
        QGuiApplication::clipboard()->setText(names.join(u'\n'));
}

void ChannelTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit unsubscribeRequested();
    else if (event->matches(QKeySequence::Copy))
        copyNames();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit messagesRequested();
    else
        QTreeView::keyPressEvent(event);
}

void ChannelTreeView::selectionChanged(const QItemSelection &selected,
                                       const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (!m_isReturning)
        emit selectionMoved();
}

void ChannelTreeView::keepPlace()
{
    m_keptSelection.clear();
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        m_keptSelection.append(m_tree.key(index));
    m_keptCurrent = m_tree.key(currentIndex());
    m_keptRow = currentIndex().parent().isValid() ? 0 : currentIndex().row();
    m_keptScroll = verticalScrollBar()->value();
}

void ChannelTreeView::returnToPlace()
{
    {
        const QScopedValueRollback guard(m_isReturning, true);
        openUnfolded({});
        QItemSelection selection;
        for (const QString &key : std::as_const(m_keptSelection)) {
            const QModelIndex index = m_tree.indexOf(key);
            if (index.isValid())
                selection.select(index, index);
        }
        QModelIndex current = m_tree.indexOf(m_keptCurrent);
        if (!current.isValid() && m_keptRow >= 0) // gone: the next one is near
            current = m_tree.index(std::min(m_keptRow, m_tree.rowCount() - 1), 0);
        if (current.isValid())
            selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection,
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(m_keptScroll);
    }
    emit selectionMoved();
}

void ChannelTreeView::noteFolded(const QModelIndex &index, bool isFolded)
{
    if (m_isReturning)
        return;
    const QString key = m_tree.key(index);
    m_folded.removeAll(key);
    if (isFolded)
        m_folded.append(key);
}

void ChannelTreeView::openUnfolded(const QModelIndex &parent)
{
    for (int row = 0; row < m_tree.rowCount(parent); ++row) {
        const QModelIndex index = m_tree.index(row, 0, parent);
        if (m_tree.rowCount(index) == 0)
            continue;
        // What is looked for is not to be hidden.
        if (m_tree.isSearching() || !m_folded.contains(m_tree.key(index)))
            setExpanded(index, true);
        openUnfolded(index);
    }
}

} // namespace amb
