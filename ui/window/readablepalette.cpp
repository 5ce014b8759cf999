// SPDX-License-Identifier: MIT
#include "ui/window/readablepalette.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace amb {

namespace {

constexpr int placeholderAlpha = 150;

} // namespace

ReadablePalette::ReadablePalette(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    apply();
}

QPalette ReadablePalette::readable(QPalette palette)
{
    QColor placeholder = palette.color(QPalette::Active, QPalette::Text);
    placeholder.setAlpha(placeholderAlpha);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        if (palette.color(group, QPalette::PlaceholderText) == palette.color(group, QPalette::Text))
            palette.setColor(group, QPalette::PlaceholderText, placeholder);
    }
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Inactive, role, palette.color(QPalette::Active, role));
    return palette;
}

bool ReadablePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange)
        apply();
    return false;
}

void ReadablePalette::apply()
{
    if (m_isApplying)
        return;
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setPalette(QPalette()); // what was set stays over what a new theme brings
    const QPalette current = QApplication::palette();
    const QPalette better = readable(current);
    if (better != current)
        QApplication::setPalette(better);
}

} // namespace amb
