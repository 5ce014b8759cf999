// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QList>
#include <QString>

namespace amb {

/// What placeholders stand for in one publish.
struct TemplateValues
{
    Timestamp time{};
    QString user; ///< who is signed in; may be empty
    qint64 number = 1; ///< of the publish, counted from 1
};

/// A placeholder and what it stands for, in words.
struct Placeholder
{
    QString name; ///< with its braces: "{{now}}"
    QString meaning;
};

/// JSON that was written with placeholders, `{"at":"{{now}}","n":{{n}}}`, with them filled in.
///
/// Within a string a placeholder becomes a part of it; outside it becomes a value of its own, so
/// that the text stays well formed. What stands between braces and is no placeholder stays as it
/// is.
class FilledTemplate
{
public:
    FilledTemplate(const QString &text, const TemplateValues &values);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool hasPlaceholders() const { return !m_pieces.isEmpty(); }
    /// What looks like placeholders and is none: "{{nwo}}".
    [[nodiscard]] const QStringList &unknown() const { return m_unknown; }
    /// Where a place of text() is in what was written.
    [[nodiscard]] qsizetype writtenAt(qsizetype offset) const;

    static QList<Placeholder> placeholders();

private:
    struct Piece
    {
        qsizetype written; ///< where it was
        qsizetype writtenSize;
        qsizetype filled; ///< where it is now
        qsizetype filledSize;
    };

    QString m_text;
    QStringList m_unknown;
    QList<Piece> m_pieces;
};

/// Whether a JSON text has a member whose name tells that it holds a secret, such as "password":
/// such a text is not kept across restarts.
bool mayHoldSecret(const QString &json);

} // namespace amb
