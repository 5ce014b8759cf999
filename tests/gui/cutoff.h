// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QStringList>

namespace amb {

/// The labels in a window whose text does not have the room that it needs; empty where all is well.
inline QStringList cutOff(const QWidget &window)
{
    QStringList found;
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().isEmpty() || !label->isVisible() || label->window() != &window)
            continue;
        const bool isNarrow =
            !label->wordWrap() && label->width() < label->minimumSizeHint().width();
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (isNarrow || label->height() < needed)
            found.append(label->text());
    }
    return found;
}

} // namespace amb
