// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QTimeZone>

namespace amb {

/// What a value, or a part of one, means beyond its letters.
struct ValueMeaning
{
    enum class Kind : quint8 {
        SysId, ///< 32 hexadecimal digits
        DateTime, ///< as ServiceNow stores it, in UTC
        EpochSeconds,
        EpochMilliseconds,
        Base64, ///< of text
        UrlEncoded,
    };

    Kind kind = Kind::SysId;
    QString part; ///< of the value; shortened
    QString text; ///< decoded text, or the time in the time zone; empty for a sys_id

    /// One sentence for people.
    [[nodiscard]] QString sentence() const;

    friend bool operator==(const ValueMeaning &, const ValueMeaning &) = default;
};

/// What can be told of a value's text: base64 and URL-encoded text, times, sys_ids, as a whole or
/// inside it. At most a few, of the first thousands of characters. Ordinary words and numbers mean
/// nothing more: what could be either is taken for a word.
QList<ValueMeaning> explainValue(const QString &value,
                                 const QTimeZone &zone = QTimeZone::systemTimeZone());

/// The same as sentences, one a line; empty when there is nothing to tell.
QString explanationText(const QString &value);

} // namespace amb
