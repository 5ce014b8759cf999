// SPDX-License-Identifier: MIT
#include "ui/chart/ratelegend.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int signGap = 5;
constexpr int fewestLetters = 12;

} // namespace

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
    setAccessibleName(titles.join(u", "_s));
    update();
}

void RateLegend::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

int RateLegend::fairShare(QList<int> wanted, int room)
{
    std::sort(wanted.begin(), wanted.end());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int share = room / int(wanted.size() - i);
        if (wanted.at(i) > share)
            return std::max(0, share);
        room -= wanted.at(i);
    }
    return wanted.isEmpty() ? 0 : wanted.constLast();
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
    const int around = side + signGap + metrics.averageCharWidth() * 2;
    // A title of a few letters tells nothing: rather fewer of them, and how many there are more.
    const int least = around + metrics.averageCharWidth() * fewestLetters;
    const QString more = tr("+%1").arg(numberText(m_entries.size()));
    const int moreWidth = metrics.horizontalAdvance(more);
    const bool allFit = least * m_entries.size() <= width();
    const qsizetype shown = allFit
        ? m_entries.size()
        : std::clamp<qsizetype>((width() - moreWidth) / least, 1, m_entries.size());
    QList<int> wanted;
    for (qsizetype i = 0; i < shown; ++i)
        wanted.append(metrics.horizontalAdvance(m_entries.at(i).title));
    const int most =
        fairShare(wanted, width() - (allFit ? 0 : moreWidth) - around * int(wanted.size()));
    int x = 0;
    for (qsizetype i = 0; i < shown; ++i) {
        const QString text = metrics.elidedText(m_entries.at(i).title, Qt::ElideMiddle, most);
        const int textWidth = metrics.horizontalAdvance(text);
        painter.fillRect(QRect(x, (height() - side) / 2, side, side), m_entries.at(i).color);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(x + side + signGap, 0, textWidth + 1, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
        x += around + textWidth;
    }
    if (shown == m_entries.size())
        return;
    painter.setPen(quiet);
    painter.drawText(QRect(x, 0, moreWidth, height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     tr("+%1").arg(numberText(m_entries.size() - shown)));
}

} // namespace amb
