// SPDX-License-Identifier: MIT
#include "ui/watchers/watchdialog.h"

#include "core/instance/encodedquery.h"
#include "core/instance/pastedquery.h"
#include "core/instance/recordwatchlint.h"
#include "core/instance/tablecatalog.h"
#include "core/oneline.h"
#include "ui/watchers/conditioneditor.h"
#include "ui/watchers/lintlist.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestWords = 300; // the rest is on hover

QScrollArea *scrolled(QWidget *content, const QString &objectName)
{
    auto *area = new QScrollArea;
    area->setObjectName(objectName);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    // The same ground as around it.
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

void showText(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    edit->setText(text);
    edit->setCursorPosition(0); // long texts are read from their beginning
}

} // namespace

WatchDialog::WatchDialog(TableCatalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_tables(new QStringListModel(this))
    , m_paste(new QLineEdit)
    , m_table(new QLineEdit)
    , m_responder(new QComboBox)
    , m_conditions(new ConditionEditor)
    , m_query(new QLineEdit)
    , m_channel(new QLineEdit)
    , m_words(new QLabel)
    , m_lints(new LintList)
    , m_copy(new QPushButton(tr("C&opy")))
{
    setObjectName(u"watchDialog"_s);
    setWindowTitle(tr("Watch Records"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(10);
    auto *top = new QGridLayout;
    auto *texts = new QGridLayout;
    buildTop(*top);
    buildTexts(*texts);
    FormRows::align(*top, *texts);
    layout->addLayout(top);
    layout->addWidget(buildConditions(), 4);
    layout->addLayout(texts);
    QScrollArea *lints = scrolled(m_lints, u"lintArea"_s);
    lints->setMinimumHeight(fontMetrics().height() * 6);
    layout->addWidget(lints, 1);
    buildButtons(layout);
    constexpr int frame = 48; // of the window, and some air
    resize(QSize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 48)
               .boundedTo(screen()->availableSize() - QSize(frame, frame)));
    connectEdits();
    showCatalog();
    readPaste();
    spread(Source::Outside);
    m_paste->setFocus();
    m_catalog.wantTables();
}

void WatchDialog::paste(const QString &text)
{
    m_paste->setText(text);
}

void WatchDialog::buildTop(QGridLayout &form)
{
    m_paste->setObjectName(u"pasteField"_s);
    m_paste->setClearButtonEnabled(true);
    m_paste->setPlaceholderText(tr("A list's or record's address, a query, or a channel"));
    m_table->setObjectName(u"tableField"_s);
    m_table->setPlaceholderText(tr("incident"));
    auto *completer = new QCompleter(m_tables, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_table->setCompleter(completer);
    m_responder->setObjectName(u"responderBox"_s);
    m_responder->setAccessibleName(tr("What is told"));
    m_responder->addItem(tr("the records"), QByteArray("default"));
    m_responder->addItem(tr("their count"), QByteArray("count"));
    m_responder->addItem(tr("their count (count2)"), QByteArray("count2"));

    FormRows rows(form);
    m_pasteNote = rows.add(tr("&Paste:"), m_paste);
    auto *tell = new QWidget;
    auto *row = new QHBoxLayout(tell);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addWidget(new QLabel(tr("tell"), tell));
    row->addWidget(m_responder);
    m_catalogNote = rows.add(tr("&Table:"), m_table, tell);
}

QWidget *WatchDialog::buildConditions()
{
    auto *box = new QGroupBox(tr("Conditions"), this);
    auto *layout = new QVBoxLayout(box);
    m_conditions->setObjectName(u"conditionEditor"_s);
    layout->addWidget(scrolled(m_conditions, u"conditionArea"_s));
    return box;
}

void WatchDialog::buildTexts(QGridLayout &form)
{
    const QFont fixed = [this] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(this->font().pointSizeF());
        return font;
    }();
    m_query->setObjectName(u"queryField"_s);
    m_query->setFont(fixed);
    m_query->setPlaceholderText(u"active=true^priority=1"_s);
    m_channel->setObjectName(u"channelField"_s);
    m_channel->setFont(fixed);
    m_channel->setPlaceholderText(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    m_copy->setObjectName(u"copyChannel"_s);
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy the channel's name"));
    m_words->setObjectName(u"watchWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    FormRows rows(form);
    rows.add(tr("&Query:"), m_query);
    auto *channel = new QWidget;
    auto *row = new QHBoxLayout(channel);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_channel, 1);
    row->addWidget(m_copy);
    rows.add(tr("C&hannel:"), m_channel, channel);
    rows.add(tr("In words:"), m_words);
}

void WatchDialog::buildButtons(QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_subscribe = buttons->addButton(tr("&Subscribe"), QDialogButtonBox::AcceptRole);
    m_subscribe->setObjectName(u"watchSubscribe"_s);
    m_subscribe->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &WatchDialog::reject);
}

void WatchDialog::connectEdits()
{
    connect(m_paste, &QLineEdit::textChanged, this, &WatchDialog::readPaste);
    connect(m_table, &QLineEdit::textChanged, this, [this] { take(Source::Table); });
    connect(m_responder, &QComboBox::currentIndexChanged, this, [this] { take(Source::Table); });
    connect(m_conditions, &ConditionEditor::edited, this, [this] { take(Source::Conditions); });
    connect(m_query, &QLineEdit::textChanged, this, [this] { take(Source::Query); });
    connect(m_channel, &QLineEdit::textChanged, this, &WatchDialog::readChannel);
    connect(m_lints, &LintList::tableOffered, m_table, &QLineEdit::setText);
    connect(m_lints, &LintList::queryOffered, m_query, &QLineEdit::setText);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_channel->text());
    });
    connect(&m_catalog, &TableCatalog::changed, this, [this] {
        showCatalog();
        showLints();
    });
}

/// Takes over what was edited, and shows it everywhere else.
void WatchDialog::take(Source source)
{
    if (m_isShowing)
        return;
    if (source == Source::Table) {
        m_watcher.table = m_table->text().trimmed();
        m_watcher.responder = m_responder->currentData().toByteArray();
    } else if (source == Source::Conditions) {
        m_watcher.query = m_conditions->query().toString();
    } else if (source == Source::Query) {
        m_watcher.query = m_query->text();
    }
    spread(source);
}

void WatchDialog::readPaste()
{
    if (m_paste->text().trimmed().isEmpty()) {
        m_pasteNote->setTrouble({});
        m_pasteNote->setHint(
            tr("Such as the address of a filtered list, copied from the browser."));
        return;
    }
    const Result<PastedQuery> pasted = PastedQuery::read(m_paste->text());
    m_pasteNote->setTrouble(pasted ? QString() : pasted.error().text);
    if (!pasted)
        return;
    m_pasteNote->setHint(pasted->table.isEmpty() ? tr("A query; the table is yours to name below.")
                                                 : tr("Taken over into the fields below."));
    if (!pasted->table.isEmpty())
        m_watcher.table = pasted->table;
    m_watcher.query = pasted->query;
    spread(Source::Outside);
}

void WatchDialog::readChannel()
{
    if (m_isShowing)
        return;
    const QByteArray channel = m_channel->text().trimmed().toUtf8();
    const auto name = RecordWatcherName::decode(channel);
    if (!name) {
        m_channelTrouble = tr("This is no record watcher's channel that can be read: it has the "
                              "form /rw/default/incident/YWN0aXZlPXRydWU-.");
        showLints();
        return;
    }
    if (name->isGraphQl()) {
        m_channelTrouble = tr("A GraphQL channel carries a hash in place of table and query. Type "
                              "it where you subscribe to channels.");
        showLints();
        return;
    }
    m_watcher = *name;
    if (m_watcher.responder.isEmpty())
        m_watcher.responder = "default"; // the old form names none
    spread(Source::Channel);
}

/// Brings all places but the source to the watcher that is described now.
void WatchDialog::spread(Source source)
{
    {
        const QScopedValueRollback showing(m_isShowing, true);
        if (source != Source::Channel)
            showText(m_channel, channelText());
        if (source != Source::Table) {
            showText(m_table, m_watcher.table);
            if (m_responder->findData(m_watcher.responder) < 0) // one of the instance's own
                m_responder->addItem(QString::fromUtf8(m_watcher.responder), m_watcher.responder);
            m_responder->setCurrentIndex(m_responder->findData(m_watcher.responder));
        }
        if (source != Source::Query)
            showText(m_query, m_watcher.query);
        if (source != Source::Conditions)
            m_conditions->setQuery(EncodedQuery::parse(m_watcher.query));
    }
    m_channelTrouble.reset();
    m_catalog.wantFields(m_watcher.table);
    showCatalog();
    const QString words = EncodedQuery::parse(RecordWatcherName::strip(m_watcher.query)).inWords();
    m_words->setText(m_watcher.table.isEmpty() || words.isEmpty()
                         ? u"–"_s
                         : tr("%1 where %2").arg(m_watcher.table, oneLine(words, longestWords)));
    m_words->setToolTip(words.size() > longestWords ? toolTipText(words) : QString());
    showLints();
}

QString WatchDialog::channelText() const
{
    if (m_watcher.table.isEmpty()) // no name yet, rather than half of one
        return {};
    return QString::fromUtf8(
        RecordWatcherName::encode(m_watcher.responder, m_watcher.table, m_watcher.query));
}

void WatchDialog::showLints()
{
    QList<WatchLint> lints;
    if (m_channelTrouble)
        lints.append(
            {WatchLint::Rule::NoTable, WatchLint::Weight::Refusal, *m_channelTrouble, {}, {}});
    else if (!m_watcher.table.isEmpty() || !m_watcher.query.isEmpty())
        lints = lintRecordWatch(m_watcher, m_catalog.knowledge(m_watcher.table));
    m_lints->setLints(lints);
    m_lints->follow(m_copy);
    const bool isRefused = std::ranges::any_of(
        lints, [](const WatchLint &lint) { return lint.weight == WatchLint::Weight::Refusal; });
    m_subscribe->setEnabled(!isRefused && pattern().ok());
    m_copy->setEnabled(pattern().ok());
}

void WatchDialog::showCatalog()
{
    if (m_tables->stringList() != m_catalog.tables())
        m_tables->setStringList(m_catalog.tables());
    m_conditions->setKnownFields(m_catalog.fields(m_watcher.table));
    if (!m_catalog.trouble().isEmpty())
        m_catalogNote->setHint(
            tr("Names are not offered: %1 Type them as they are.").arg(m_catalog.trouble()));
    else if (m_catalog.isReading())
        m_catalogNote->setHint(tr("Reading the instance's tables and fields…"));
    else if (m_catalog.tables().isEmpty())
        m_catalogNote->setHint(tr("Names are not offered before the instance has told them."));
    else
        m_catalogNote->setHint(tr("%1 tables are known; names are offered while you type.")
                                   .arg(numberText(m_catalog.tables().size())));
}

void WatchDialog::submit()
{
    const Result<ChannelPattern> channel = pattern();
    if (!channel)
        return; // the button is off then
    accept();
    emit subscribeRequested(*channel);
}

Result<ChannelPattern> WatchDialog::pattern() const
{
    return ChannelPattern::parse(m_channel->text().trimmed().toUtf8());
}

} // namespace amb
