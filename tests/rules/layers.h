// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace amb {

/// The layers as a table: which part of the project may include what.
struct Layer
{
    QString folder; ///< beginning of the paths in it, from the project's root
    QStringList mayInclude; ///< beginnings of project headers; empty allows all
    QStringList qtModules; ///< Qt modules that it must not include
    QStringList qtHeaders; ///< single Qt headers that it must not include
};

/// The layer of a file: of all whose folder fits, the one named most precisely.
const Layer *layerOf(const QString &path);

/// Whether a layer may include this header of the project.
bool mayInclude(const Layer &layer, const QString &header);

} // namespace amb
