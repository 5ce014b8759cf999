// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace amb {

/// Why a reply says no, in the server's words with its number: "No processor matches the provided
/// channel", "the instance is too busy (429)". `ext` is read before `error`, which CometD fills
/// with the same words whatever was wrong (amb.md § 5.3).
QString refusalWords(const QJsonObject &reply);

/// The server's advice: "connect again at once, held for up to 30 s"; empty where there is none.
QString adviceWords(const QJsonObject &advice);

/// What an HTTP session's state means to who waits for events: "signed in", "logged out: …".
QString sessionWords(const QJsonObject &ext);

} // namespace amb
