// SPDX-License-Identifier: MIT
#include "ui/inspector/differencepage.h"

#include "core/reading/rowreader.h"
#include "ui/inspector/differencemodel.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Any JSON value; undefined when the text is malformed.
QJsonValue valueOf(const QByteArray &json)
{
    const QJsonArray values = QJsonDocument::fromJson('[' + json + ']').array();
    return values.size() == 1 ? values.first() : QJsonValue(QJsonValue::Undefined);
}

/// The end of a path tells more than its beginning.
class PlaceDelegate : public RoomyDelegate
{
public:
    using RoomyDelegate::RoomyDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RoomyDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

} // namespace

DifferencePage::DifferencePage(const RowReader &reader, QWidget *parent)
    : InspectorPage(parent)
    , m_reader(reader)
    , m_model(new DifferenceModel(this))
    , m_words(new QLabel)
    , m_showButton(new QPushButton(tr("&Show It")))
    , m_previousButton(new QPushButton(tr("Compare with &Previous")))
    , m_changes(new QTreeView)
{
    build();
    applyFont();
    connect(m_showButton, &QPushButton::clicked, this, [this] {
        if (m_other)
            emit rowRequested(*m_other);
    });
    connect(m_previousButton, &QPushButton::clicked, this, [this] { compareWith({}); });
    connect(m_changes, &QTreeView::customContextMenuRequested, this, &DifferencePage::showMenu);
}

void DifferencePage::setMessage(const InspectedMessage &message)
{
    m_message = message;
    compare();
}

void DifferencePage::compareWith(const std::optional<InspectedMessage> &chosen)
{
    m_chosen = chosen;
    compare();
}

void DifferencePage::changeEvent(QEvent *event)
{
    InspectorPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void DifferencePage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    InspectorPage::keyPressEvent(event);
}

void DifferencePage::build()
{
    m_words->setObjectName(u"differenceWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_showButton->setObjectName(u"differenceShow"_s);
    m_showButton->setToolTip(tr("Go to the message of the other side in the list"));
    m_previousButton->setObjectName(u"differencePrevious"_s);
    m_changes->setObjectName(u"differences"_s);
    m_changes->setAccessibleName(tr("What differs"));
    m_changes->setModel(m_model);
    m_changes->setItemDelegate(new RoomyDelegate(m_changes));
    m_changes->setItemDelegateForColumn(DifferenceModel::PlaceColumn, new PlaceDelegate(m_changes));
    m_changes->setRootIsDecorated(false);
    m_changes->setItemsExpandable(false);
    m_changes->setUniformRowHeights(true);
    m_changes->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->setAllColumnsShowFocus(true);
    m_changes->setContextMenuPolicy(Qt::CustomContextMenu);
    // Both sides share what the place leaves them.
    m_changes->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_changes->header()->setSectionResizeMode(DifferenceModel::PlaceColumn,
                                              QHeaderView::Interactive);
    m_changes->header()->resizeSection(DifferenceModel::PlaceColumn,
                                       fontMetrics().averageCharWidth() * 18);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_showButton);
    buttons->addWidget(m_previousButton);
    buttons->addStretch();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 8);
    head->setSpacing(6);
    head->addWidget(m_words);
    head->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_changes, 1);
    layout->addStretch();
}

void DifferencePage::applyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_model->setValueFont(font);
}

void DifferencePage::compare()
{
    m_previousButton->setVisible(m_chosen.has_value());
    if (!m_chosen) {
        compareWithEarlier();
        return;
    }
    if (m_chosen->row == m_message.row) {
        showNothing(tr("This is the message that you chose to compare with. Select another one in "
                       "the list to see where it differs."));
        return;
    }
    show(m_chosen->bytes,
         m_chosen->row,
         tr("Compared with the message that you chose, of %1.")
             .arg(fullTimeText(m_chosen->info.time)));
}

void DifferencePage::compareWithEarlier()
{
    if (m_message.info.kind == MessageKind::Note) {
        showNothing(tr("Notes of the monitor are not compared."));
        return;
    }
    const RecordKey record = m_reader.read(m_message.row, m_message.info, m_message.bytes).record;
    const auto earlier = m_reader.earlier(m_message.row, m_message.info, record);
    if (!earlier) {
        const QString what = record.isNull()
            ? tr("There is no earlier message like this one on its channel.")
            : tr("There is no earlier message of this record on its channel.");
        showNothing(what + u' '
                    + tr("To compare it with any other one, choose “Compare with This Message” in "
                         "the context menu of that one in the list."));
        return;
    }
    QString words = record.isNull()
        ? tr("Compared with the previous message on this channel, of %1.")
        : tr("Compared with the previous message of this record, of %1.");
    words = words.arg(fullTimeText(earlier->info.time));
    if (earlier->isBehindGap)
        words += u' ' + tr("There is a gap in between: messages may have been missed.");
    show(earlier->bytes, earlier->row, words);
}

void DifferencePage::show(const QByteArray &before, Row row, const QString &words)
{
    const QJsonValue from = valueOf(before);
    const QJsonValue to = valueOf(m_message.bytes);
    if (from.isUndefined() || to.isUndefined()) {
        showNothing(words + u' '
                    + tr("One of the two is no JSON that can be read, so they cannot be compared "
                         "place by place."));
        m_other = row;
        m_showButton->show();
        return;
    }
    m_model->setDifference(JsonDifference::between(from, to));
    const bool isSame = m_model->rowCount() == 0;
    m_words->setText(isSame ? words + u' ' + tr("They do not differ.") : words);
    m_changes->setVisible(!isSame);
    m_other = row;
    m_showButton->show();
    if (!isSame)
        m_changes->setCurrentIndex(m_model->index(0, 0));
}

void DifferencePage::showNothing(const QString &words)
{
    m_other.reset();
    m_model->setDifference({});
    m_words->setText(words);
    m_changes->hide();
    m_showButton->hide();
}

void DifferencePage::copy()
{
    if (const JsonChange *change = m_model->change(m_changes->currentIndex().row()))
        QGuiApplication::clipboard()->setText(tr("%1: %2 → %3")
                                                  .arg(change->path,
                                                       change->before.value_or(tr("(not there)")),
                                                       change->after.value_or(tr("(not there)"))));
}

void DifferencePage::showMenu(const QPoint &position)
{
    const JsonChange *change = m_model->change(m_changes->indexAt(position).row());
    if (!change)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"differenceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy Difference"), QKeySequence::Copy, this, &DifferencePage::copy);
    const auto addCopy = [menu](const QString &text, const std::optional<QString> &value) {
        menu->addAction(text,
                        menu,
                        [copied = value.value_or(QString())] {
                            QGuiApplication::clipboard()->setText(copied);
                        })
            ->setEnabled(value.has_value());
    };
    addCopy(tr("Copy &Path"), change->path);
    addCopy(tr("Copy Value &Before"), change->before);
    addCopy(tr("Copy Value &After"), change->after);
    menu->popup(m_changes->viewport()->mapToGlobal(position));
}

} // namespace amb
