// SPDX-License-Identifier: MIT
#include "ui/captures/capturedialog.h"

#include "ui/widgets/emptytext.h"
#include "ui/widgets/filefolder.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    BegunColumn,
    InstanceColumn,
    StateColumn,
    SizeColumn,
};

/// A capture that was written to within this time may go on.
constexpr int fresh = 60; // seconds

bool mayGoOn(const ArchivedCapture &capture)
{
    return capture.lastWritten.secsTo(QDateTime::currentDateTime()) < fresh;
}

} // namespace

CaptureDialog::CaptureDialog(CaptureArchive archive, QWidget *parent)
    : QDialog(parent)
    , m_archive(std::move(archive))
    , m_notice(new NoticeBar(this))
    , m_list(new QTreeWidget(this))
    , m_empty(new EmptyText(*m_list))
    , m_total(new QLabel(this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_discard(new QPushButton(tr("&Move to Trash"), this))
{
    setObjectName(u"captureDialog"_s);
    setWindowTitle(tr("Open Capture"));
    build();
    connect(m_list, &QTreeWidget::itemActivated, this, &CaptureDialog::openCurrent);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CaptureDialog::updateButtons);
    connect(m_open, &QPushButton::clicked, this, &CaptureDialog::openCurrent);
    connect(m_discard, &QPushButton::clicked, this, &CaptureDialog::discardCurrent);
    connect(m_notice, &NoticeBar::actionRequested, m_notice, &QWidget::hide);
    refresh();
    m_list->setFocus();
}

void CaptureDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_discard->isEnabled())
        discardCurrent();
    else
        QDialog::keyPressEvent(event);
}

void CaptureDialog::build()
{
    m_list->setObjectName(u"captureList"_s);
    m_list->setAccessibleName(tr("Recorded captures"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setHeaderLabels({tr("Recorded"), tr("Instance"), tr("State"), tr("Size")});
    m_list->headerItem()->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(InstanceColumn, QHeaderView::Stretch);
    m_empty->setObjectName(u"captureEmpty"_s);
    m_notice->setObjectName(u"captureNotice"_s);
    m_total->setObjectName(u"captureTotal"_s);
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    m_total->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open->setObjectName(u"captureOpen"_s);
    m_open->setDefault(true);
    m_discard->setObjectName(u"captureDiscard"_s);
    auto *other = new QPushButton(tr("Other &File…"), this);
    other->setObjectName(u"captureOther"_s);
    connect(other, &QPushButton::clicked, this, &CaptureDialog::chooseOther);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    buttons->addButton(other, QDialogButtonBox::ActionRole);
    buttons->addButton(m_discard, QDialogButtonBox::DestructiveRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_total);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 26);
}

void CaptureDialog::refresh()
{
    m_captures = m_archive.captures();
    m_list->clear();
    for (const ArchivedCapture &capture : std::as_const(m_captures)) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(BegunColumn, QLocale().toString(capture.begun, QLocale::ShortFormat));
        item->setText(InstanceColumn, capture.instance);
        item->setToolTip(InstanceColumn, toolTipText(capture.instance));
        item->setText(SizeColumn, sizeText(capture.bytes));
        item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
        if (mayGoOn(capture))
            item->setText(StateColumn, tr("being recorded"));
        item->setToolTip(BegunColumn, toolTipText(QDir::toNativeSeparators(capture.path)));
    }
    if (!m_captures.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    const qint64 bytes = std::accumulate(
        m_captures.cbegin(), m_captures.cend(), 0LL, [](qint64 sum, const auto &capture) {
            return sum + capture.bytes;
        });
    m_empty->showText(m_captures.isEmpty()
                          ? tr("Nothing was recorded yet: each instance that you open is recorded "
                               "here. A capture that somebody gave you opens with “Other File…”.")
                          : QString());
    const QString count = m_captures.size() == 1
        ? tr("One capture")
        : tr("%1 captures").arg(numberText(m_captures.size()));
    m_total->setVisible(!m_captures.isEmpty());
    m_total->setText(
        tr("%1, %2, in %3")
            .arg(count, sizeText(bytes), QDir::toNativeSeparators(m_archive.folder())));
    updateButtons();
}

void CaptureDialog::updateButtons()
{
    const ArchivedCapture *capture = current();
    m_open->setEnabled(capture != nullptr);
    m_discard->setEnabled(capture != nullptr && !mayGoOn(*capture));
}

void CaptureDialog::openCurrent()
{
    const ArchivedCapture *capture = current();
    if (capture == nullptr)
        return;
    const QString path = capture->path;
    accept();
    emit chosen(path);
}

void CaptureDialog::chooseOther()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(u"captureFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Captures (*.jsonl)"), tr("All (*)")});
    beginInLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        accept();
        emit chosen(path);
    });
    dialog->open();
}

void CaptureDialog::discardCurrent()
{
    const ArchivedCapture *capture = current();
    if (capture == nullptr)
        return;
    const auto failure = CaptureArchive::discard(*capture);
    refresh();
    if (failure)
        m_notice->showNotice(failure->text, tr("&Dismiss"));
}

const ArchivedCapture *CaptureDialog::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_captures.size() ? &m_captures.at(row) : nullptr;
}

} // namespace amb
