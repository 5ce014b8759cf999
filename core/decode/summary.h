// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QByteArrayView>
#include <QString>

namespace amb {

/// One line of words for a row of the message list, from the raw message: what a reply said, what a
/// note says, the most telling fields of an event. Never contains line breaks or control
/// characters; at most 500 characters. Malformed JSON is named as such.
QString summarize(QByteArrayView message, MessageKind kind, Direction direction);

} // namespace amb
