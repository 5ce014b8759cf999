// SPDX-License-Identifier: MIT
#include "ui/widgets/swatch.h"

#include "ui/widgets/tone.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>

#include <algorithm>

namespace amb {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("amb", text);
}

class SwatchEngine : public QIconEngine
{
public:
    explicit SwatchEngine(const QColor &colour)
        : m_colour(colour)
    { }

    void paint(QPainter *painter,
               const QRect &rect,
               QIcon::Mode mode,
               QIcon::State /*state*/) override
    {
        const qreal side = std::min(rect.width(), rect.height());
        const qreal inset = side / 8;
        const QRectF square(QRectF(rect).center() - QPointF(side / 2, side / 2),
                            QSizeF(side, side));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        // On a selected row the colour may be that of the row.
        const QColor edge = mode == QIcon::Selected
            ? currentPalette().color(QPalette::HighlightedText)
            : toneColor(Tone::Quiet, currentPalette());
        painter->setPen(QPen(edge, side / 16));
        painter->setBrush(m_colour.isValid() ? QBrush(m_colour) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), side / 6, side / 6);
        painter->restore();
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SwatchEngine(*this); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

private:
    QColor m_colour;
};

} // namespace

QList<NamedColour> namedColours()
{
    return {
        {QColor(0xe0, 0x1b, 0x24), tr("Red")},
        {QColor(0xff, 0x78, 0x00), tr("Orange")},
        {QColor(0xf5, 0xc2, 0x11), tr("Yellow")},
        {QColor(0x2e, 0xc2, 0x7e), tr("Green")},
        {QColor(0x21, 0x90, 0xa4), tr("Teal")},
        {QColor(0x35, 0x84, 0xe4), tr("Blue")},
        {QColor(0x91, 0x41, 0xac), tr("Purple")},
        {QColor(0x98, 0x6a, 0x44), tr("Brown")},
    };
}

QIcon swatchIcon(const QColor &colour)
{
    return QIcon(new SwatchEngine(colour));
}

} // namespace amb
