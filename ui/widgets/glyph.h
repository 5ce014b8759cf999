// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/tone.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace amb {

/// The small signs of the window. Each has a shape of its own, so that none depends on colour.
enum class Glyph : quint8 {
    None,
    Connected, ///< filled disc
    Working, ///< three dots
    Waiting, ///< clock
    Disconnected, ///< ring
    Key, ///< signing in
    Check,
    Cross,
    Incoming, ///< arrow down
    Outgoing, ///< arrow up
    Note, ///< diamond
    Warning, ///< triangle with a stroke
    WebSocket, ///< two arrows, both ways at once
    LongPolling, ///< a loop
    Star, ///< filled: a favourite
};

/// Draws glyph into the largest centred square of rect.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color);

/// An icon that is sharp at every scale and follows the palette when it changes.
QIcon glyphIcon(Glyph glyph, Tone tone = Tone::Plain);

} // namespace amb
