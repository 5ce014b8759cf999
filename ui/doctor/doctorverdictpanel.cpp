// SPDX-License-Identifier: MIT
#include "ui/doctor/doctorverdictpanel.h"

#include "core/doctor/reporttext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QLabel *plainLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

DoctorVerdictPanel::DoctorVerdictPanel(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_title(plainLabel(u"doctorGrade"_s, this))
    , m_text(plainLabel(u"doctorVerdict"_s, this))
    , m_rows(new QGridLayout)
{
    setObjectName(u"doctorVerdictPanel"_s);
    setAccessibleName(tr("Verdict"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_rows->setContentsMargins(0, 4, 0, 0);
    m_rows->setHorizontalSpacing(14);
    m_rows->setVerticalSpacing(3);
    m_rows->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_rows);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(12);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
}

void DoctorVerdictPanel::showWaiting(const QString &host)
{
    show(
        Glyph::Disconnected,
        Tone::Quiet,
        tr("Not tested yet"),
        tr("The doctor tests the way to %1 step by step, from its name to the messages of its bus.")
            .arg(host));
}

void DoctorVerdictPanel::showRunning(const QString &host)
{
    show(Glyph::Working,
         Tone::Accent,
         tr("Testing"),
         tr("The way to %1 is being tested; the verdict comes at the end.").arg(host));
}

void DoctorVerdictPanel::showVerdict(const DoctorVerdict &verdict)
{
    Glyph glyph = Glyph::Disconnected;
    Tone tone = Tone::Quiet;
    switch (verdict.grade) {
    case Grade::WebSocket: {
        const bool isWell = verdict.situation == Situation::AllWell;
        glyph = isWell ? Glyph::Check : Glyph::Warning;
        tone = isWell ? Tone::Good : Tone::Warning;
        break;
    }
    case Grade::Fallback:
        glyph = Glyph::Warning;
        tone = Tone::Warning;
        break;
    case Grade::Broken:
        glyph = Glyph::Cross;
        tone = Tone::Bad;
        break;
    case Grade::Untold:
        break;
    }
    show(glyph, tone, gradeText(verdict.grade), verdict.text);
    for (const QString &also : verdict.alsoTexts)
        addRow(tr("Also"), also, u"doctorAlso"_s);
    addRow(tr("Likely cause"), verdict.advice.cause, u"doctorCause"_s);
    addRow(tr("Next step"), verdict.advice.nextStep, u"doctorNextStep"_s);
    addRow(tr("Ask the network team"), verdict.advice.ask, u"doctorAsk"_s);
    addRow(tr("See"), verdict.advice.kb, u"doctorKb"_s);
}

void DoctorVerdictPanel::show(Glyph glyph, Tone tone, const QString &title, const QString &text)
{
    clearRows();
    const int side = fontMetrics().height() * 2;
    m_sign->setPixmap(glyphIcon(glyph, tone).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(title);
    m_text->setText(text);
}

void DoctorVerdictPanel::addRow(const QString &name,
                                const QString &value,
                                const QString &objectName)
{
    if (value.isEmpty())
        return;
    QLabel *label = plainLabel(objectName, this);
    label->setText(value);
    label->setAccessibleName(name);
    auto *title = new QLabel(name + u':', this);
    title->setForegroundRole(QPalette::Text);
    const int row = m_rows->rowCount();
    m_rows->addWidget(title, row, 0, Qt::AlignRight | Qt::AlignTop);
    m_rows->addWidget(label, row, 1);
}

void DoctorVerdictPanel::clearRows()
{
    while (const std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)})
        delete item->widget();
}

} // namespace amb
