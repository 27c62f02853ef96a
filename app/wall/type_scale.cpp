// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/type_scale.h"

#include "widgets/theme/dress.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {

namespace {

constexpr double textMinutes = 16, figureMinutes = 22, headMinutes = 22, largeMinutes = 30;

} // namespace

double TypeScale::pixelsOf(double arcMinutes) const
{
    const double angle = arcMinutes / 60 * std::numbers::pi / 180;
    return 2 * distanceMetres * 1000 * std::tan(angle / 2) / mmPerPixel;
}

double capitalShare(const QStringList& families)
{
    widgets::Theme theme;
    theme.families = families;
    constexpr int probe = 200;
    const double share = QFontMetricsF(widgets::fontOf(theme, probe)).capHeight() / probe;
    return std::clamp(share, 0.5, 1.0);
}

int TypeScale::fontOf(double arcMinutes) const
{
    static const double share = capitalShare({});
    // A row of pixels may be so faint at an edge that nobody sees it.
    return std::max(8, static_cast<int>(std::ceil((pixelsOf(arcMinutes) + 1) / share)));
}

widgets::Theme scaled(widgets::Theme theme, const TypeScale& scale)
{
    const double factor = static_cast<double>(scale.fontOf(textMinutes)) / theme.body;
    theme.tiny = theme.body = scale.fontOf(textMinutes);
    theme.title = scale.fontOf(headMinutes);
    theme.large = scale.fontOf(figureMinutes);
    theme.huge = scale.fontOf(largeMinutes);
    theme.giant = scale.fontOf(largeMinutes * 1.4);
    theme.step = std::max(2, static_cast<int>(std::lround(theme.step * factor)));
    theme.padding = std::max(6, static_cast<int>(std::lround(theme.padding * factor)));
    theme.corner = std::max(2, static_cast<int>(std::lround(theme.corner * factor)));
    return theme;
}

} // namespace app
