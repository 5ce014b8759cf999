// SPDX-License-Identifier: MIT
#include "ui/publish/publishauditdialog.h"

#include "core/message.h"
#include "core/oneline.h"
#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    TimeColumn,
    ChannelColumn,
    SizeColumn,
    OutcomeColumn,
    Columns,
};

} // namespace

PublishAuditDialog::PublishAuditDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget)
    , m_empty(new QLabel(tr("Nothing was published so far."), m_list->viewport()))
{
    setObjectName(u"publishAuditDialog"_s);
    setWindowTitle(tr("Audit List"));
    auto *words = new QLabel(
        tr("What was published to this production instance since the window was opened."));
    words->setWordWrap(true);
    m_list->setObjectName(u"auditList"_s);
    m_list->setAccessibleName(tr("What was published"));
    m_list->setColumnCount(Columns);
    m_list->setHeaderLabels({tr("Time"), tr("Channel"), tr("Bytes"), tr("Outcome")});
    m_list->headerItem()->setTextAlignment(SizeColumn, Qt::AlignRight);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    const int character = fontMetrics().averageCharWidth();
    m_list->setColumnWidth(TimeColumn, character * 28);
    m_list->setColumnWidth(ChannelColumn, character * 36);
    m_empty->setObjectName(u"auditEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *middle = new QVBoxLayout(m_list->viewport());
    middle->addWidget(m_empty);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"auditCopy"_s);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(text());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(character * 110, 340);
}

void PublishAuditDialog::add(PublishId id, const QString &channel, qsizetype size)
{
    m_pending.insert(quint64(id), addLine(channel, size, tr("sent, not answered yet")));
}

void PublishAuditDialog::addDeclined(const QString &channel, qsizetype size)
{
    addLine(channel, size, tr("not sent: declined"));
}

void PublishAuditDialog::setOutcome(const PublishOutcome &outcome)
{
    if (QTreeWidgetItem *item = m_pending.take(quint64(outcome.id)))
        item->setText(
            OutcomeColumn,
            oneLine(tr("%1: %2").arg(sayOutcome(outcome.result).word, outcome.text), 1000));
}

QString PublishAuditDialog::text() const
{
    QStringList lines;
    for (int row = -1; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = row < 0 ? m_list->headerItem() : m_list->topLevelItem(row);
        QStringList cells;
        for (int column = 0; column < Columns; ++column)
            cells.append(item->text(column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QTreeWidgetItem *PublishAuditDialog::addLine(const QString &channel,
                                             qsizetype size,
                                             const QString &outcome)
{
    m_empty->hide();
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(TimeColumn, fullTimeText(now()));
    item->setText(ChannelColumn, oneLine(channel, 1000));
    item->setText(SizeColumn, numberText(size));
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(OutcomeColumn, outcome);
    return item;
}

} // namespace amb
