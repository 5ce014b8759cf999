// SPDX-License-Identifier: MIT
#include "core/decode/boardreference.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::BoardReference)
};

Error wrong(const QString &text)
{
    return {ErrorKind::Input, text, {}};
}

/// Addresses inside of addresses are escaped once more for each frame that they are in.
QString unescaped(QString text)
{
    constexpr int mostFrames = 4;
    for (int i = 0; i < mostFrames && text.contains(u'%'); ++i)
        text = QUrl::fromPercentEncoding(text.toUtf8());
    return text;
}

} // namespace

Result<QString> boardSysId(const QString &pasted)
{
    constexpr qsizetype longest = 10'000;
    const QString text = unescaped(pasted.trimmed().left(longest));
    if (text.isEmpty())
        return wrong(Words::tr("Paste the address of the board's page, or its sys_id."));
    // $vtb.do?sysparm_board=…, vtb_board.do?sys_id=…, /now/…/vtb_board/…; not confirmed on a real
    // instance, so any of them will do.
    static const QRegularExpression named(
        u"(?:sysparm_board|sys_id|vtb_board/|vtb/|board/|board)=?([0-9a-f]{32})(?![0-9a-f])"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = named.match(text);
    if (match.hasMatch())
        return match.captured(1).toLower();
    static const QRegularExpression bare(u"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto each = bare.globalMatch(text); each.hasNext();) {
        const QString sysId = each.next().captured().toLower();
        if (!found.contains(sysId))
            found.append(sysId);
    }
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return wrong(Words::tr("There is more than one sys_id in this address. Paste that of the "
                               "board alone."));
    return wrong(Words::tr("There is no sys_id in this text. A board's address has 32 letters and "
                           "digits behind “sysparm_board=”."));
}

} // namespace amb
