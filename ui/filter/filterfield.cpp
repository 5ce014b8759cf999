// SPDX-License-Identifier: MIT
#include "ui/filter/filterfield.h"

#include "ui/widgets/tone.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace amb {

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
}

void FilterField::setProblem(const std::optional<FilterProblem> &problem)
{
    m_marked.reset();
    if (problem) {
        m_isUnfinished = problem->isUnfinished;
        m_marked = std::pair(int(problem->position), int(problem->position + problem->length));
    }
    update();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        emit clearRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        emit leaveRequested();
        break;
    default:
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_marked)
        return;
    const int begin = xOf(m_marked->first);
    // What is missing has no width: its place is shown all the same.
    const int end = std::max(xOf(m_marked->second), begin + fontMetrics().averageCharWidth());
    const QRect inner = rect().adjusted(4, 0, -4, 0);
    const int y = rect().center().y() + fontMetrics().height() / 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(m_isUnfinished ? Tone::Warning : Tone::Bad, palette()), 1.5));
    QPolygonF wave;
    for (int x = std::max(begin, inner.left()); x <= std::min(end, inner.right()); x += 2)
        wave.append(QPointF(x, y + ((x / 2) % 2 == 0 ? 0 : 2)));
    painter.drawPolyline(wave);
}

/// Where a character stands. QLineEdit tells it of the cursor alone, which may have scrolled.
int FilterField::xOf(int position) const
{
    const int cursor = cursorPosition();
    const QString shown = text();
    const int from = std::min(position, cursor);
    const int width = fontMetrics().horizontalAdvance(shown.mid(from, std::abs(position - cursor)));
    const int cursorX = cursorRect().center().x();
    return position < cursor ? cursorX - width : cursorX + width;
}

} // namespace amb
