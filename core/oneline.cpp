// SPDX-License-Identifier: MIT
#include "core/oneline.h"

namespace amb {

QString oneLine(QString text, qsizetype longest)
{
    if (text.size() > longest * 2)
        text.truncate(longest * 2);
    for (QChar &character : text) {
        const auto category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            character = u' ';
    }
    text = text.simplified();
    if (text.size() > longest) {
        text.truncate(longest - 1);
        if (text.back().isHighSurrogate())
            text.chop(1);
        text += u'…';
    }
    return text;
}

} // namespace amb
