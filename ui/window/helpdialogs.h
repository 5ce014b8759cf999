// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace amb {

/// Opens a window with name, version and licence; returns at once.
void showAbout(QWidget *parent);

} // namespace amb
