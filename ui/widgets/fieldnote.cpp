// SPDX-License-Identifier: MIT
#include "ui/widgets/fieldnote.h"

#include "ui/widgets/glyph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace amb {

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    const int side = fontMetrics().height();
    m_sign->setPixmap(
        glyphIcon(Glyph::Cross, Tone::Bad).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setObjectName(field->objectName() + u"Note"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 0, 0, 2);
    layout->setSpacing(4);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    refresh();
}

void FieldNote::setHint(const QString &text)
{
    m_hint = text;
    refresh();
}

void FieldNote::setTrouble(const QString &text)
{
    m_trouble = text;
    refresh();
}

QString FieldNote::text() const
{
    return m_text->text();
}

void FieldNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        refresh();
}

void FieldNote::refresh()
{
    const QString text = isTrouble() ? m_trouble : m_hint;
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText,
                     toneColor(isTrouble() ? Tone::Plain : Tone::Quiet, currentPalette()));
    m_text->setPalette(colours);
    m_text->setText(text);
    m_sign->setVisible(isTrouble());
    setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
}

} // namespace amb
