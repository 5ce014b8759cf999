// SPDX-License-Identifier: MIT
#include "core/decode/journal.h"

#include <QRegularExpression>

namespace amb {

using namespace Qt::StringLiterals;

bool isJournal(const QString &field)
{
    return field == "comments"_L1 || field == "work_notes"_L1
        || field == "comments_and_work_notes"_L1;
}

QString newestEntry(const QString &text)
{
    // Times are written in the user's format, so only the sequence of parts is relied on.
    static const QRegularExpression head(u"^[^\\n]{8,40} - [^\\n]{1,100} \\([^\\n]{1,60}\\)\\n"_s);
    const QRegularExpressionMatch match = head.match(text);
    if (!match.hasMatch())
        return text;
    const QString entries = text.mid(match.capturedEnd());
    const qsizetype end = entries.indexOf("\n\n"_L1);
    return end < 0 ? entries : entries.left(end);
}

} // namespace amb
