// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace amb {

/// A Bayeux error string taken apart: `ddd:arg[,arg]:text`, for example
/// `403:denied_by_security_policy:subscribe_denied` or `402::Unknown client`.
struct ReplyError
{
    int code = 0; ///< 0 when the string does not begin with a number
    QString arguments;
    QString text; ///< the whole string when it is not of the form

    static ReplyError parse(QByteArrayView error);
    /// 402 is CometD's unknown client; servers word it differently, so only the code tells.
    [[nodiscard]] bool isUnknownClient() const { return code == 402; }
};

} // namespace amb
