// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

namespace widgets {

/// The two colours a basemap is reduced to, so that data stand out: its darkest and its lightest tone become
/// these.
struct Duotone {
    QRgb dark = 0xff000000, light = 0xffffffff;
};

/// For a theme; a basemap of the other tone is turned over (light tiles become a dark map and the reverse).
Duotone duotoneOf(const Theme& theme, Basemap::Tone tone);

/// Replaces every colour of `image` by its place between the two. Any thread.
void mute(QImage& image, const Duotone& duotone);

} // namespace widgets
