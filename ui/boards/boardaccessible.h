// SPDX-License-Identifier: MIT
#pragma once

namespace amb {

class BoardCanvas;

/// Lets assistive technology see the lanes and cards of every BoardCanvas as the items of a list.
/// Done once for the program; further calls do nothing.
void installBoardAccessibility();
/// Says that another item has become the current one.
void tellAccessibleFocus(BoardCanvas *canvas);

} // namespace amb
