// SPDX-License-Identifier: MIT
#include "core/oneline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

bool isHidden(QChar c)
{
    // Nearly all text is of these.
    if (c >= u' ' && c < u'\u007f')
        return false;
    if (c == u'\n' || c == u'\t' || c == u'\r')
        return false;
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace

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

QString visibleText(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), isHidden))
        return text;
    QString visible;
    visible.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        if (isHidden(c))
            visible += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            visible += c;
    }
    return visible;
}

} // namespace amb
