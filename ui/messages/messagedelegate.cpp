// SPDX-License-Identifier: MIT
#include "ui/messages/messagedelegate.h"

#include <QPainter>

#include <algorithm>

namespace amb {

namespace {

constexpr int colourWidth = 3;
constexpr int signGap = 5;
/// Characters that are more than any screen is wide.
constexpr qsizetype cutAt = 2000;
constexpr qsizetype mostCutNames = 1000;

qreal baseline(const QPainter &painter, const QRect &rect)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int above = (rect.height() - metrics.height()) / 2;
    return rect.top() + above + metrics.ascent();
}

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

} // namespace

MessageDelegate::MessageDelegate(const MessageModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{ }

void MessageDelegate::setPayloadFont(const QFont &font)
{
    m_payloadFont = font;
    m_cutNames.clear();
    const QFontMetricsF metrics(font);
    m_payloadAdvance = metrics.horizontalAdvance(u'0');
    if (metrics.horizontalAdvance(u'i') < m_payloadAdvance - 0.01)
        m_payloadAdvance = 0; // no fixed-width font after all
}

void MessageDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = colorGroup(option);
    if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));

    const MessageModel::Line &line = m_model.line(index.row());
    const auto color = [&](Tone tone) {
        return isSelected ? option.palette.color(group, QPalette::HighlightedText)
                          : toneColor(tone, option.palette);
    };
    const Tone words = line.isHeartbeat ? Tone::Quiet : Tone::Plain;
    QRect rect = option.rect.adjusted(m_margin, 0, -m_margin, 0);
    painter->setFont(option.font);
    painter->setPen(color(Tone::Quiet));
    switch (index.column()) {
    case MessageModel::TimeColumn:
        drawPayload(painter, rect, line.time, false);
        break;
    case MessageModel::ChannelColumn:
        if (line.colour.isValid())
            painter->fillRect(QRect(option.rect.left() + 1,
                                    option.rect.top() + 1,
                                    std::min(m_margin - 1, colourWidth),
                                    option.rect.height() - 2),
                              line.colour);
        painter->setPen(color(words));
        drawChannel(painter, rect, line.channel);
        break;
    case MessageModel::KindColumn: {
        const int side = option.fontMetrics.height() - 2;
        const QRect sign(rect.left(), rect.center().y() - side / 2, side, side);
        paintGlyph(*painter, sign, line.kind.glyph, color(line.kind.tone));
        if (line.kind.tone == Tone::Bad || line.kind.tone == Tone::Warning)
            painter->setPen(color(line.kind.tone));
        drawWords(painter, rect.adjusted(side + signGap, 0, 0, 0), line.kind.word);
        break;
    }
    case MessageModel::SummaryColumn:
        if (line.isNote) {
            QFont italic = option.font;
            italic.setItalic(true);
            painter->setFont(italic);
        }
        painter->setPen(color(words));
        drawWords(painter, rect, line.summary);
        break;
    case MessageModel::TransportColumn:
        drawWords(painter, rect, line.transport);
        break;
    case MessageModel::SizeColumn:
        drawPayload(painter, rect, line.size, true);
        break;
    default:
        painter->setPen(color(words));
        drawPayload(
            painter, rect, line.own.value(index.column() - MessageModel::ColumnCount), false);
        break;
    }
}

void MessageDelegate::drawPayload(QPainter *painter,
                                  const QRect &rect,
                                  const QString &text,
                                  bool right) const
{
    painter->setFont(m_payloadFont);
    const auto isAscii = [](QChar c) {
        return c >= u' ' && c < QChar(0x7f);
    };
    if (m_payloadAdvance <= 0 || !std::all_of(text.cbegin(), text.cend(), isAscii)) {
        const Qt::Alignment side = right ? Qt::AlignRight : Qt::AlignLeft;
        const QString shown =
            painter->fontMetrics().elidedText(text.left(cutAt), Qt::ElideRight, rect.width());
        painter->drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return;
    }
    const auto room = qsizetype(rect.width() / m_payloadAdvance);
    const bool isCut = text.size() > room;
    const QString shown = isCut ? text.left(std::max<qsizetype>(0, room - 1)) + u'…' : text;
    const qreal spare = right ? rect.width() - double(shown.size()) * m_payloadAdvance : 0;
    painter->drawText(QPointF(rect.left() + spare, baseline(*painter, rect)), shown);
}

void MessageDelegate::drawChannel(QPainter *painter, const QRect &rect, const QString &name) const
{
    // An alias and a watcher's condition are words, a channel's name is code.
    if (name.startsWith(u'/'))
        painter->setFont(m_payloadFont);
    if (m_cutWidth != rect.width() || m_cutNames.size() >= mostCutNames)
        m_cutNames.clear();
    m_cutWidth = rect.width();
    auto cut = m_cutNames.constFind(name);
    if (cut == m_cutNames.constEnd())
        cut = m_cutNames.insert(
            name,
            painter->fontMetrics().elidedText(name.left(cutAt), Qt::ElideMiddle, rect.width()));
    if (cut->isRightToLeft())
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, *cut);
    else
        painter->drawText(QPointF(rect.left(), baseline(*painter, rect)), *cut);
}

void MessageDelegate::drawWords(QPainter *painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    // Shaping costs by the character: nothing beyond what could be seen is worth it.
    const qsizetype most = std::min<qsizetype>(cutAt, rect.width() / 2 + 1);
    QString shown = text.size() > most ? text.left(most) : text;
    if (shown.size() * metrics.maxWidth() > rect.width())
        shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
    if (shown.isRightToLeft()) {
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        return;
    }
    painter->drawText(QPointF(rect.left(), baseline(*painter, rect)), shown);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option,
                                const QModelIndex & /*index*/) const
{
    return {100, option.fontMetrics.height() + 6};
}

} // namespace amb
