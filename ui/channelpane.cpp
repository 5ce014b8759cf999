// SPDX-License-Identifier: MIT
#include "ui/channelpane.h"

#include "core/recordwatchername.h"
#include "ui/channeldelegate.h"
#include "ui/channelmodel.h"
#include "ui/elidedlabel.h"
#include "ui/quietline.h"
#include "ui/wording.h"

#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype mostSuggestions = 8;

} // namespace

ChannelPane::ChannelPane(ChannelModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_completions(new QStringListModel(this))
    , m_field(new QLineEdit(this))
    , m_subscribeButton(new QPushButton(tr("&Subscribe"), this))
    , m_hint(new ElidedLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_quiet(new QuietLine(this))
    , m_watchButton(new QPushButton(tr("&Watch Records…"), this))
    , m_unsubscribeButton(new QPushButton(tr("&Unsubscribe"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(4);
    buildField(layout);
    buildList();
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(m_list);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_quiet);
    connect(m_quiet, &QuietLine::refreshRequested, this, &ChannelPane::updateQuiet);

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

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ChannelPane::updateState);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ChannelPane::updateState);
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

void ChannelPane::showCapture()
{
    m_emptyText->setText(tr("There is no message of a channel in this capture."));
    const std::initializer_list<QWidget *> ofInstances = {
        m_field, m_subscribeButton, m_hint, m_watchButton, m_unsubscribeButton, m_discoverButton};
    for (QWidget *widget : ofInstances)
        widget->hide();
    m_list->setAccessibleName(tr("Channels"));
}

bool ChannelPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            unsubscribeSelected();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copySelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
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
    m_field->setPlaceholderText(tr("/channel or /channel/**"));
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

void ChannelPane::buildList()
{
    m_list->setObjectName(u"channelList"_s);
    m_list->setAccessibleName(tr("Subscriptions"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ChannelDelegate(m_model, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust); // refusals wrap at another place
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::customContextMenuRequested, this, &ChannelPane::showMenu);
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
    return page;
}

void ChannelPane::fillSuggestions()
{
    while (const std::unique_ptr<QLayoutItem> item{m_suggestions->takeAt(0)}) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
    }
    const QStringList offered = m_known.first(std::min(m_known.size(), mostSuggestions));
    for (const QString &channel : offered) {
        const int room = fontMetrics().averageCharWidth() * 32;
        QString shown = fontMetrics().elidedText(channel, Qt::ElideMiddle, room);
        // A mnemonic sign in a name is a sign, not a mnemonic.
        auto *button = new QPushButton(shown.replace(u'&', u"&&"_s));
        button->setAccessibleName(tr("Subscribe to %1").arg(channel));
        button->setObjectName(u"suggestion"_s);
        button->setToolTip(toolTipText(tr("Subscribe to %1").arg(channel)));
        button->setStyleSheet(u"text-align: left; padding: 4px 8px;"_s);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
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
        m_hint->setText(tr("/* is one level below, /** all levels"));
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
    const QList<ChannelPattern> patterns = selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        emit unsubscribeRequested(pattern);
}

void ChannelPane::copySelected()
{
    QStringList names;
    const QList<ChannelPattern> patterns = selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        names.append(pattern.toString());
    if (!names.isEmpty())
        QGuiApplication::clipboard()->setText(names.join(u'\n'));
}

void ChannelPane::showMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ChannelPattern clicked = m_model.entry(m_list->indexAt(position).row()).info.pattern;
    if (RecordWatcherName::decode(clicked.toString().toUtf8())) {
        menu->addAction(tr("&Edit as Conditions…"),
                        this,
                        [this, clicked] { emit watchRequested(clicked.toString()); })
            ->setObjectName(u"actionEditWatcher"_s);
    }
    menu->addAction(tr("&Copy Name"), QKeySequence::Copy, this, &ChannelPane::copySelected);
    if (!m_unsubscribeButton->isHidden())
        menu->addAction(
            tr("&Unsubscribe"), QKeySequence::Delete, this, &ChannelPane::unsubscribeSelected);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ChannelPane::updateState()
{
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1);
    m_unsubscribeButton->setEnabled(m_list->selectionModel()->hasSelection());
    updateQuiet();
}

void ChannelPane::updateQuiet()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    const bool isOne = selected.size() == 1;
    m_quiet->setSaying(
        m_model.sayQuiet(isOne ? std::optional(selected.first().row()) : std::nullopt, now()));
}

QList<ChannelPattern> ChannelPane::selectedPatterns() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<ChannelPattern> patterns;
    for (const QModelIndex &index : std::as_const(rows))
        patterns.append(m_model.entry(index.row()).info.pattern);
    return patterns;
}

} // namespace amb
