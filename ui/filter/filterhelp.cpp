// SPDX-License-Identifier: MIT
#include "ui/filter/filterhelp.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

FilterHelp::FilterHelp(QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setObjectName(u"filterHelp"_s);
    setWindowTitle(tr("Filter Language"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *words = new QLabel(tr("What you type above the messages is applied at once, to old and "
                                "new ones alike. Return or a double click tries an example."));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_list->setObjectName(u"filterHelpList"_s);
    m_list->setAccessibleName(tr("What a filter can say"));
    m_list->setHeaderLabels({tr("Filter"), tr("Shows messages")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    fill();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        emit exampleChosen(item->text(0));
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 135, fontMetrics().height() * 36);
}

void FilterHelp::fill()
{
    const std::pair<QString, QString> lines[] = {
        {u"printer"_s, tr("with this word, in any case of letters")},
        {u"\"does not print\""_s, tr("with this phrase; what has signs in it goes in quotes too")},
        {u"printer floor"_s, tr("with both words")},
        {u"printer or network"_s, tr("with one of them")},
        {u"not kind:meta"_s,
         tr("without what follows; “not” binds closest, then “and”, then “or”")},
        {u"(printer or network) user:agent.one"_s, tr("parentheses hold together")},
        {u"channel:incident"_s, tr("whose channel's name, or what it watches, has it")},
        {u"channel:/rw/**"_s, tr("whose channel matches: * within a segment, ** over all")},
        {u"table:incident"_s, tr("about records of this table")},
        {u"priority:changed"_s, tr("that say that this field of the record has changed")},
        {u"user:agent.one"_s, tr("that this user sent or caused, or that show this user present")},
        {u"kind:event,publish"_s,
         tr("of these kinds; also handshake, connect, subscribe, …, or meta for all of the "
            "protocol's")},
        {u"dir:out"_s, tr("that the monitor sent; also in and local")},
        {u"transport:long-polling"_s, tr("that came or went this way; also websocket")},
        {u"size>10k"_s, tr("larger than that many bytes; also >= < <= =")},
        {u"/INC00[0-9]+/i"_s, tr("whose text matches a regular expression; i: in any case")},
    };
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    for (const auto &[filter, meaning] : lines) {
        auto *item = new QTreeWidgetItem(m_list, {filter, meaning});
        item->setFont(0, fixed);
        item->setToolTip(1, meaning);
    }
    m_list->resizeColumnToContents(0);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

} // namespace amb
