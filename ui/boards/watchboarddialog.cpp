// SPDX-License-Identifier: MIT
#include "ui/boards/watchboarddialog.h"

#include "core/decode/boardreference.h"
#include "core/oneline.h"
#include "ui/widgets/emptytext.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr qsizetype longestName = 200;
constexpr int mostBoards = 1000;

} // namespace

WatchBoardDialog::WatchBoardDialog(QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_empty(new EmptyText(*m_list))
    , m_address(new QLineEdit)
{
    setObjectName(u"watchBoardDialog"_s);
    setWindowTitle(tr("Watch a Task Board"));
    build();
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().height() * 33);
    connect(m_filter, &QLineEdit::textChanged, this, &WatchBoardDialog::filter);
    connect(m_address, &QLineEdit::textChanged, this, &WatchBoardDialog::check);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &WatchBoardDialog::check);
    connect(m_list, &QTreeWidget::itemActivated, this, &WatchBoardDialog::choose);
    check();
}

TableRequest WatchBoardDialog::request()
{
    TableRequest request;
    request.table = u"vtb_board"_s;
    request.query = u"ORDERBYname"_s;
    request.fields = {u"sys_id"_s, u"name"_s, u"owner"_s, u"active"_s};
    request.limit = mostBoards;
    return request;
}

void WatchBoardDialog::setReading()
{
    m_list->clear();
    m_whyEmpty = tr("Reading the boards that you may see…");
    filter();
}

void WatchBoardDialog::setBoards(const Result<TableRows> &boards)
{
    m_list->clear();
    if (!boards) {
        m_whyEmpty =
            tr("%1 A board's address can be pasted below all the same.").arg(boards.error().text);
        filter();
        return;
    }
    m_whyEmpty =
        tr("There is no board that you may see. If you know one, paste its address below.");
    for (const TableRow &row : *boards) {
        const QString name = oneLine(row.value(u"name"_s).display, longestName);
        const bool isActive = row.value(u"active"_s).value != "false"_L1;
        auto *item = new QTreeWidgetItem(m_list,
                                         {isActive ? name : tr("%1 (not active)").arg(name),
                                          oneLine(row.value(u"owner"_s).display, longestName)});
        item->setData(0, idRole, row.value(u"sys_id"_s).value);
        item->setToolTip(0, toolTipText(name));
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    filter();
}

void WatchBoardDialog::build()
{
    m_filter->setObjectName(u"boardFilter"_s);
    m_filter->setPlaceholderText(tr("Find a board"));
    m_filter->setAccessibleName(tr("Find a board"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"boardList"_s);
    m_list->setAccessibleName(tr("Boards that you may see"));
    m_list->setHeaderLabels({tr("Board"), tr("Owner")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_empty->setObjectName(u"boardListState"_s);
    m_address->setObjectName(u"boardAddress"_s);
    m_address->setPlaceholderText(tr("address of the board's page, or its sys_id"));
    m_note = new FieldNote(m_address);
    auto *label = new QLabel(tr("Or &paste a board:"));
    label->setBuddy(m_address);
    auto *what = new QLabel(
        tr("The board is read once, then followed by record watchers on its cards, lanes, members "
           "and tasks. Others do not see that you watch."));
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox;
    m_watch = buttons->addButton(tr("&Watch"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    m_watch->setObjectName(u"boardWatch"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchBoardDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addSpacing(6);
    layout->addWidget(label);
    layout->addWidget(m_address);
    layout->addWidget(m_note);
    layout->addSpacing(6);
    layout->addWidget(what);
    layout->addWidget(buttons);
}

void WatchBoardDialog::filter()
{
    const QString wanted = m_filter->text().trimmed();
    bool isAnyShown = false;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool isWanted = item->text(0).contains(wanted, Qt::CaseInsensitive)
            || item->text(1).contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!isWanted);
        isAnyShown |= isWanted;
        if (!isWanted)
            item->setSelected(false);
    }
    if (isAnyShown)
        m_empty->showText({});
    else if (m_list->topLevelItemCount() > 0)
        m_empty->showText(tr("No board and no owner is called so."));
    else
        m_empty->showText(m_whyEmpty);
    check();
}

void WatchBoardDialog::check()
{
    const bool isPasted = !m_address->text().trimmed().isEmpty();
    const auto sysId = boardSysId(m_address->text());
    m_note->setTrouble(isPasted && !sysId ? sysId.error().text : QString());
    m_note->setHint(isPasted && sysId ? tr("Board %1").arg(*sysId) : QString());
    m_watch->setEnabled(!chosen().isEmpty());
}

void WatchBoardDialog::choose()
{
    const QString sysId = chosen();
    if (sysId.isEmpty())
        return;
    accept();
    emit boardChosen(sysId);
}

/// What was pasted counts before what is selected.
QString WatchBoardDialog::chosen() const
{
    if (!m_address->text().trimmed().isEmpty()) {
        const auto sysId = boardSysId(m_address->text());
        return sysId ? *sysId : QString();
    }
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    return selected.isEmpty() ? QString() : selected.first()->data(0, idRole).toString();
}

} // namespace amb
