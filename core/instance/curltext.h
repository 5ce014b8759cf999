// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QUrl>

namespace amb {

/// What a `curl` command sends, as far as it matters here.
struct CurlCommand
{
    QUrl url;
    QByteArrayList cookies; ///< each the value of a Cookie header
};

/// Whether a text begins as a curl command does.
bool isCurlCommand(QByteArrayView text);

/// Reads a command as the developer tools of Chrome, Edge and Firefox copy it, for bash ('…', $'…')
/// or for cmd (^"…^"): its address and its cookies, from -b, --cookie or -H 'Cookie: …'. The Error
/// never repeats the text.
Result<CurlCommand> parseCurlCommand(QByteArrayView text);

} // namespace amb
