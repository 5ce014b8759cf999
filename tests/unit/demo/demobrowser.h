// SPDX-License-Identifier: MIT
#pragma once

#include "tests/unit/demo/probes.h"

#include <QUrl>

namespace amb {

/// A user in front of a browser: opens the page of OAuth, logs in where asked to, presses a button,
/// and follows every redirect, to the application's own place too.
class DemoBrowser
{
public:
    explicit DemoBrowser(const QUrl &site);

    /// What the last page shows.
    ProbeReply answerConsent(const QUrl &page, const QByteArray &button);
    /// The address that the instance sent the browser to last.
    [[nodiscard]] const QUrl &place() const { return m_place; }

private:
    ProbeReply open(const QUrl &url);
    ProbeReply post(const QByteArray &path, const QByteArray &body);
    ProbeReply follow(ProbeReply reply);

    QUrl m_site;
    QByteArray m_cookies;
    QUrl m_place;
};

} // namespace amb
