// SPDX-License-Identifier: MIT
#include "ui/widgets/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace amb {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_sign(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setSign(Glyph::Warning, Tone::Warning);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1); // an error with a long word leaves the window as wide as it is
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(u"noticeButton"_s);
    m_other->setObjectName(u"noticeOther"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->addWidget(m_sign, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_other, 0, Qt::AlignVCenter);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    connect(m_other, &QPushButton::clicked, this, &NoticeBar::otherRequested);
    hide();
}

void NoticeBar::showNotice(const QString &text, const QString &action, const QString &other)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    m_other->setText(other);
    m_other->setVisible(!other.isEmpty());
    show();
}

void NoticeBar::setSign(Glyph glyph, Tone tone)
{
    const int side = fontMetrics().height() + 4;
    m_sign->setPixmap(glyphIcon(glyph, tone).pixmap(QSize(side, side), devicePixelRatioF()));
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace amb
