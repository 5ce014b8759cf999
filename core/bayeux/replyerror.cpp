// SPDX-License-Identifier: MIT
#include "core/bayeux/replyerror.h"

namespace amb {

ReplyError ReplyError::parse(QByteArrayView error)
{
    const QString whole = QString::fromUtf8(error);
    const qsizetype first = whole.indexOf(QLatin1Char(':'));
    const qsizetype second = first < 0 ? -1 : whole.indexOf(QLatin1Char(':'), first + 1);
    ReplyError result;
    bool isNumber = false;
    const int code = whole.left(first).toInt(&isNumber);
    if (isNumber)
        result.code = code;
    if (second < 0 || !isNumber) {
        result.text = whole;
        return result;
    }
    result.arguments = whole.mid(first + 1, second - first - 1);
    result.text = whole.mid(second + 1);
    return result;
}

} // namespace amb
