// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/basemap.h"

#include <array>

namespace widgets {

Duotone duotoneOf(const Theme& theme, Basemap::Tone tone)
{
    const QRgb ground = theme.mapGround.rgb();
    const QRgb ink = mixed(theme.mapGround, theme.mapLabel, theme.isDark() ? 0.42 : 0.5).rgb();
    // Paper, the tone most of a map has, becomes the ground of the theme.
    return tone == Basemap::Tone::Light ? Duotone{ink, ground} : Duotone{ground, ink};
}

void mute(QImage& image, const Duotone& duotone)
{
    std::array<QRgb, 256> tones;
    const auto mix = [](int a, int b, int share) { return a + (b - a) * share / 255; };
    for (int i = 0; i < 256; ++i)
        tones[static_cast<std::size_t>(i)] = qRgb(mix(qRed(duotone.dark), qRed(duotone.light), i),
                                                  mix(qGreen(duotone.dark), qGreen(duotone.light), i),
                                                  mix(qBlue(duotone.dark), qBlue(duotone.light), i));
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (const QRgb* end = pixel + image.width(); pixel != end; ++pixel)
            if (qAlpha(*pixel) == 255) *pixel = tones[static_cast<std::size_t>(qGray(*pixel))];
    }
}

} // namespace widgets
