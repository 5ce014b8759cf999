// SPDX-License-Identifier: MIT
#include "ui/channels/discoverlist.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/roomydelegate.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Lines of one height, whatever is in them; names of channels are shortened in their middle, since
/// they differ at their end.
class ChannelLineDelegate : public RoomyDelegate
{
public:
    using RoomyDelegate::RoomyDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RoomyDelegate::initStyleOption(option, index);
        option->textElideMode =
            index.column() == DiscoverModel::ChannelColumn ? Qt::ElideMiddle : Qt::ElideRight;
    }
};

} // namespace

DiscoverList::DiscoverList(QWidget *parent)
    : QWidget(parent)
    , m_model(new DiscoverModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_sign(new QLabel(this))
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_retryButton(new QPushButton(tr("&Try Again"), this))
{
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setSortCaseSensitivity(Qt::CaseInsensitive);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    buildView();
    m_pages->addWidget(buildMessage());
    m_pages->addWidget(m_view);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_found, signal, this, &DiscoverList::showPage);
    connect(m_found, &QAbstractItemModel::modelReset, this, &DiscoverList::showPage);
    connect(m_retryButton, &QPushButton::clicked, this, &DiscoverList::retryRequested);
}

void DiscoverList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showPage();
}

void DiscoverList::showProgress(const QString &text)
{
    m_state = State::Progress;
    m_stateText = text;
    showPage();
}

void DiscoverList::showError(const Error &error)
{
    m_model->setChannels({});
    m_state = State::Failed;
    m_stateText = error.text;
    showPage();
}

void DiscoverList::setChannels(const QList<DiscoveredChannel> &channels)
{
    m_state = State::Listed;
    m_model->setChannels(channels);
    showPage();
    if (!m_view->currentIndex().isValid() && shownCount() > 0)
        m_view->setCurrentIndex(m_found->index(0, 0));
}

void DiscoverList::setSubscriptions(const QList<SubscriptionInfo> &subscriptions)
{
    m_model->setSubscriptions(subscriptions);
}

void DiscoverList::search(const QString &text)
{
    m_found->setFilterFixedString(text);
    if (!m_view->currentIndex().isValid() && shownCount() > 0)
        m_view->setCurrentIndex(m_found->index(0, 0));
    showPage();
}

const DiscoveredChannel *DiscoverList::current() const
{
    const QModelIndex index = m_found->mapToSource(m_view->currentIndex());
    return index.isValid() ? &m_model->channel(index.row()) : nullptr;
}

int DiscoverList::shownCount() const
{
    return m_found->rowCount();
}

void DiscoverList::focusList()
{
    if (m_pages->currentWidget() == m_view)
        m_view->setFocus();
}

void DiscoverList::buildView()
{
    m_view->setObjectName(u"discoverView"_s);
    m_view->setAccessibleName(tr("Discovered channels"));
    m_view->setModel(m_found);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(DiscoverModel::ChannelColumn, Qt::AscendingOrder);
    m_view->setItemDelegate(new ChannelLineDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    const int line = m_view->fontMetrics().height();
    m_view->setIconSize(QSize(line, line));
    const int width = m_view->fontMetrics().averageCharWidth();
    m_view->setColumnWidth(DiscoverModel::ChannelColumn, width * 38);
    m_view->setColumnWidth(DiscoverModel::FamilyColumn, width * 19);
    m_view->setColumnWidth(DiscoverModel::StateColumn, width * 16);
    m_view->setColumnWidth(DiscoverModel::ListenersColumn, width * 20);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &DiscoverList::currentChanged);
    connect(m_view, &QTreeView::activated, this, &DiscoverList::activated);
}

QWidget *DiscoverList::buildMessage()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QGridLayout(page);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(12);
    m_message->setObjectName(u"discoverMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setObjectName(u"discoverProgress"_s);
    m_progress->setAccessibleName(tr("Reading from the instance"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(240);
    m_retryButton->setObjectName(u"discoverRetry"_s);
    m_retryButton->setAutoDefault(false); // Return is for the fields
    layout->addWidget(m_sign, 1, 0, Qt::AlignTop);
    layout->addWidget(m_message, 1, 1);
    layout->addWidget(m_progress, 2, 1, Qt::AlignLeft);
    layout->addWidget(m_retryButton, 3, 1, Qt::AlignLeft);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(4, 3);
    return page;
}

void DiscoverList::showPage()
{
    m_progress->setVisible(m_state == State::Progress);
    m_retryButton->setVisible(m_state == State::Failed);
    m_sign->setVisible(m_state == State::Failed);
    const int side = fontMetrics().height() + 2;
    m_sign->setPixmap(
        glyphIcon(Glyph::Warning, Tone::Warning).pixmap(QSize(side, side), devicePixelRatioF()));
    if (m_state != State::Listed)
        m_message->setText(m_stateText);
    else if (m_model->rowCount() == 0)
        m_message->setText(m_emptyText);
    else
        m_message->setText(tr("Nothing here contains what is searched for."));
    const bool isListed = m_state == State::Listed && shownCount() > 0;
    m_pages->setCurrentIndex(isListed ? 1 : 0);
    emit countChanged();
    emit currentChanged();
}

} // namespace amb
