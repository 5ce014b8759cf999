// SPDX-License-Identifier: MIT
#include "ui/inspector/jsontreepage.h"

#include "core/jsonsearch.h"
#include "ui/inspector/findbar.h"
#include "ui/inspector/jsontreemodel.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// What is opened without being asked: the data of a message and what is directly in it.
constexpr int openedLevels = 2;
constexpr int openedRows = 200;
/// What is opened on wish: as many rows as are laid out at once without a stutter.
constexpr qint64 expandedRows = 20'000;
constexpr int expandedLevels = 250;

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
    , m_find(new FindBar(this))
    , m_tree(new QTreeView(this))
    , m_error(new QLabel(this))
    , m_partLabel(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_error);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_partLabel);

    m_error->setObjectName(u"jsonError"_s);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_partLabel->setObjectName(u"jsonPart"_s);
    for (QLabel *label : {m_error, m_partLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMargin(8);
        label->hide();
    }
    buildTree();
    buildFind();
    applyFont();
}

void JsonTreePage::setMessage(const InspectedMessage &message)
{
    m_partLabel->hide();
    m_model->setJson(message.bytes);
    showError();
    openFirstLevels(*m_tree, {}, openedLevels);
    search();
}

void JsonTreePage::focusFind()
{
    m_find->focusField();
}

void JsonTreePage::goToHit(int step)
{
    if (m_hits.isEmpty())
        return;
    m_hit = (m_hit + step + m_hits.size()) % m_hits.size();
    showHit();
}

void JsonTreePage::buildTree()
{
    m_tree->setObjectName(u"jsonTree"_s);
    m_tree->setAccessibleName(tr("Message as a tree"));
    m_tree->setModel(m_model);
    m_tree->installEventFilter(this);
    m_tree->setItemDelegate(new RoomyDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonTreeModel::NameColumn,
                                    fontMetrics().averageCharWidth() * 26);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &JsonTreePage::showMenu);

    m_copyPath = new QAction(tr("Copy &Path"), m_tree);
    m_copyPath->setObjectName(u"treeCopyPath"_s);
    m_copyPath->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_C);
    m_copyPath->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(m_copyPath);
    connect(m_copyPath, &QAction::triggered, this, &JsonTreePage::copyPath);
}

void JsonTreePage::buildFind()
{
    connect(m_find, &FindBar::needleChanged, this, &JsonTreePage::search);
    connect(m_find, &FindBar::stepRequested, this, &JsonTreePage::goToHit);
    connect(m_find, &FindBar::leaveRequested, m_tree, [this] {
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    const auto add = [this](const QString &text, const QString &sign, const QString &name) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        auto *button = new QToolButton;
        button->setObjectName(name + u"Button"_s);
        button->setText(sign);
        button->setToolTip(QString(text).remove(u'&'));
        button->setAccessibleName(button->toolTip());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        m_find->addButton(button);
        return action;
    };
    m_expandAll = add(tr("E&xpand All"), u"+"_s, u"treeExpandAll"_s);
    m_collapseAll = add(tr("C&ollapse All"), u"−"_s, u"treeCollapseAll"_s);
    connect(m_expandAll, &QAction::triggered, this, &JsonTreePage::expandAll);
    connect(m_collapseAll, &QAction::triggered, this, [this] {
        m_partLabel->hide();
        m_tree->collapseAll();
    });
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

bool JsonTreePage::eventFilter(QObject *watched, QEvent *event)
{
    // The view would open whatever is below the current row, however much that is.
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Asterisk) {
        expandAll();
        return true;
    }
    return InspectorPage::eventFilter(watched, event);
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

void JsonTreePage::search()
{
    m_hits = m_model->error() ? QList<qsizetype>() : searchJson(m_model->json(), m_find->needle());
    m_model->setHits(m_hits);
    m_tree->viewport()->update();
    m_hit = 0;
    showHit();
}

void JsonTreePage::showHit()
{
    m_find->setHits(m_hit, m_hits.size());
    if (m_hits.isEmpty())
        return;
    const QModelIndex index = m_model->indexAt(m_hits.at(m_hit));
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    // Deep in the tree a name would begin where its column ends.
    const int wanted = m_tree->visualRect(index).left() - m_tree->header()->sectionPosition(0)
        + m_tree->horizontalScrollBar()->value() + fontMetrics().averageCharWidth() * 12;
    if (m_tree->columnWidth(JsonTreeModel::NameColumn) < wanted)
        m_tree->setColumnWidth(JsonTreeModel::NameColumn, wanted);
}

/// Opens everything, or as many levels as can be shown at once.
void JsonTreePage::expandAll()
{
    if (m_model->error())
        return;
    const QList<qint64> levels = jsonLevels(m_model->json(), expandedLevels + 1);
    qint64 rows = 0;
    int opened = 0;
    for (const qint64 level : levels) {
        rows += level;
        if (rows > expandedRows || opened == expandedLevels)
            break;
        ++opened;
    }
    const bool isAll = opened == levels.size();
    if (isAll)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(std::max(0, opened - 2));
    m_partLabel->setVisible(!isAll);
    m_partLabel->setText(tr("The message is too large to be opened as a whole: %1 levels are open. "
                            "Open further ones where you need them.")
                             .arg(numberText(std::max(1, opened))));
}

void JsonTreePage::copyValue()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->valueText(m_tree->currentIndex()));
}

void JsonTreePage::copyJson()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(m_model->rawValue(m_tree->currentIndex())));
}

void JsonTreePage::copyPath()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->path(m_tree->currentIndex()));
}

/// What the current value offers to the filter.
QList<FilterOffer> JsonTreePage::offers() const
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid() || m_model->hasChildren(index.siblingAtColumn(0)))
        return {};
    return filterOffersOf(m_model->valueText(index), QString::fromUtf8(m_model->rawMember(index)));
}

void JsonTreePage::showMenu(const QPoint &position)
{
    if (!m_tree->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"treeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFilterMenus(*menu, offers(), [this](const QString &term, bool isLeftOut) {
        emit filterRequested(term, isLeftOut);
    });
    menu->addAction(tr("&Add as Column"),
                    this,
                    [this] { emit columnRequested(m_model->path(m_tree->currentIndex())); })
        ->setObjectName(u"treeAddColumn"_s);
    menu->addSeparator();
    menu->addAction(tr("&Copy Value"), QKeySequence::Copy, this, &JsonTreePage::copyValue);
    menu->addAction(tr("Copy as &JSON"), this, &JsonTreePage::copyJson);
    menu->addAction(m_copyPath);
    menu->addSeparator();
    const QModelIndex index = m_tree->currentIndex();
    menu->addAction(tr("&Expand"), this, [this, index] { m_tree->expand(index); })
        ->setEnabled(m_model->hasChildren(index.siblingAtColumn(0)));
    menu->addAction(m_expandAll);
    menu->addAction(m_collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace amb
