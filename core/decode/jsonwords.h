// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"
#include "core/oneline.h"

#include <QJsonValue>
#include <QString>

namespace amb {

/// A value for people: a text without its quotes, a number as it is, anything else as compact JSON.
/// At most `longest` characters, with "…" where something was cut off; the work is bounded by it
/// too. Keeps line breaks.
QString textOf(const QJsonValue &value, qsizetype longest = DecodedField::longestValue);

/// The same as one line, for sentences.
QString lineOf(const QJsonValue &value, qsizetype longest);

/// Text of somebody else without control characters and without characters that turn the writing
/// direction; line breaks stay. At most `longest` characters.
QString cleanText(QString text, qsizetype longest);

/// A field's value: `{"display_value","value"}` as record watchers write it, or any JSON, which
/// then is both.
FieldValue fieldValue(const QJsonValue &value);

/// A name of a payload in words: "short_description" becomes "Short description", "caller_id"
/// "Caller", "averageWaitTime" "Average wait time".
QString labelOf(const QString &name);
/// The same within a sentence: "short description".
QString wordsOf(const QString &name);

/// "5d0e4c1f…" for a sys_id; other texts as they are, up to 40 characters.
QString shortId(const QString &id);

/// A value within a sentence: one line, not too long, "(empty)" where there is nothing.
QString saidValue(const QString &text);

/// "30 min", "29 min 30 s", "1 h 05 min".
QString durationWords(qint64 seconds);

} // namespace amb
