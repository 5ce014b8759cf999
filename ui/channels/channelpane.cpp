// SPDX-License-Identifier: MIT
#include "ui/channels/channelpane.h"

#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmenu.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelmoremenu.h"
#include "ui/channels/channeltitle.h"
#include "ui/channels/channeltree.h"
#include "ui/channels/channeltreeview.h"
#include "ui/channels/quietline.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/wording.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype mostSuggestions = 8;

/// A channel in words, or its name, cut in its middle to the button's width.
class SuggestionButton : public QPushButton
{
public:
    explicit SuggestionButton(QString title)
        : m_title(std::move(title))
    {
        setStyleSheet(u"text-align: left; padding: 4px 8px;"_s);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        constexpr int margins = 22;
        setText(menuText(fontMetrics().elidedText(m_title, Qt::ElideMiddle, width() - margins)));
    }

private:
    QString m_title;
};

enum Page {
    EmptyPage,
    ListPage,
    NotFoundPage,
};

} // namespace

ChannelPane::ChannelPane(ChannelModel &model, ChannelHabits &habits, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_habits(habits)
    , m_tree(new ChannelTree(model, habits, this))
    , m_completions(new QStringListModel(this))
    , m_field(new QLineEdit(this))
    , m_subscribeButton(new QPushButton(tr("&Subscribe"), this))
    , m_hint(new ElidedLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_findRow(new QWidget(this))
    , m_find(new QLineEdit(m_findRow))
    , m_treeButton(new QToolButton(m_findRow))
    , m_moreButton(new QToolButton(m_findRow))
    , m_list(new ChannelTreeView(*m_tree))
    , m_notFound(new QLabel)
    , m_quiet(new QuietLine(this))
    , m_watchButton(new QPushButton(tr("&Watch Records…"), this))
    , m_unsubscribeButton(new QPushButton(tr("&Unsubscribe"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(4);
    buildField(layout);
    buildFind(layout);
    buildList();
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_notFound);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_quiet);
    buildFooter(layout);
    setTabOrder(m_subscribeButton, m_find);
    setTabOrder(m_find, m_treeButton);
    setTabOrder(m_treeButton, m_moreButton);
    setTabOrder(m_moreButton, m_list);
    setTabOrder(m_list, m_watchButton);
    setTabOrder(m_watchButton, m_unsubscribeButton);
    connect(m_quiet, &QuietLine::refreshRequested, this, &ChannelPane::updateQuiet);
    connect(m_tree, &QAbstractItemModel::modelReset, this, &ChannelPane::updateState);
    // After the list has returned to its place.
    connect(m_tree,
            &QAbstractItemModel::modelReset,
            this,
            &ChannelPane::showExpected,
            Qt::QueuedConnection);
    connect(m_list, &ChannelTreeView::selectionMoved, this, &ChannelPane::updateState);
    checkField();
    updateState();
}

void ChannelPane::setKnownChannels(const QStringList &channels)
{
    if (channels == m_known)
        return;
    m_known = channels;
    m_completions->setStringList(channels);
    fillSuggestions();
}

void ChannelPane::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ChannelPane::expect(const ChannelPattern &pattern)
{
    m_expected = pattern;
    showExpected();
}

void ChannelPane::showExpected()
{
    const QModelIndex index = m_expected ? m_tree->indexOf(*m_expected) : QModelIndex();
    if (!index.isValid())
        return;
    m_list->selectPatterns({*std::exchange(m_expected, std::nullopt)});
    m_list->scrollTo(index);
}

void ChannelPane::showCapture()
{
    m_emptyText->setText(tr("There is no message of a channel in this capture."));
    m_isCapture = true;
    const std::initializer_list<QWidget *> ofInstances = {m_field,
                                                          m_subscribeButton,
                                                          m_hint,
                                                          m_moreButton,
                                                          m_quiet,
                                                          m_watchButton,
                                                          m_unsubscribeButton,
                                                          m_discoverButton};
    for (QWidget *widget : ofInstances)
        widget->hide();
    m_list->setAccessibleName(tr("Channels"));
}

/// From the field that finds on to what was found, and back to all.
bool ChannelPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->isVisible())
            return false;
        if (!m_list->currentIndex().isValid() || !m_list->selectionModel()->hasSelection())
            m_list->setCurrentIndex(m_tree->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Escape:
        if (m_find->text().isEmpty())
            return false;
        m_find->clear();
        return true;
    default:
        return false;
    }
}

void ChannelPane::buildField(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->addWidget(m_field, 1);
    row->addWidget(m_subscribeButton);
    layout->addLayout(row);
    auto *hintRow = new QHBoxLayout;
    hintRow->setContentsMargins(8, 0, 6, 2);
    hintRow->addWidget(m_hint, 1);
    layout->addLayout(hintRow);

    m_field->setObjectName(u"subscribeField"_s);
    m_field->setAccessibleName(tr("Channel to subscribe to"));
    m_field->setPlaceholderText(tr("/channel/name"));
    m_field->setClearButtonEnabled(true);
    m_subscribeButton->setObjectName(u"subscribeButton"_s);
    m_hint->setObjectName(u"subscribeHint"_s);

    auto *completer = new QCompleter(m_completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(completer);
    connect(m_field, &QLineEdit::textChanged, this, &ChannelPane::checkField);
    connect(m_field, &QLineEdit::returnPressed, this, &ChannelPane::submit);
    connect(m_subscribeButton, &QPushButton::clicked, this, &ChannelPane::submit);
}

void ChannelPane::buildFind(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout(m_findRow);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(2);
    row->addWidget(m_find, 1);
    row->addWidget(m_treeButton);
    row->addWidget(m_moreButton);
    layout->addWidget(m_findRow);
    m_find->setObjectName(u"channelFind"_s);
    m_find->setAccessibleName(tr("Find channels in this list"));
    m_find->setPlaceholderText(tr("Find in the list"));
    m_find->setClearButtonEnabled(true);
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, m_tree, &ChannelTree::setSearch);
    m_treeButton->setObjectName(u"channelTreeButton"_s);
    m_treeButton->setText(tr("Tree"));
    m_treeButton->setToolTip(tr("Shows the channels as a tree of their names' segments"));
    m_treeButton->setCheckable(true);
    m_treeButton->setChecked(m_tree->isTree());
    m_treeButton->setAutoRaise(true);
    m_treeButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_treeButton, &QToolButton::toggled, m_list, &ChannelTreeView::setTree);
    m_moreButton->setObjectName(u"channelMoreButton"_s);
    m_moreButton->setText(tr("More"));
    m_moreButton->setToolTip(tr("Many channels at once, sets of channels, columns"));
    m_moreButton->setPopupMode(QToolButton::InstantPopup);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new ChannelMoreMenu(*m_list, m_model, m_habits, this);
    m_moreButton->setMenu(menu);
    connect(menu, &ChannelMoreMenu::subscribeRequested, this, [this](const auto &patterns) {
        for (const ChannelPattern &pattern : patterns)
            emit subscribeRequested(pattern);
    });
}

void ChannelPane::buildList()
{
    connect(m_list, &QWidget::customContextMenuRequested, this, &ChannelPane::showMenu);
    connect(m_list, &ChannelTreeView::messagesRequested, this, &ChannelPane::filterBySelected);
    connect(m_list, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_tree->channelRow(index)) // segments open and close
            filterBySelected();
    });
    connect(
        m_list, &ChannelTreeView::unsubscribeRequested, this, &ChannelPane::unsubscribeSelected);
    m_notFound->setObjectName(u"channelsNotFound"_s);
    m_notFound->setTextFormat(Qt::PlainText);
    m_notFound->setWordWrap(true);
    m_notFound->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_notFound->setMargin(16);
    m_notFound->setBackgroundRole(QPalette::Base);
    m_notFound->setAutoFillBackground(true);
}

void ChannelPane::buildFooter(QVBoxLayout *layout)
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(6, 0, 6, 0);
    footer->addWidget(m_watchButton);
    footer->addStretch();
    footer->addWidget(m_unsubscribeButton);
    layout->addLayout(footer);
    m_watchButton->setObjectName(u"watchButton"_s);
    m_watchButton->setToolTip(
        tr("Subscribe to a table's records by conditions, a list's address or a query"));
    connect(m_watchButton, &QPushButton::clicked, this, [this] { emit watchRequested({}); });
    m_unsubscribeButton->setObjectName(u"unsubscribeButton"_s);
    m_unsubscribeButton->setToolTip(tr("Unsubscribe from the selected channels (Delete)"));
    connect(m_unsubscribeButton, &QPushButton::clicked, this, &ChannelPane::unsubscribeSelected);
}

QWidget *ChannelPane::buildEmptyPage()
{
    auto *page = new QWidget;
    page->setObjectName(u"channelsEmpty"_s);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 24, 16, 16);
    m_emptyText = new QLabel(tr("Nothing is subscribed yet. Type a channel above and press Return, "
                                "ask the instance what it serves, or begin with one of its "
                                "channels."),
                             page);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextFormat(Qt::PlainText);
    layout->addWidget(m_emptyText);
    m_discoverButton = new QPushButton(tr("&Discover Channels…"), page);
    m_discoverButton->setObjectName(u"discoverButton"_s);
    m_discoverButton->setToolTip(
        tr("Ask the instance which channels it serves and who listens to what"));
    connect(m_discoverButton, &QPushButton::clicked, this, &ChannelPane::discoverRequested);
    layout->addSpacing(4);
    layout->addWidget(m_discoverButton, 0, Qt::AlignLeft);
    m_suggestions = new QVBoxLayout;
    m_suggestions->setSpacing(4);
    layout->addSpacing(8);
    layout->addLayout(m_suggestions);
    layout->addStretch();
    auto *area = new QScrollArea; // a small window need not grow for the suggestions
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

void ChannelPane::fillSuggestions()
{
    while (const std::unique_ptr<QLayoutItem> item{m_suggestions->takeAt(0)}) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
    }
    const QStringList offered = m_known.first(std::min(m_known.size(), mostSuggestions));
    for (const QString &channel : offered) {
        auto *button = new SuggestionButton(channelTitle(channel));
        button->setAccessibleName(tr("Subscribe to %1").arg(channel));
        button->setObjectName(u"suggestion"_s);
        button->setToolTip(toolTipText(tr("Subscribe to %1").arg(channel)));
        connect(button, &QPushButton::clicked, this, [this, channel] {
            m_field->setText(channel);
            submit();
        });
        m_suggestions->addWidget(button);
    }
}

void ChannelPane::checkField()
{
    const QString text = m_field->text().trimmed();
    const auto pattern = ChannelPattern::parse(text.toUtf8());
    m_subscribeButton->setEnabled(pattern.ok());
    if (text.isEmpty()) {
        m_hint->setTone(Tone::Quiet);
        m_hint->setText(tr("/* one level, /** all levels below"));
    } else if (!pattern) {
        m_hint->setTone(Tone::Bad);
        m_hint->setText(pattern.error().text);
    } else {
        m_hint->setTone(Tone::Quiet);
        m_hint->setText(pattern->isWild() ? tr("All channels that match. Return subscribes.")
                                          : tr("Return subscribes."));
    }
}

void ChannelPane::submit()
{
    const auto pattern = ChannelPattern::parse(m_field->text().trimmed().toUtf8());
    if (!pattern)
        return; // the reason is below the field already
    m_field->clear();
    emit subscribeRequested(*pattern);
}

void ChannelPane::unsubscribeSelected()
{
    const QList<ChannelPattern> patterns = m_list->selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        emit unsubscribeRequested(pattern);
}

void ChannelPane::filterBySelected()
{
    QStringList names;
    const QList<ChannelPattern> patterns = m_list->selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        names.append(pattern.toString());
    if (!names.isEmpty())
        emit filterRequested(names);
}

void ChannelPane::subscribeAgain()
{
    const QList<ChannelPattern> patterns = m_list->selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        emit subscribeRequested(pattern);
}

void ChannelPane::goToRefused()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    const int from = selected.isEmpty() ? -1 : m_tree->channelRow(selected.last()).value_or(-1);
    const auto refused = m_model.nextRefused(from);
    if (!refused)
        return;
    m_find->clear();
    m_list->selectPatterns({*refused});
    m_list->scrollTo(m_list->currentIndex());
    m_list->setFocus(Qt::OtherFocusReason);
}

void ChannelPane::showMenu(const QPoint &position)
{
    const QModelIndex clicked = m_list->indexAt(position);
    if (!clicked.isValid())
        return;
    if (!m_list->selectionModel()->isRowSelected(clicked.row(), clicked.parent()))
        m_list->setCurrentIndex(clicked);
    auto *menu = new ChannelMenu(*m_list, m_habits, this);
    if (m_isCapture)
        menu->leaveOutSubscriptions();
    connect(menu, &ChannelMenu::watchRequested, this, &ChannelPane::watchRequested);
    connect(menu, &ChannelMenu::filterRequested, this, &ChannelPane::filterBySelected);
    connect(menu, &ChannelMenu::publishRequested, this, &ChannelPane::publishRequested);
    connect(menu, &ChannelMenu::subscribeAgainRequested, this, &ChannelPane::subscribeAgain);
    connect(menu, &ChannelMenu::unsubscribeRequested, this, &ChannelPane::unsubscribeSelected);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ChannelPane::updateState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    const bool isFound = m_tree->rowCount() > 0;
    m_notFound->setText(isFound ? QString() : nothingFound());
    m_pages->setCurrentIndex(isEmpty ? EmptyPage : isFound ? ListPage : NotFoundPage);
    m_find->setEnabled(!isEmpty || !m_find->text().isEmpty());
    m_unsubscribeButton->setEnabled(m_list->selectionModel()->hasSelection());
    updateQuiet();
}

QString ChannelPane::nothingFound() const
{
    return tr("None of the %1 channels has “%2” in its name. Empty the field to see them all.")
        .arg(numberText(m_model.rowCount()), m_find->text());
}

void ChannelPane::updateQuiet()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    const auto row =
        selected.size() == 1 ? m_tree->channelRow(selected.constFirst()) : std::nullopt;
    const Timestamp time = now();
    m_quiet->setSaying(m_model.sayQuiet(row, time), m_model.quietFacts(row, time));
}

} // namespace amb
