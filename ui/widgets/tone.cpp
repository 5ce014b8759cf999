// SPDX-License-Identifier: MIT
#include "ui/widgets/tone.h"

#include <QGuiApplication>

namespace amb {

namespace {

QColor blend(const QColor &front, const QColor &back, float share)
{
    const auto mix = [share](float a, float b) {
        return a * share + b * (1.0F - share);
    };
    return QColor::fromRgbF(mix(front.redF(), back.redF()),
                            mix(front.greenF(), back.greenF()),
                            mix(front.blueF(), back.blueF()));
}

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const bool dark = base.lightness() < 128;
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Quiet:
        // 0.68 keeps a contrast above 4.5:1 for black on white and for light grey on dark grey.
        return blend(palette.color(QPalette::Text), base, 0.68F);
    case Tone::Good:
        return dark ? QColor(0x6b, 0xc4, 0x6d) : QColor(0x1a, 0x7f, 0x37);
    case Tone::Warning:
        return dark ? QColor(0xe3, 0xb3, 0x41) : QColor(0x95, 0x5f, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x7b, 0x72) : QColor(0xc0, 0x26, 0x2d);
    case Tone::Accent:
        return dark ? palette.color(QPalette::Highlight).lighter(150)
                    : palette.color(QPalette::Highlight);
    }
    return palette.color(QPalette::Text);
}

QPalette currentPalette()
{
    return qGuiApp != nullptr ? QGuiApplication::palette() : QPalette();
}

} // namespace amb
