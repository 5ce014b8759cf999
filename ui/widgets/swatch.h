// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace amb {

/// A colour that people can give to an instance, with its name.
struct NamedColour
{
    QColor colour;
    QString name;
};

/// The colours on offer: each is told from the others, and from both backgrounds.
QList<NamedColour> namedColours();

/// A rounded square of that colour; an empty one where the colour is invalid.
QIcon swatchIcon(const QColor &colour);

} // namespace amb
