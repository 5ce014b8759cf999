// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/transportfailure.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace amb {

/// What came back on a POST, as far as it matters for telling Bayeux from everything else.
struct HttpReply
{
    int status = 0;
    QUrl url; ///< of the request
    QByteArray contentType;
    QUrl location; ///< of a redirect, resolved against `url`
    QByteArray retryAfter; ///< the header of 429 and 503
    QByteArray body; ///< decoded
};

/// No value: the body looks like Bayeux and goes to the session, which knows malformed messages.
/// Otherwise what is wrong. The shape of the body counts more than its content type.
std::optional<TransportFailure> whyNotBayeux(const HttpReply &reply);

/// The text of the `<title>` of a web page with entities left as they are, else empty.
QString pageTitle(QByteArrayView page);

} // namespace amb
