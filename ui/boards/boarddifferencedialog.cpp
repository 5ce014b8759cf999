// SPDX-License-Identifier: MIT
#include "ui/boards/boarddifferencedialog.h"

#include "core/oneline.h"
#include "ui/boards/boardwording.h"
#include "ui/widgets/roomydelegate.h"
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

constexpr qsizetype longestName = 200;

QString headline(const QString &board, qsizetype differences)
{
    if (differences == 0)
        return BoardDifferenceDialog::tr(
                   "The traffic missed nothing: the board %1 showed what the instance says.")
            .arg(board);
    const QString things = differences == 1
        ? BoardDifferenceDialog::tr("one thing")
        : BoardDifferenceDialog::tr("%1 things").arg(numberText(differences));
    return BoardDifferenceDialog::tr("The traffic of the board %1 missed %2. The board now shows "
                                     "what the instance says.")
        .arg(board, things);
}

} // namespace

BoardDifferenceDialog::BoardDifferenceDialog(QWidget *parent)
    : QDialog(parent)
    , m_headline(new QLabel)
    , m_list(new QTreeWidget)
{
    setObjectName(u"boardDifferenceDialog"_s);
    setWindowTitle(tr("Board and Instance"));
    m_headline->setObjectName(u"differenceHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_list->setObjectName(u"differenceList"_s);
    m_list->setAccessibleName(tr("Differences"));
    m_list->setHeaderLabels({tr("What"), tr("Difference"), tr("Traffic had told"), tr("Instance")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAlternatingRowColors(true);
    auto *buttons = new QDialogButtonBox;
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"differenceCopy"_s);
    copy->setAutoDefault(false);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(toText());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_headline);
    layout->addWidget(m_list, 1);
    layout->addStretch();
    layout->addWidget(buttons);
}

void BoardDifferenceDialog::setDifferences(const QString &board,
                                           const QList<BoardDifference> &differences)
{
    const QString name = oneLine(board, longestName);
    m_headline->setText(headline(oneLine(board, longestName), differences.size()));
    m_list->clear();
    m_list->setVisible(!differences.isEmpty());
    const int letter = fontMetrics().averageCharWidth();
    if (differences.isEmpty())
        m_close->setFocus();
    // One sentence needs no window full of nothing.
    resize(differences.isEmpty() ? QSize(letter * 75, 0)
                                 : QSize(letter * 125, fontMetrics().height() * 30));
    for (const BoardDifference &difference : differences)
        new QTreeWidgetItem(m_list,
                            {differenceSubject(difference),
                             differenceField(difference),
                             differenceShown(difference),
                             differenceActual(difference)});
    constexpr int widest = 320;
    for (int column = 0; column < m_list->columnCount() - 1; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column) + 8, widest));
    }
}

QString BoardDifferenceDialog::toText() const
{
    QStringList lines{m_headline->text()};
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QStringList cells;
        for (int column = 0; column < m_list->columnCount(); ++column)
            cells.append(m_list->topLevelItem(i)->text(column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace amb
