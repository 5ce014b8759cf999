// SPDX-License-Identifier: MIT
#include "ui/inspector/decodedpage.h"

#include "core/reading/rowreader.h"
#include "ui/filter/filteroffers.h"
#include "ui/inspector/decodedmodel.h"
#include "ui/widgets/roomydelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1); // else a word of a message without an end makes the window as wide
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

DecodedPage::DecodedPage(const RowReader &reader, QWidget *parent)
    : InspectorPage(parent)
    , m_reader(reader)
    , m_model(new DecodedModel(this))
    , m_family(plainLabel(u"decodedFamily"_s))
    , m_sentence(plainLabel(u"decodedSentence"_s))
    , m_fields(new QTreeView)
    , m_detail(new QPlainTextEdit)
{
    m_family->setForegroundRole(QPalette::PlaceholderText);
    m_family->setTextInteractionFlags(Qt::NoTextInteraction);
    m_sentence->setAccessibleName(tr("What the message says"));

    buildFields();
    buildDetail();

    auto *words = new QVBoxLayout;
    words->setContentsMargins(8, 8, 8, 8);
    words->setSpacing(2);
    words->addWidget(m_family);
    words->addWidget(m_sentence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_fields, 1);
    layout->addWidget(m_detail);
}

void DecodedPage::setMessage(const InspectedMessage &message)
{
    const DecodedMessage decoded = m_reader.read(message.row, message.info, message.bytes);
    m_family->setText(decoded.family);
    m_sentence->setText(decoded.sentence);
    m_model->setMessage(decoded);
    m_detail->clear();
    if (m_model->rowCount() > 0)
        m_fields->setCurrentIndex(m_model->index(0, 0));
}

void DecodedPage::buildFields()
{
    m_fields->setObjectName(u"decodedFields"_s);
    m_fields->setAccessibleName(tr("Fields of the message"));
    m_fields->setModel(m_model);
    m_fields->setItemDelegate(new RoomyDelegate(m_fields));
    m_fields->setRootIsDecorated(false);
    m_fields->setItemsExpandable(false);
    m_fields->setUniformRowHeights(true);
    m_fields->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setAllColumnsShowFocus(true);
    m_fields->setContextMenuPolicy(Qt::CustomContextMenu);
    m_fields->header()->setStretchLastSection(true);
    m_fields->header()->resizeSection(DecodedModel::LabelColumn,
                                      fontMetrics().averageCharWidth() * 24);
    connect(m_fields, &QTreeView::customContextMenuRequested, this, &DecodedPage::showMenu);
    connect(m_fields->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &current) {
                m_detail->setPlainText(m_model->detail(current.row()));
            });
}

void DecodedPage::buildDetail()
{
    m_detail->setObjectName(u"decodedDetail"_s);
    m_detail->setAccessibleName(tr("The selected field as the server keeps it, and what it means"));
    m_detail->setReadOnly(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setTabChangesFocus(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setPlaceholderText(tr("Select a field to see how the server keeps it."));
    m_detail->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_detail->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_detail->setBackgroundRole(QPalette::AlternateBase);
    fitDetail();
}

void DecodedPage::resizeEvent(QResizeEvent *event)
{
    InspectorPage::resizeEvent(event);
    fitDetail();
}

/// As high for every field, so that nothing moves while one goes from one to the next.
void DecodedPage::fitDetail()
{
    constexpr int roomyHeight = 340;
    constexpr int leastHeight = 190;
    const int lines = height() >= roomyHeight ? 4 : 2;
    m_detail->setVisible(height() >= leastHeight); // else the fields would have no room
    m_detail->setFixedHeight(fontMetrics().lineSpacing() * lines + 12);
}

void DecodedPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
        event->accept();
        return;
    }
    InspectorPage::keyPressEvent(event);
}

void DecodedPage::copyValue()
{
    if (const DecodedField *field = m_model->field(m_fields->currentIndex().row()))
        copy(field->value.display);
}

void DecodedPage::copyRawValue()
{
    if (const DecodedField *field = m_model->field(m_fields->currentIndex().row()))
        copy(field->value.raw);
}

void DecodedPage::copyName()
{
    if (const DecodedField *field = m_model->field(m_fields->currentIndex().row()))
        copy(field->name);
}

void DecodedPage::copySentence()
{
    copy(m_model->message().sentence);
}

void DecodedPage::showMenu(const QPoint &position)
{
    const DecodedField *field = m_model->field(m_fields->indexAt(position).row());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"decodedMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFilterMenus(
        *menu,
        field ? filterOffersOf(*field) : QList<FilterOffer>(),
        [this](const QString &term, bool isLeftOut) { emit filterRequested(term, isLeftOut); });
    menu->addSeparator();
    menu->addAction(tr("&Copy Value"), QKeySequence::Copy, this, &DecodedPage::copyValue)
        ->setEnabled(field);
    menu->addAction(tr("Copy &Raw Value"), this, &DecodedPage::copyRawValue)->setEnabled(field);
    menu->addAction(tr("Copy Field &Name"), this, &DecodedPage::copyName)->setEnabled(field);
    menu->addSeparator();
    menu->addAction(tr("Copy &Sentence"), this, &DecodedPage::copySentence);
    menu->popup(m_fields->viewport()->mapToGlobal(position));
}

} // namespace amb
