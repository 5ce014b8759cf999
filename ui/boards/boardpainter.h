// SPDX-License-Identifier: MIT
#pragma once

#include "ui/boards/boardlayout.h"
#include "ui/boards/boardmotion.h"

#include <QFont>
#include <QHash>
#include <QPalette>
#include <QPixmap>

class QPainter;

namespace amb {

struct BoardCard;
struct BoardLane;

/// Draws lanes and cards. Cards are drawn once and kept as pictures, so that a frame in which many
/// of them move costs little.
class BoardPainter
{
public:
    /// How a card stands out.
    struct Emphasis
    {
        bool isCurrent = false;
        bool hasFocus = false;
        double glow = 0;
        double opacity = 1;
        const BoardMotion::Note *note = nullptr;
    };

    BoardPainter();

    /// Forgets what was drawn in another look.
    void setLook(const QFont &font, const QPalette &palette, qreal pixelRatio);
    [[nodiscard]] const BoardMeasures &measures() const { return m_measures; }

    void paintLane(QPainter &painter, const BoardLane &lane, const QRect &body) const;
    void paintHeader(QPainter &painter,
                     const BoardLane &lane,
                     const QRect &header,
                     bool isCurrent,
                     bool hasFocus) const;
    void paintCard(QPainter &painter,
                   const BoardCard &card,
                   const QRectF &place,
                   const Emphasis &emphasis);
    /// The color between and around the lanes.
    [[nodiscard]] QColor background() const;

private:
    struct Face
    {
        BoardCard card;
        std::optional<BoardMotion::Note> note;
        QPixmap picture;
    };

    [[nodiscard]] QColor mix(double share) const;
    const QPixmap &face(const BoardCard &card, QSize size, const BoardMotion::Note *note);
    const QPixmap &glow(QSize size);
    [[nodiscard]] QPixmap emptyPicture(QSize size) const;
    void drawFace(QPainter &painter, const BoardCard &card, const QRect &area) const;
    void drawTopLine(QPainter &painter, const BoardCard &card, const QRect &line) const;
    void drawText(QPainter &painter, const BoardCard &card, const QRect &area) const;
    void drawFooter(QPainter &painter, const BoardCard &card, const QRect &line) const;
    int drawLabels(QPainter &painter, const BoardCard &card, const QRect &line) const;
    void drawNote(QPainter &painter, const BoardMotion::Note &note, const QRectF &line) const;

    QFont m_font;
    QFont m_small;
    QFont m_bold;
    QPalette m_palette;
    qreal m_pixelRatio = 1;
    BoardMeasures m_measures;
    QHash<QString, Face> m_faces;
    QPixmap m_glow;
};

} // namespace amb
