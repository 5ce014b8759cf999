// SPDX-License-Identifier: MIT
#include "ui/widgets/glyph.h"

#include <QIconEngine>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <initializer_list>

namespace amb {

namespace {

// All shapes are drawn on a field of 16 by 16.
constexpr qreal fieldSize = 16.0;

QPolygonF polygon(std::initializer_list<QPointF> points)
{
    return {QList<QPointF>(points)};
}

void paintArrow(QPainter &painter, bool down)
{
    const qreal tip = down ? 13.0 : 3.0;
    const qreal tail = down ? 3.0 : 13.0;
    const qreal wing = down ? 8.5 : 7.5;
    painter.drawLine(QPointF(8, tail), QPointF(8, tip));
    painter.drawPolyline(polygon({{3.8, wing}, {8, tip}, {12.2, wing}}));
}

void paintBothWays(QPainter &painter)
{
    painter.drawLine(QPointF(2, 5.5), QPointF(13, 5.5));
    painter.drawPolyline(polygon({{10.5, 3}, {13.5, 5.5}, {10.5, 8}}));
    painter.drawLine(QPointF(3, 10.5), QPointF(14, 10.5));
    painter.drawPolyline(polygon({{5.5, 8}, {2.5, 10.5}, {5.5, 13}}));
}

void paintLoop(QPainter &painter)
{
    // 280 degrees of a circle, ending in an arrow head.
    painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 280 * 16);
    painter.drawPolyline(polygon({{9.6, 1.2}, {10.6, 4}, {7.8, 5.2}}));
}

void paintClock(QPainter &painter)
{
    painter.drawEllipse(QRectF(2.5, 2.5, 11, 11));
    painter.drawPolyline(polygon({{8, 5}, {8, 8.3}, {10.4, 9.7}}));
}

void paintKey(QPainter &painter)
{
    painter.drawEllipse(QRectF(2, 5, 6, 6));
    painter.drawPolyline(polygon({{8, 8}, {14, 8}, {14, 11}}));
    painter.drawLine(QPointF(11.5, 8), QPointF(11.5, 10.3));
}

void paintWarning(QPainter &painter)
{
    painter.drawPolygon(polygon({{8, 2.2}, {14.6, 13.6}, {1.4, 13.6}}));
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.6));
    painter.drawPoint(QPointF(8, 11.7));
}

void paintFilled(QPainter &painter, const QColor &color, Glyph glyph)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (glyph == Glyph::Connected) {
        painter.drawEllipse(QRectF(3, 3, 10, 10));
    } else if (glyph == Glyph::Note) {
        painter.drawPolygon(polygon({{8, 3.4}, {12.6, 8}, {8, 12.6}, {3.4, 8}}));
    } else if (glyph == Glyph::Star) {
        painter.drawPolygon(polygon({{8, 1.6},
                                     {9.9, 6},
                                     {14.6, 6.4},
                                     {11, 9.5},
                                     {12.1, 14.2},
                                     {8, 11.7},
                                     {3.9, 14.2},
                                     {5, 9.5},
                                     {1.4, 6.4},
                                     {6.1, 6}}));
    } else {
        for (const qreal x : {3.2, 8.0, 12.8})
            painter.drawEllipse(QPointF(x, 8), 1.6, 1.6);
    }
}

void paintStroked(QPainter &painter, const QColor &color, Glyph glyph)
{
    painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (glyph) {
    case Glyph::Waiting:
        paintClock(painter);
        break;
    case Glyph::Disconnected:
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case Glyph::Key:
        paintKey(painter);
        break;
    case Glyph::Check:
        painter.drawPolyline(polygon({{3, 8.6}, {6.6, 12}, {13, 4.4}}));
        break;
    case Glyph::Cross:
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        painter.drawLine(QPointF(12, 4), QPointF(4, 12));
        break;
    case Glyph::Incoming:
    case Glyph::Outgoing:
        paintArrow(painter, glyph == Glyph::Incoming);
        break;
    case Glyph::Warning:
        paintWarning(painter);
        break;
    case Glyph::WebSocket:
        paintBothWays(painter);
        break;
    case Glyph::LongPolling:
        paintLoop(painter);
        break;
    case Glyph::None:
    case Glyph::Connected:
    case Glyph::Working:
    case Glyph::Note:
    case Glyph::Star:
        break;
    }
}

class GlyphIconEngine : public QIconEngine
{
public:
    GlyphIconEngine(Glyph glyph, Tone tone)
        : m_glyph(glyph)
        , m_tone(tone)
    { }

    void paint(QPainter *painter,
               const QRect &rect,
               QIcon::Mode mode,
               QIcon::State /*state*/) override
    {
        QPalette palette = currentPalette();
        if (mode == QIcon::Disabled)
            palette.setCurrentColorGroup(QPalette::Disabled);
        QColor color =
            mode == QIcon::Disabled ? palette.color(QPalette::Text) : toneColor(m_tone, palette);
        if (mode == QIcon::Selected)
            color = palette.color(QPalette::HighlightedText);
        paintGlyph(*painter, rect, m_glyph, color);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphIconEngine(*this); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

private:
    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color)
{
    if (glyph == Glyph::None)
        return;
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / fieldSize, side / fieldSize);
    if (glyph == Glyph::Connected || glyph == Glyph::Note || glyph == Glyph::Working
        || glyph == Glyph::Star)
        paintFilled(painter, color, glyph);
    else
        paintStroked(painter, color, glyph);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphIconEngine(glyph, tone));
}

} // namespace amb
