// SPDX-License-Identifier: MIT
#include "ui/inspector/inspector.h"

#include "core/capture/capturestore.h"
#include "core/instance/recordlink.h"
#include "core/jsonreader.h"
#include "core/oneline.h"
#include "ui/channels/channeltitle.h"
#include "ui/inspector/decodedpage.h"
#include "ui/inspector/differencepage.h"
#include "ui/inspector/jsontreepage.h"
#include "ui/inspector/rawpage.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/panefocus.h"
#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int leastLines = 9;

/// Keys that look for something in the message that has the focus, and not in the list.
bool isFindKey(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Find) || key.matches(QKeySequence::FindNext)
        || key.matches(QKeySequence::FindPrevious);
}

} // namespace

Inspector::Inspector(const CaptureStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_reader(store)
    , m_stack(new QStackedWidget(this))
    , m_title(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_path(new ElidedLabel)
    , m_tabs(new QTabWidget)
    , m_treePage(new JsonTreePage)
    , m_rawPage(new RawPage)
    , m_differencePage(new DifferencePage(m_reader))
    , m_openButton(new QToolButton)
    , m_pinButton(new QToolButton)
{
    auto *empty = new QLabel(tr("Select a message in the list to see it here in full: in words, as "
                                "a tree and as received."));
    empty->setObjectName(u"inspectorEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(24);
    empty->setBackgroundRole(QPalette::Base);
    empty->setAutoFillBackground(true);
    m_stack->addWidget(empty);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(buildHead());
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(page);

    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setAccessibleName(tr("Ways to look at the message"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false); // all of them are seen
    addPage(new DecodedPage(m_reader), tr("&Decoded"));
    addPage(m_treePage, tr("&Tree"));
    addPage(m_rawPage, tr("&Raw"));
    addPage(m_differencePage, tr("Di&fference"));
    connect(m_differencePage, &DifferencePage::rowRequested, this, &Inspector::rowRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Inspector::showOnCurrentPage);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    // With a pinned one below it and a pane below that, it has to fit a small screen.
    setMinimumHeight(fontMetrics().lineSpacing() * leastLines);
    setFirstFocus(*this, *m_tabs);
}

void Inspector::setRow(std::optional<Row> row)
{
    if (row == m_row)
        return;
    if (row) {
        setMessage(read(*row));
        return;
    }
    m_row.reset();
    m_stack->setCurrentIndex(0);
}

void Inspector::setMessage(const InspectedMessage &message)
{
    m_row = message.row;
    m_message = message;
    m_stack->setCurrentIndex(1);
    showHead();
    showRecord();
    showOnAllPages();
}

std::optional<InspectedMessage> Inspector::message() const
{
    return m_row ? std::optional(m_message) : std::nullopt;
}

void Inspector::compareWith(Row row)
{
    m_differencePage->compareWith(read(row));
    m_tabs->setCurrentWidget(m_differencePage);
}

void Inspector::setSite(const QUrl &site)
{
    m_site = site;
    if (m_row)
        showRecord();
}

void Inspector::setPinned()
{
    m_pinButton->hide();
}

void Inspector::setDecoders(std::shared_ptr<const Decoders> decoders)
{
    m_reader.setDecoders(std::move(decoders));
    if (!m_row)
        return;
    showRecord();
    showOnAllPages();
}

bool Inspector::event(QEvent *event)
{
    // The window has an action with the same key.
    if (event->type() == QEvent::ShortcutOverride && m_stack->currentIndex() == 1
        && isFindKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (m_stack->currentIndex() != 1 || !isFindKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_tabs->setCurrentWidget(m_treePage);
    if (event->matches(QKeySequence::Find))
        m_treePage->focusFind();
    else
        m_treePage->goToHit(event->matches(QKeySequence::FindNext) ? 1 : -1);
    event->accept();
}

QWidget *Inspector::buildHead()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setElideMode(Qt::ElideMiddle);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_facts->setObjectName(u"inspectorFacts"_s);
    m_facts->setTone(Tone::Quiet);
    m_path->setObjectName(u"inspectorPath"_s);
    m_path->setTone(Tone::Quiet);
    m_openButton->setObjectName(u"inspectorOpenRecord"_s);
    m_openButton->setText(tr("Open Record"));
    m_openButton->setAccessibleName(tr("Open record in browser"));
    m_pinButton->setObjectName(u"inspectorPin"_s);
    m_pinButton->setText(tr("Pin"));
    m_pinButton->setToolTip(tr("Keep this message in a pane of its own, beside the live one"));
    m_pinButton->setAccessibleName(tr("Pin beside the live one"));
    connect(m_openButton, &QToolButton::clicked, this, &Inspector::openRecord);
    connect(m_pinButton, &QToolButton::clicked, this, &Inspector::pinRequested);

    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_path);
    // A row of their own: whatever the language, they leave the channel's name its room.
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 2, 0, 0);
    buttons->setSpacing(4);
    for (QToolButton *button : {m_openButton, m_pinButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    return head;
}

void Inspector::addPage(InspectorPage *page, const QString &title)
{
    m_tabs->addTab(page, title);
    connect(page, &InspectorPage::filterRequested, this, &Inspector::filterRequested);
    connect(page, &InspectorPage::columnRequested, this, &Inspector::columnRequested);
}

InspectedMessage Inspector::read(Row row) const
{
    InspectedMessage message{row, m_store.info(row), m_store.message(row)};
    // A capture keeps what is no JSON as a JSON string.
    if (message.info.kind == MessageKind::Malformed)
        message.bytes = jsonStringText(message.bytes).toUtf8();
    return message;
}

void Inspector::showHead()
{
    const RowInfo &info = m_message.info;
    const QString channel = oneLine(QString::fromUtf8(m_store.channelName(info.channel)), 2000);
    m_title->setText(channel.isEmpty() ? tr("Note of the monitor") : channelTitle(channel));
    m_title->setHint(channel);
    const QString kind = sayKind(info.kind, info.direction).word;
    m_facts->setText(fullTimeText(info.time) + u" · "_s + kind);
    QStringList path{directionText(info.direction)};
    if (info.direction != Direction::Local)
        path.append(transportText(info.transport));
    path.append(tr("%1 bytes").arg(numberText(info.size)));
    m_path->setText(path.join(u" · "_s));
    emit titleChanged(m_title->text() + u", "_s + clockText(info.time));
}

void Inspector::showRecord()
{
    const RecordKey record = m_reader.read(m_message.row, m_message.info, m_message.bytes).record;
    const Result<QUrl> page = recordPage(m_site, record.table, record.sysId);
    m_recordPage = page ? *page : QUrl();
    m_openButton->setEnabled(page.ok());
    const QString words =
        page ? tr("Open %1 in your browser").arg(page->toDisplayString()) : page.error().text;
    m_openButton->setToolTip(toolTipText(words));
    m_openButton->setAccessibleDescription(words);
}

void Inspector::openRecord()
{
    if (m_recordPage.isEmpty() || QDesktopServices::openUrl(m_recordPage))
        return;
    QGuiApplication::clipboard()->setText(m_recordPage.toString());
    emit noticeRequested(
        tr("No browser could be opened. The address of the record is on the clipboard."));
}

/// The others follow when they are looked at.
void Inspector::showOnAllPages()
{
    m_stale.clear();
    for (int i = 0; i < m_tabs->count(); ++i)
        m_stale.append(qobject_cast<InspectorPage *>(m_tabs->widget(i)));
    showOnCurrentPage();
}

void Inspector::showOnCurrentPage()
{
    auto *page = qobject_cast<InspectorPage *>(m_tabs->currentWidget());
    if (m_stale.removeOne(page))
        page->setMessage(m_message);
}

} // namespace amb
