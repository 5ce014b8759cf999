// SPDX-License-Identifier: MIT
#include "ui/channels/quietline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// The usual sentence has room: the list above does not move when another channel is chosen.
constexpr int usualLines = 3;

} // namespace

QuietLine::QuietLine(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"quietLine"_s);
    m_text->setObjectName(u"quietText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * usualLines);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 6, 2);
    layout->setSpacing(6);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &QuietLine::refreshRequested);
}

void QuietLine::setSaying(const Saying &saying, const QString &facts)
{
    setToolTip(toolTipText(facts));
    const bool isOtherSign = saying.glyph != m_saying.glyph || saying.tone != m_saying.tone;
    const bool isOtherText = saying.word != m_saying.word;
    m_saying = saying;
    if (isOtherSign)
        paintSign();
    if (!isOtherText)
        return;
    m_text->setText(saying.word);
    m_text->setAccessibleName(saying.word);
}

QString QuietLine::text() const
{
    return m_text->text();
}

void QuietLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    emit refreshRequested();
}

void QuietLine::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void QuietLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSign();
    QWidget::changeEvent(event);
}

void QuietLine::paintSign()
{
    const int side = fontMetrics().height();
    m_sign->setPixmap(
        glyphIcon(m_saying.glyph, m_saying.tone).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace amb
