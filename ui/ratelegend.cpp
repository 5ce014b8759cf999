// SPDX-License-Identifier: MIT
#include "ui/ratelegend.h"

#include "ui/tone.h"
#include "ui/wording.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

RateLegend::RateLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void RateLegend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    QStringList titles;
    for (const Entry &entry : entries)
        titles.append(entry.title);
    setToolTip(toolTipText(titles.join(u'\n')));
    update();
}

void RateLegend::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QSize RateLegend::sizeHint() const
{
    return {400, fontMetrics().height() + 4};
}

QSize RateLegend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void RateLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const QColor quiet = toneColor(Tone::Quiet, palette());
    if (m_entries.isEmpty()) {
        painter.setPen(quiet);
        painter.drawText(rect(),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_emptyText, Qt::ElideRight, width()));
        return;
    }
    const int side = metrics.ascent() * 3 / 4;
    const int gap = metrics.averageCharWidth() * 2;
    // Short titles leave their room to the long ones.
    int room = width();
    auto left = int(m_entries.size());
    int x = 0;
    for (const Entry &entry : m_entries) {
        const int most = room / left - side - 5 - gap;
        const QString text = metrics.elidedText(entry.title, Qt::ElideRight, std::max(0, most));
        const int textWidth = metrics.horizontalAdvance(text);
        painter.fillRect(QRect(x, (height() - side) / 2, side, side), entry.color);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(x + side + 5, 0, textWidth + 1, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
        const int taken = side + 5 + textWidth + gap;
        x += taken;
        room -= taken;
        --left;
    }
}

} // namespace amb
