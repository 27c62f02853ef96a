// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](double x, double y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()),
                            mix(a.alphaF(), b.alphaF()));
}

QColor Theme::ramp(const QString& name, double at) const
{
    const auto& steps = name == u"cividis" ? cividis : name == u"diverging" ? diverging : viridis;
    if (steps.empty() || !std::isfinite(at)) return noData;
    const double place = std::clamp(at, 0.0, 1.0) * static_cast<double>(steps.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, steps.size() - 1);
    return mixed(steps[below], steps[above], place - static_cast<double>(below));
}

map::Ink inkOf(const Theme& theme)
{
    map::Ink ink;
    ink.ground = theme.mapGround;
    ink.water = theme.mapWater;
    ink.boundary = theme.mapBoundary;
    ink.label = theme.mapLabel;
    ink.labelHalo = theme.mapLabelHalo;
    ink.noData = theme.noData;
    ink.selection = theme.accent;
    ink.stamp = theme.stamp;
    ink.fontFamily = theme.families.isEmpty() ? QString() : theme.families.first();
    return ink;
}

} // namespace widgets
