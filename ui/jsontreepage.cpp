// SPDX-License-Identifier: MIT
#include "ui/jsontreepage.h"

#include "ui/jsontreemodel.h"
#include "ui/roomydelegate.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// What is opened without being asked: the data of a message and what is directly in it.
constexpr int openedLevels = 2;
constexpr int openedRows = 200;

/// Opens containers from the top, as long as they are small.
void openFirstLevels(QTreeView &tree, const QModelIndex &parent, int levels)
{
    QAbstractItemModel *model = tree.model();
    for (int row = 0; row < model->rowCount(parent) && row < openedRows; ++row) {
        const QModelIndex child = model->index(row, 0, parent);
        if (!model->hasChildren(child))
            continue;
        if (model->canFetchMore(child))
            model->fetchMore(child);
        tree.expand(child);
        if (levels > 1 && model->rowCount(child) <= openedRows)
            openFirstLevels(tree, child, levels - 1);
    }
}

} // namespace

JsonTreePage::JsonTreePage(QWidget *parent)
    : InspectorPage(parent)
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView(this))
    , m_error(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_error);
    layout->addWidget(m_tree, 1);

    m_error->setObjectName(u"jsonError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setMargin(8);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_error->hide();

    m_tree->setObjectName(u"jsonTree"_s);
    m_tree->setAccessibleName(tr("Message as a tree"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RoomyDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonTreeModel::NameColumn, 170);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &JsonTreePage::showMenu);
    applyFont();
}

void JsonTreePage::setMessage(const InspectedMessage &message)
{
    m_model->setJson(message.bytes);
    showError();
    openFirstLevels(*m_tree, {}, openedLevels);
}

void JsonTreePage::changeEvent(QEvent *event)
{
    InspectorPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void JsonTreePage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
        event->accept();
        return;
    }
    InspectorPage::keyPressEvent(event);
}

void JsonTreePage::applyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_model->setValueFont(font);
}

void JsonTreePage::showError()
{
    const auto &error = m_model->error();
    m_error->setVisible(error.has_value());
    m_tree->setVisible(!error);
    if (!error)
        return;
    const TextPosition position = positionOf(m_model->json(), error->offset);
    m_error->setText(tr("This is not well-formed JSON. %1 (line %2, column %3, byte %4). "
                        "The Raw tab shows what was received.")
                         .arg(error->text,
                              QString::number(position.line),
                              QString::number(position.column),
                              QString::number(error->offset)));
}

void JsonTreePage::copyValue()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->valueText(m_tree->currentIndex()));
}

void JsonTreePage::copyPath()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->path(m_tree->currentIndex()));
}

void JsonTreePage::showMenu(const QPoint &position)
{
    if (!m_tree->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy Value"), QKeySequence::Copy, this, &JsonTreePage::copyValue);
    menu->addAction(tr("Copy &Path"), this, &JsonTreePage::copyPath);
    menu->addSeparator();
    const QModelIndex index = m_tree->currentIndex();
    menu->addAction(tr("&Expand"), this, [this, index] { m_tree->expand(index); })
        ->setEnabled(m_model->hasChildren(index.siblingAtColumn(0)));
    menu->addAction(tr("C&ollapse All"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace amb
