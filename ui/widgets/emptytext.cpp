// SPDX-License-Identifier: MIT
#include "ui/widgets/emptytext.h"

#include "ui/widgets/tone.h"

#include <QAbstractItemView>
#include <QEvent>

namespace amb {

EmptyText::EmptyText(QAbstractItemView &list)
    : QLabel(list.viewport())
    , m_list(list)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setForegroundRole(QPalette::WindowText); // not the text of the list
    setAttribute(Qt::WA_TransparentForMouseEvents);
    colour();
    hide();
    list.viewport()->installEventFilter(this);
}

void EmptyText::showText(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
    m_list.setAccessibleDescription(text);
    place();
}

bool EmptyText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

void EmptyText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

void EmptyText::place()
{
    setGeometry(m_list.viewport()->rect().adjusted(20, 10, -20, -10));
}

void EmptyText::colour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Quiet, currentPalette()));
    setPalette(colours);
}

} // namespace amb
