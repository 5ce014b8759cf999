// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoders.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace amb {

/// The decoders with the rules that a user put into a folder.
struct UserDecoders
{
    std::shared_ptr<const Decoders> decoders;
    QStringList errors; ///< one sentence for each file that is left out
};

/// Where both programs look for rules: `decoders` in the configuration folder of AMB Monitor.
QString decoderFolder();

/// Reads all `*.json` of a folder, in the order of their names. A file with a fault is left out as
/// a whole; the others are used. A folder that is not there holds no rules.
UserDecoders readDecoders(const QString &folder);

} // namespace amb
