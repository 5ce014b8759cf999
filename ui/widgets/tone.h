// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace amb {

/// What a colour is to say. Never the only sign: a word or a shape says the same.
enum class Tone : quint8 {
    Plain,
    Quiet, ///< of less weight than the text around it
    Good,
    Warning,
    Bad,
    Accent, ///< the palette's highlight
};

/// The colour of tone that can be read on the palette's own background, light or dark.
QColor toneColor(Tone tone, const QPalette &palette);

/// The palette of the running application, or the default one without a QApplication.
QPalette currentPalette();

} // namespace amb
