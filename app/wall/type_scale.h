// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

namespace app {

/// All sizes of a wall from one number, the distance it is read from: capitals of 16 arc-minutes at least, those of key
/// figures 22.
struct TypeScale {
    double mmPerPixel = 0.2646;
    double distanceMetres = 4;

    /// Height in pixels of something that is so many arc-minutes high from there.
    double pixelsOf(double arcMinutes) const;
    /// Pixel size of a font whose capitals are so high.
    int fontOf(double arcMinutes) const;
};

/// Of the fonts a wall is set in: height of capitals to pixel size, measured with the font at hand.
double capitalShare(const QStringList& families);

/// The theme with its type and distances as the scale wants them.
widgets::Theme scaled(widgets::Theme theme, const TypeScale& scale);

} // namespace app
