// SPDX-License-Identifier: MIT
#include "ui/connection/productionframe.h"

#include "ui/widgets/glyph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace amb {

ProductionFrame::ProductionFrame(QWidget *window)
    : QWidget(window)
{
    setObjectName(u"productionFrame"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->setContentsMargins(frameWidth, frameWidth, frameWidth, frameWidth);
    window->installEventFilter(this);
    resize(window->size());
}

bool ProductionFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    else if (event->type() == QEvent::ChildAdded)
        raise();
    return QWidget::eventFilter(watched, event);
}

void ProductionFrame::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QPen pen(toneColor(Tone::Bad, palette()), frameWidth);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    const int half = frameWidth / 2;
    painter.drawRect(rect().adjusted(half, half, -half - 1, -half - 1));
}

ProductionMark::ProductionMark(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"productionMark"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const QString text = tr("Production");
    setAccessibleName(text);
    setToolTip(tr("Real people work on this instance: what is published here reaches them."));
    auto *sign = new QLabel(this);
    const int side = fontMetrics().height();
    sign->setPixmap(
        glyphIcon(Glyph::Warning, Tone::Bad).pixmap(QSize(side, side), devicePixelRatioF()));
    auto *word = new QLabel(text, this);
    QFont bold = font();
    bold.setBold(true);
    word->setFont(bold);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5, 1, 7, 1);
    layout->setSpacing(3);
    layout->addWidget(sign);
    layout->addWidget(word);
}

void ProductionMark::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(Tone::Bad, palette()), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

} // namespace amb
