// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace amb {

/// A text to be found in messages, whatever the case of its letters.
///
/// Messages are searched as they were received. So the text is looked for in all the ways in which
/// JSON may write it: as it is, with `\/` for `/`, and with `\u00e4` for what is not ASCII.
class TextNeedle
{
public:
    explicit TextNeedle(const QString &text);

    [[nodiscard]] bool isIn(QByteArrayView message) const;

private:
    QList<QByteArray> m_forms; // in small letters
    QString m_beyondAscii; // the text, where it has letters beyond ASCII that have two cases
};

/// Whether text contains needle, whose ASCII letters are small; those of text may be either.
bool containsIgnoringCase(QByteArrayView text, QByteArrayView needle);

} // namespace amb
