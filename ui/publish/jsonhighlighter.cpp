// SPDX-License-Identifier: MIT
#include "ui/publish/jsonhighlighter.h"

#include "ui/widgets/tone.h"

#include <QRegularExpression>
#include <QTextCharFormat>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A longer line is not worth the wait.
constexpr qsizetype longestLine = 20'000;

QTextCharFormat inTone(Tone tone, bool isBold = false)
{
    QTextCharFormat format;
    format.setForeground(toneColor(tone, currentPalette()));
    if (isBold)
        format.setFontWeight(QFont::Bold);
    return format;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'+';
}

} // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > longestLine)
        return;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c == u'"') {
            at = highlightString(text, at);
        } else if (isWordPart(c)) {
            const qsizetype begin = at;
            while (at < text.size() && isWordPart(text.at(at)))
                ++at;
            setFormat(int(begin), int(at - begin), inTone(Tone::Accent));
        } else {
            ++at;
        }
    }
    highlightPlaceholders(text);
}

/// One past its end. JSON strings do not go over the end of a line.
qsizetype JsonHighlighter::highlightString(const QString &text, qsizetype begin)
{
    qsizetype at = begin + 1;
    while (at < text.size() && text.at(at) != u'"')
        at += text.at(at) == u'\\' ? 2 : 1;
    at = std::min(at + 1, text.size());
    qsizetype behind = at;
    while (behind < text.size() && text.at(behind).isSpace())
        ++behind;
    const bool isName = behind < text.size() && text.at(behind) == u':';
    setFormat(int(begin), int(at - begin), isName ? inTone(Tone::Plain, true) : inTone(Tone::Good));
    return at;
}

void JsonHighlighter::highlightPlaceholders(const QString &text)
{
    static const QRegularExpression form(u"\\{\\{\\s*[a-z_]{1,20}\\s*\\}\\}"_s);
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QTextCharFormat format = inTone(Tone::Warning, true);
        format.setFontItalic(true);
        setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
    }
}

} // namespace amb
