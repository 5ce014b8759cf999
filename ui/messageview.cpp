// SPDX-License-Identifier: MIT
#include "ui/messageview.h"

#include "core/capture/capturestore.h"
#include "ui/messagedelegate.h"
#include "ui/messagemodel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int mostCopied = 10'000;

} // namespace

MessageView::MessageView(MessageModel &model, QWidget *parent)
    : UniformTableView(parent)
    , m_model(model)
    , m_delegate(new MessageDelegate(model, this))
    , m_followButton(new QPushButton(this))
    , m_emptyLabel(new QLabel(viewport()))
    , m_seenEnd(model.rowAt(model.rowCount()))
{
    setObjectName(u"messageView"_s);
    setAccessibleName(tr("Messages"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(MessageModel::SummaryColumn, QHeaderView::Stretch);

    m_emptyLabel->setTextFormat(Qt::PlainText);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setObjectName(u"messagesEmpty"_s);
    m_followButton->setObjectName(u"followButton"_s);
    m_followButton->setToolTip(tr("Go to the newest message and follow (End)"));
    m_followButton->hide();

    connect(m_followButton, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isScrollingItself)
            setFollowing(value == verticalScrollBar()->maximum());
        updateFollowButton();
    });
    connect(&model,
            &QAbstractItemModel::rowsRemoved,
            this,
            [this](const auto &, int first, int last) { afterRemoval(last - first + 1); });
    applyFonts();
    placeOverlays();
}

void MessageView::setFollowing(bool following)
{
    const bool isChange = following != m_isFollowing;
    m_isFollowing = following;
    if (following)
        scrollToNewest();
    else if (isChange)
        m_seenEnd = m_model.rowAt(m_model.rowCount());
    updateFollowButton();
    if (isChange)
        emit followingChanged(following);
}

std::optional<Row> MessageView::currentRow() const
{
    if (!currentIndex().isValid())
        return {};
    return m_model.rowAt(currentIndex().row());
}

void MessageView::setEmptyText(const QString &text)
{
    m_emptyLabel->setText(text);
    placeOverlays();
}

void MessageView::copySelected()
{
    int selected = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        selected += range.height();
    if (selected > mostCopied) {
        emit copyRefused(selected, mostCopied);
        return;
    }
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &index : rows)
        text += QString::fromUtf8(m_model.store().message(m_model.rowAt(index.row()))) + u'\n';
    if (rows.size() == 1)
        text.chop(1);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void MessageView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const bool wasEmpty = m_emptyLabel->isVisibleTo(viewport());
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::rowsInserted(parent, first, last);
        updateRowRange();
    }
    if (m_isFollowing)
        scrollToNewest();
    if (wasEmpty)
        placeOverlays();
    updateFollowButton();
}

void MessageView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // A view would make another row the current one, which nobody chose.
    if (currentIndex().isValid() && currentIndex().row() <= last)
        selectionModel()->clearCurrentIndex();
    UniformTableView::rowsAboutToBeRemoved(parent, first, last);
}

void MessageView::afterRemoval(int removed)
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    // Rows go at the top: what the user reads must not move away under his eyes.
    verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - removed));
    updateRowRange();
    placeOverlays();
    updateFollowButton();
}

void MessageView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::currentChanged(current, previous);
    }
    if (current.isValid() && current.row() < m_model.rowCount() - 1)
        setFollowing(false);
    emit currentRowChanged();
}

void MessageView::focusInEvent(QFocusEvent *event)
{
    // Item views make the first row the current one when they get the focus. That would open it in
    // the inspector and end the following, though nobody chose it.
    if (currentIndex().isValid())
        UniformTableView::focusInEvent(event);
    else
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): QAbstractItemView's is what chooses a row
        QAbstractScrollArea::focusInEvent(event);
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (isMove && !currentIndex().isValid()) {
        // Moves begin where the view is.
        goTo(lastShownRow());
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->key() == Qt::Key_End && !(event->modifiers() & Qt::ShiftModifier)) {
        goTo(m_model.rowCount() - 1);
        setFollowing(true);
    } else if (event->key() == Qt::Key_Home && !(event->modifiers() & Qt::ShiftModifier)) {
        goTo(0);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        // Rows are selected as a whole; sideways keys move the view, not an unseen cell.
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() + (event->key() == Qt::Key_Left ? -1 : 1) * bar->singleStep());
    } else {
        UniformTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void MessageView::mousePressEvent(QMouseEvent *event)
{
    // Whoever picks a message wants to read it, also the newest one.
    if (indexAt(event->position().toPoint()).isValid())
        setFollowing(false);
    const QScopedValueRollback guard(m_isScrollingItself, true);
    UniformTableView::mousePressEvent(event);
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    {
        const QScopedValueRollback guard(m_isScrollingItself, true);
        UniformTableView::resizeEvent(event);
    }
    if (m_isFollowing)
        scrollToNewest();
    placeOverlays();
    updateFollowButton();
}

void MessageView::changeEvent(QEvent *event)
{
    UniformTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFonts();
}

void MessageView::applyFonts()
{
    QFont payloadFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    payloadFont.setPointSizeF(font().pointSizeF());
    m_delegate->setPayloadFont(payloadFont);
    // Texts begin where the header's do.
    m_delegate->setMargin(
        std::max(4, style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this) + 1));
    const QFontMetrics payload(payloadFont);
    const QFontMetrics words(font());
    setUniformRowHeight(std::max(payload.height(), words.height()) + 6);
    if (m_hasColumnWidths)
        return;
    m_hasColumnWidths = true;
    const int margins = 2 * m_delegate->margin() + 2;
    setColumnWidth(MessageModel::TimeColumn,
                   payload.horizontalAdvance(u"00:00:00.000"_s) + margins);
    setColumnWidth(MessageModel::ChannelColumn, payload.horizontalAdvance(u'0') * 23 + margins);
    setColumnWidth(MessageModel::KindColumn,
                   words.horizontalAdvance(tr("publish reply")) + words.height() + margins + 5);
    setColumnWidth(MessageModel::SizeColumn, payload.horizontalAdvance(u"10,000,000"_s) + margins);
}

void MessageView::scrollToNewest()
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    scrollToBottom();
}

void MessageView::goTo(int index)
{
    if (index < 0)
        return;
    selectionModel()->setCurrentIndex(m_model.index(index, MessageModel::SummaryColumn),
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

void MessageView::placeOverlays()
{
    m_emptyLabel->setVisible(m_model.rowCount() == 0);
    m_emptyLabel->setGeometry(viewport()->rect().adjusted(24, 24, -24, -24));
    const QSize hint = m_followButton->sizeHint();
    // Never narrower than it was: the text grows and shrinks with every batch.
    const QSize size(std::max(hint.width(), m_followButton->width()), hint.height());
    const QRect area = viewport()->geometry();
    m_followButton->setGeometry(area.center().x() - size.width() / 2,
                                area.bottom() - size.height() - 10,
                                size.width(),
                                size.height());
}

void MessageView::updateFollowButton()
{
    m_followButton->setVisible(!m_isFollowing && m_model.rowCount() > 0);
    if (m_isFollowing)
        return;
    const int below = m_model.rowCount() - 1 - lastShownRow();
    const qint64 fresh = std::min<qint64>(m_model.rowAt(m_model.rowCount()) - m_seenEnd, below);
    QString text = u"▼  "_s + tr("%1 below").arg(numberText(below));
    if (fresh > 0)
        text += u" · "_s + tr("%1 new").arg(numberText(fresh));
    m_followButton->setText(text);
    m_followButton->setAccessibleName(tr("%1, go to the newest message").arg(text.mid(3)));
    placeOverlays();
}

} // namespace amb
