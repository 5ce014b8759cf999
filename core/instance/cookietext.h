// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QList>
#include <QNetworkCookie>

namespace amb {

/// Reads cookies that were copied from a browser: a `Cookie:` header (with or without its name, or
/// among a request's other headers), a `curl` command, or a Netscape cookie file. The cookies of
/// the last two keep their sites. The Error never repeats the text.
Result<QList<QNetworkCookie>> parseCookieText(QByteArrayView text);

} // namespace amb
