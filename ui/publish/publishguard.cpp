// SPDX-License-Identifier: MIT
#include "ui/publish/publishguard.h"

#include "ui/widgets/glyph.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

PublishGuard::PublishGuard(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_switchButton(new QPushButton)
    , m_yesButton(new QPushButton(tr("Publish to Pro&duction")))
    , m_noButton(new QPushButton(tr("Ca&ncel")))
    , m_auditButton(new QPushButton(tr("&Audit List…")))
{
    setObjectName(u"publishGuard"_s);
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(u"publishGuardText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_switchButton->setObjectName(u"publishSwitch"_s);
    m_yesButton->setObjectName(u"publishYes"_s);
    m_noButton->setObjectName(u"publishNo"_s);
    m_auditButton->setObjectName(u"publishAudit"_s);
    auto *sign = new QLabel;
    const int side = fontMetrics().height() + 4;
    sign->setPixmap(glyphIcon(Glyph::Warning, Tone::Warning).pixmap(QSize(side, side)));
    auto *words = new QHBoxLayout;
    words->addWidget(sign, 0, Qt::AlignTop);
    words->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_switchButton, m_yesButton, m_noButton})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_auditButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(4);
    layout->addLayout(words);
    layout->addLayout(buttons);
    connect(m_switchButton, &QPushButton::clicked, this, [this] {
        m_isOn = !m_isOn;
        tell();
        emit changed();
    });
    connect(m_yesButton, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_noButton, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_auditButton, &QPushButton::clicked, this, &PublishGuard::auditRequested);
    tell();
}

void PublishGuard::setProduction(const QString &instance)
{
    m_instance = instance;
    tell();
    emit changed();
}

void PublishGuard::ask(const QString &question)
{
    m_question = question;
    m_isAsking = true;
    tell();
    // What is pressed by mistake must do no harm.
    m_noButton->setFocus(Qt::OtherFocusReason);
}

void PublishGuard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isAsking) {
        answer(false);
        return;
    }
    QFrame::keyPressEvent(event);
}

void PublishGuard::answer(bool isYes)
{
    m_isAsking = false;
    tell();
    if (isYes)
        emit approved();
    else
        emit declined();
}

void PublishGuard::tell()
{
    setVisible(isProduction());
    if (m_isAsking)
        m_text->setText(m_question);
    else if (m_isOn)
        m_text->setText(tr("%1 is a production instance. Publishing is on for this session; each "
                           "message is asked for.")
                            .arg(m_instance));
    else
        m_text->setText(tr("%1 is a production instance: what is published reaches the people who "
                           "work there. Publishing is off.")
                            .arg(m_instance));
    m_switchButton->setText(m_isOn ? tr("Switch O&ff") : tr("Switch O&n for This Session"));
    m_switchButton->setVisible(!m_isAsking);
    m_yesButton->setVisible(m_isAsking);
    m_noButton->setVisible(m_isAsking);
    setAccessibleName(m_text->text());
}

} // namespace amb
