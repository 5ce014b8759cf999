// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/instance/profilesecrets.h"
#include "core/result.h"

#include <QCommandLineParser>

#include <optional>

namespace amb {

/// Adds the options that say how to sign in. Secrets come from files and from the environment:
/// what is on a command line can be seen by others.
void addSignInOptions(QCommandLineParser &parser);

/// Reads them over what a saved instance says.
std::optional<Error> readSignInOptions(const QCommandLineParser &parser,
                                       SignInChoice &choice,
                                       ProfileSecrets &secrets);

/// Why a command line could not be read, and what to write instead.
QString usageError(const QCommandLineParser &parser);

/// What to give on the command line for a way of sign-in that lacks something.
QString adviceFor(Credentials::Kind way);

} // namespace amb
