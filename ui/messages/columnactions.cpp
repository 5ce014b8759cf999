// SPDX-License-Identifier: MIT
#include "ui/messages/columnactions.h"

#include "core/capture/capturestore.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/owncolumndialog.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace amb {

ColumnActions::ColumnActions(QMenu &menu, MessageView &view, MessageModel &model)
    : QObject(&view)
    , m_menu(menu)
    , m_view(view)
    , m_model(model)
    , m_separator(menu.addSeparator())
    , m_add(menu.addAction(tr("&Add Column…")))
{
    m_add->setObjectName(u"actionAddColumn"_s);
    connect(m_add, &QAction::triggered, this, [this] { openDialog({}); });
    followOwnColumns();
    connect(&menu, &QMenu::aboutToShow, this, &ColumnActions::tell);
    connect(&model, &QAbstractItemModel::columnsInserted, this, &ColumnActions::followOwnColumns);
    connect(&model, &QAbstractItemModel::columnsRemoved, this, &ColumnActions::followOwnColumns);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &ColumnActions::tell);
    QHeaderView *header = view.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnActions::showHeaderMenu);
}

QAction *ColumnActions::addToggle(int column)
{
    const int own = column - MessageModel::ColumnCount;
    auto *action = new QAction(this);
    action->setObjectName(own < 0 ? u"actionColumn%1"_s.arg(column)
                                  : u"actionOwnColumn%1"_s.arg(own));
    action->setCheckable(true);
    // A list without words would be of no use, and could not be widened.
    action->setEnabled(column != MessageModel::SummaryColumn);
    connect(action, &QAction::triggered, this, [this, column](bool checked) {
        m_view.setColumnHidden(column, !checked);
    });
    m_menu.insertAction(m_separator, action);
    return action;
}

void ColumnActions::followOwnColumns()
{
    while (m_toggles.size() < m_model.columnCount())
        m_toggles.append(addToggle(int(m_toggles.size())));
    while (m_toggles.size() > m_model.columnCount())
        delete m_toggles.takeLast();
    tell();
}

void ColumnActions::tell()
{
    for (int column = 0; column < m_toggles.size(); ++column) {
        m_toggles.at(column)->setText(
            menuText(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        m_toggles.at(column)->setChecked(!m_view.isColumnHidden(column));
    }
    m_add->setEnabled(m_model.ownColumns().count() < OwnColumns::most);
}

void ColumnActions::showHeaderMenu(const QPoint &position)
{
    tell();
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView *header = m_view.horizontalHeader();
    const qsizetype own = header->logicalIndexAt(position) - MessageModel::ColumnCount;
    if (own >= 0 && own < m_model.ownColumns().count()) {
        const QString title = menuText(m_model.ownColumns().at(own).title);
        QAction *edit = menu->addAction(tr("&Edit \"%1\"…").arg(title));
        edit->setObjectName(u"editColumn"_s);
        connect(edit, &QAction::triggered, this, [this, own] { openDialog(own); });
        QAction *remove = menu->addAction(tr("&Remove \"%1\"").arg(title));
        remove->setObjectName(u"removeColumn"_s);
        connect(
            remove, &QAction::triggered, &m_model, [this, own] { m_model.removeOwnColumn(own); });
        menu->addSeparator();
    }
    menu->addActions(m_menu.actions());
    menu->popup(header->mapToGlobal(position));
}

void ColumnActions::openDialog(std::optional<qsizetype> own)
{
    auto *dialog = new OwnColumnDialog(sample(), m_view.window());
    if (own)
        dialog->setColumn(m_model.ownColumns().at(*own));
    connect(dialog, &OwnColumnDialog::columnChosen, &m_model, [this, own](const OwnColumn &column) {
        if (own)
            m_model.changeOwnColumn(*own, column);
        else
            m_model.addOwnColumn(column);
    });
    dialog->open();
}

QByteArray ColumnActions::sample() const
{
    if (const auto row = m_view.currentRow())
        return m_model.store().message(*row);
    return m_model.rowCount() > 0 ? m_model.store().message(m_model.rowAt(m_model.rowCount() - 1))
                                  : QByteArray();
}

} // namespace amb
