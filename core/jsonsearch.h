// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace amb {

/// Where a text occurs in a well-formed JSON text, upper and lower case alike: the offsets at which
/// those values begin whose name, or who themselves unless they are containers, hold it. In the
/// order they were written. Names and strings are searched without quotes and escapes.
QList<qsizetype> searchJson(QByteArrayView json, const QString &needle);

/// How many values there are on each level of a well-formed JSON text, the outermost members first;
/// counted up to a number of levels.
QList<qint64> jsonLevels(QByteArrayView json, int mostLevels);

} // namespace amb
