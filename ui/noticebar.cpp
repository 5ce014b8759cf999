// SPDX-License-Identifier: MIT
#include "ui/noticebar.h"

#include "ui/glyph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace amb {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *sign = new QLabel(this);
    const int side = fontMetrics().height() + 4;
    sign->setPixmap(
        glyphIcon(Glyph::Warning, Tone::Warning).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(u"noticeButton"_s);
    m_other->setObjectName(u"noticeOther"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->addWidget(sign, 0, Qt::AlignVCenter);
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

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace amb
