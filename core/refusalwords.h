// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// What a refusal means, in the words of the kind of server that is spoken to.
struct RefusalWords
{
    QString refusal; ///< what the server said
    QString explanation; ///< what it means and what to do; empty when nothing is known
};

} // namespace amb
