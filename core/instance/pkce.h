// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace amb {

/// A random text of 43 characters that may stand in a URL, from 32 bytes (RFC 7636 § 4.1).
QByteArray randomUrlText();

/// The S256 challenge for a verifier (RFC 7636 § 4.2).
QByteArray pkceChallenge(const QByteArray &verifier);

/// Compares in a time that does not tell where two texts differ.
bool equalsInConstantTime(const QByteArray &one, const QByteArray &other);

} // namespace amb
