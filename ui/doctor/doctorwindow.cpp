// SPDX-License-Identifier: MIT
#include "ui/doctor/doctorwindow.h"

#include "core/doctor/reporttext.h"
#include "ui/doctor/doctorverdictpanel.h"
#include "ui/widgets/filefolder.h"
#include "ui/widgets/foldedtextedit.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column : quint8 {
    StepColumn,
    ResultColumn,
    TimeColumn,
    ColumnCount,
};

Saying sayStep(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Good:
        return {Glyph::Check, Tone::Good, outcomeText(outcome)};
    case StepOutcome::Note:
        return {Glyph::Note, Tone::Quiet, outcomeText(outcome)};
    case StepOutcome::Warning:
        return {Glyph::Warning, Tone::Warning, outcomeText(outcome)};
    case StepOutcome::Failed:
        return {Glyph::Cross, Tone::Bad, outcomeText(outcome)};
    case StepOutcome::Skipped:
    case StepOutcome::Stopped:
        break;
    }
    return {Glyph::Disconnected, Tone::Quiet, outcomeText(outcome)};
}

QString evidenceText(const StepReport &report)
{
    QStringList parts{report.done, report.result};
    parts.removeAll(QString());
    QString text = parts.join(u'\n');
    const QString advice = adviceText(report.advice);
    if (!advice.isEmpty())
        text += u"\n\n"_s + advice;
    for (const Evidence &evidence : report.evidence) {
        const bool isLong = evidence.value.contains(u'\n');
        text += isLong ? u"\n\n%1:\n%2"_s.arg(evidence.name, evidence.value)
                       : u"\n\n%1: %2"_s.arg(evidence.name, evidence.value);
    }
    return text;
}

} // namespace

DoctorWindow::DoctorWindow(std::unique_ptr<Doctor> doctor, QWidget *parent)
    : QDialog(parent)
    , m_doctor(std::move(doctor))
    , m_verdict(new DoctorVerdictPanel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new QTreeWidget(this))
    , m_evidence(new FoldedTextEdit(this))
    , m_progress(new QProgressBar(this))
    , m_hold(new QCheckBox(tr("Also hold a &quiet connection (half a minute)"), this))
    , m_runButton(new QPushButton(this))
    , m_copyButton(new QPushButton(tr("&Copy Summary"), this))
    , m_saveButton(new QPushButton(tr("&Save Report…"), this))
    , m_notice(new QLabel(this))
{
    build();
    fillChecklist();
    makeRoom();
    m_verdict->showWaiting(m_doctor->address().displayName());
    connect(m_doctor.get(), &Doctor::stepStarted, this, &DoctorWindow::onStarted);
    connect(m_doctor.get(), &Doctor::stepFinished, this, &DoctorWindow::onStep);
    connect(m_doctor.get(), &Doctor::finished, this, &DoctorWindow::onFinished);
    connect(m_runButton, &QPushButton::clicked, this, &DoctorWindow::toggleRun);
    connect(m_copyButton, &QPushButton::clicked, this, &DoctorWindow::copySummary);
    connect(m_saveButton, &QPushButton::clicked, this, &DoctorWindow::openSave);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &DoctorWindow::showEvidence);
    // Only what the user does counts as chosen.
    connect(m_list, &QTreeWidget::itemClicked, this, [this] { m_userChose = true; });
    showRunning(false);
}

DoctorWindow::~DoctorWindow() = default;

void DoctorWindow::start()
{
    if (m_doctor->isRunning())
        return;
    m_userChose = false;
    m_notice->clear();
    fillChecklist();
    m_verdict->showRunning(m_doctor->address().displayName());
    m_doctor->setWithHold(m_hold->isChecked());
    showRunning(true);
    m_doctor->start();
}

void DoctorWindow::done(int result)
{
    m_doctor->stop();
    QDialog::done(result);
}

void DoctorWindow::build()
{
    setObjectName(u"doctorWindow"_s);
    setWindowTitle(tr("Connection Doctor – %1").arg(m_doctor->address().displayName()));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_evidence->setObjectName(u"doctorEvidence"_s);
    m_evidence->setAccessibleName(tr("Evidence of the chosen step"));
    m_evidence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_evidence->setPlaceholderText(tr("Choose a step to see what was sent and what came back."));
    m_splitter->setObjectName(u"doctorSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_evidence);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_verdict);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(buildButtons());
}

/// All steps are to be seen at once, beside some lines of evidence, as far as the screen has room.
void DoctorWindow::makeRoom()
{
    constexpr int frame = 48; // of the window, and some air
    const int line = fontMetrics().height();
    const int steps = m_list->header()->sizeHint().height() + 2 * m_list->frameWidth()
        + m_list->topLevelItemCount() * m_list->sizeHintForRow(0);
    const int evidence = line * 14;
    const int others = line * 16; // the verdict with its rows, and the buttons
    const QSize most = screen()->availableSize() - QSize(frame, frame);
    resize(
        QSize(fontMetrics().averageCharWidth() * 130, steps + evidence + others).boundedTo(most));
    m_evidence->setMinimumHeight(line * 9);
    m_splitter->setSizes({steps + 2, evidence});
}

QWidget *DoctorWindow::buildList()
{
    m_list->setObjectName(u"doctorSteps"_s);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Step"), tr("What came back"), tr("Time")});
    m_list->headerItem()->setTextAlignment(TimeColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(StepColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ResultColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(TimeColumn, QHeaderView::Fixed);
    header->resizeSection(TimeColumn, fontMetrics().horizontalAdvance(u"00,000 ms    "_s));
    return m_list;
}

QWidget *DoctorWindow::buildButtons()
{
    m_hold->setObjectName(u"doctorHold"_s);
    m_hold->setToolTip(toolTipText(tr("Finds proxies and firewalls that cut idle connections, and "
                                      "says after how many seconds.")));
    m_runButton->setObjectName(u"doctorRun"_s);
    m_copyButton->setObjectName(u"doctorCopy"_s);
    m_saveButton->setObjectName(u"doctorSave"_s);
    m_progress->setObjectName(u"doctorProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, int(Doctor::steps().size()));
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_notice->setObjectName(u"doctorNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *closeButton = new QPushButton(tr("Close"), this);
    closeButton->setObjectName(u"doctorClose"_s);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::reject);
    for (QPushButton *button : {m_runButton, m_copyButton, m_saveButton, closeButton})
        button->setAutoDefault(false);

    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress);
    auto *words = new QHBoxLayout;
    words->addWidget(m_hold);
    words->addSpacing(12);
    words->addWidget(m_notice, 1);
    layout->addLayout(words);
    auto *row = new QHBoxLayout;
    row->addWidget(m_runButton);
    row->addStretch();
    row->addWidget(m_copyButton);
    row->addWidget(m_saveButton);
    row->addWidget(closeButton);
    layout->addLayout(row);
    return box;
}

void DoctorWindow::fillChecklist()
{
    m_list->clear();
    const QList<DoctorStep> steps = Doctor::steps();
    QPixmap room(sideOfSigns(), sideOfSigns()); // keeps the texts in line before there are signs
    room.fill(Qt::transparent);
    for (const DoctorStep step : steps) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(StepColumn, Doctor::titleOf(step));
        item->setIcon(StepColumn, QIcon(room));
        item->setData(StepColumn, Qt::UserRole, int(step));
        item->setTextAlignment(TimeColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_progress->setValue(0);
    showEvidence();
}

void DoctorWindow::toggleRun()
{
    if (m_doctor->isRunning())
        m_doctor->stop();
    else
        start();
}

void DoctorWindow::onStarted(DoctorStep step)
{
    QTreeWidgetItem *item = itemFor(step);
    item->setIcon(StepColumn, glyphIcon(Glyph::Working, Tone::Accent));
    item->setText(ResultColumn, tr("Testing…"));
    m_list->scrollToItem(item);
}

void DoctorWindow::onStep(const StepReport &report)
{
    QTreeWidgetItem *item = itemFor(report.step);
    const Saying saying = sayStep(report.outcome);
    item->setIcon(StepColumn, glyphIcon(saying.glyph, saying.tone));
    item->setText(ResultColumn, report.result);
    item->setToolTip(ResultColumn, toolTipText(report.result));
    const bool isTested = report.outcome != StepOutcome::Skipped;
    item->setText(TimeColumn,
                  isTested ? tr("%1 ms").arg(numberText(report.took.count())) : QString());
    item->setData(StepColumn,
                  Qt::AccessibleTextRole,
                  u"%1: %2"_s.arg(Doctor::titleOf(report.step), saying.word));
    for (int column = 0; !isTested && column < ColumnCount; ++column)
        item->setForeground(column, toneColor(Tone::Quiet, palette()));
    m_progress->setValue(int(m_doctor->report().steps.size()));
    if (m_list->currentItem() == item)
        showEvidence();
}

void DoctorWindow::onFinished(const DoctorReport &report)
{
    showRunning(false);
    m_verdict->showVerdict(report.verdict);
    if (m_userChose)
        return;
    if (!report.verdict.step) {
        m_list->scrollToTop();
        return;
    }
    m_list->setCurrentItem(itemFor(*report.verdict.step));
    m_list->scrollToItem(m_list->currentItem());
}

void DoctorWindow::showEvidence()
{
    const auto report = reportOf(m_list->currentItem());
    m_evidence->setText(report ? evidenceText(*report) : QString());
}

void DoctorWindow::showRunning(bool isRunning)
{
    const bool hasReport = !isRunning && !m_doctor->report().steps.isEmpty();
    m_runButton->setText(isRunning ? tr("S&top") : hasReport ? tr("&Run Again") : tr("&Run"));
    m_hold->setEnabled(!isRunning);
    m_copyButton->setEnabled(hasReport);
    m_saveButton->setEnabled(hasReport);
    if (!isRunning)
        m_progress->setValue(hasReport ? m_progress->maximum() : 0);
}

void DoctorWindow::copySummary()
{
    QGuiApplication::clipboard()->setText(reportSummary(m_doctor->report()));
    m_notice->setText(tr("Copied."));
}

void DoctorWindow::openSave()
{
    auto *dialog = new QFileDialog(this, tr("Save Report"));
    dialog->setObjectName(u"doctorSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("Web page, to read and print (*.html)"), tr("JSON, for scripts (*.json)")});
    dialog->setDefaultSuffix(u"html"_s);
    beginInLastFolder(*dialog);
    dialog->selectFile(
        u"amb-doctor-%1.html"_s.arg(m_doctor->address().displayName().replace(u':', u'_')));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"html"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &DoctorWindow::save);
    dialog->open();
}

void DoctorWindow::save(const QString &path)
{
    const auto saved = saveReport(m_doctor->report(), path);
    m_notice->setText(saved ? tr("Saved.") : saved.error().text);
}

QTreeWidgetItem *DoctorWindow::itemFor(DoctorStep step) const
{
    return m_list->topLevelItem(int(step)); // they are listed in the order of their numbers
}

std::optional<StepReport> DoctorWindow::reportOf(const QTreeWidgetItem *item) const
{
    if (!item)
        return std::nullopt;
    const auto step = DoctorStep(item->data(StepColumn, Qt::UserRole).toInt());
    const QList<StepReport> &steps = m_doctor->report().steps;
    const auto found = std::ranges::find(steps, step, &StepReport::step);
    return found == steps.end() ? std::nullopt : std::optional(*found);
}

int DoctorWindow::sideOfSigns() const
{
    return m_list->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, m_list);
}

} // namespace amb
