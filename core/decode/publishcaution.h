// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// What publishing to a channel shows other people of the user (amb.md §§ 7.4, 7.6): whoever looks
/// at a record or a chat sees who publishes there as present or typing. Empty for other channels.
QString publishCaution(const QString &channel);

} // namespace amb
