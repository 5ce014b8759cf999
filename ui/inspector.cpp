// SPDX-License-Identifier: MIT
#include "ui/inspector.h"

#include "core/capture/capturestore.h"
#include "core/jsonreader.h"
#include "ui/decodedpage.h"
#include "ui/elidedlabel.h"
#include "ui/jsontreepage.h"
#include "ui/rawpage.h"
#include "ui/wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

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
    layout->setSpacing(2);
    for (ElidedLabel *label : {m_title, m_facts, m_path}) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(8, 0, 8, 0);
        row->addWidget(label);
        layout->addLayout(row);
    }
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setElideMode(Qt::ElideMiddle);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_facts->setObjectName(u"inspectorFacts"_s);
    m_facts->setTone(Tone::Quiet);
    m_path->setObjectName(u"inspectorPath"_s);
    m_path->setTone(Tone::Quiet);
    layout->addSpacing(4);
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(page);

    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setDocumentMode(true);
    addPage(new DecodedPage(m_reader), tr("&Decoded"));
    addPage(m_treePage, tr("&Tree"));
    addPage(m_rawPage, tr("&Raw"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &Inspector::showOnCurrentPage);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

void Inspector::setRow(std::optional<Row> row)
{
    if (row == m_row)
        return;
    m_row = row;
    m_stack->setCurrentIndex(row ? 1 : 0);
    if (!row)
        return;
    const RowInfo info = m_store.info(*row);
    const QString channel = QString::fromUtf8(m_store.channelName(info.channel));
    m_title->setText(channel.isEmpty() ? tr("Note of the monitor") : channel);
    const QString kind = sayKind(info.kind, info.direction).word;
    m_facts->setText(fullTimeText(info.time) + u" · "_s + kind);
    QStringList path{directionText(info.direction)};
    if (info.direction != Direction::Local)
        path.append(transportText(info.transport));
    path.append(tr("%1 bytes").arg(numberText(info.size)));
    m_path->setText(path.join(u" · "_s));

    m_message = {*row, info, m_store.message(*row)};
    // A capture keeps what is no JSON as a JSON string.
    if (info.kind == MessageKind::Malformed)
        m_message.bytes = jsonStringText(m_message.bytes).toUtf8();
    showOnAllPages();
}

void Inspector::setDecoders(std::shared_ptr<const Decoders> decoders)
{
    m_reader.setDecoders(std::move(decoders));
    if (m_row)
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

void Inspector::addPage(InspectorPage *page, const QString &title)
{
    m_tabs->addTab(page, title);
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
