// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace amb {

/// The sources below the project's root that the rules are about, as paths from there, sorted.
QStringList sourceFiles(const QString &root);

/// What one source breaks, each as `<path>:<line>: <what is wrong>`.
QStringList violations(const QString &path, const QString &text);

/// What all sources below the root break.
QStringList violationsBelow(const QString &root);

} // namespace amb
