// SPDX-License-Identifier: MIT
#pragma once

class QFileDialog;

namespace amb {

/// Lets a dialog begin where a file was chosen last, else among the user's documents, and remembers
/// what is chosen in it.
void beginInLastFolder(QFileDialog &dialog);

} // namespace amb
