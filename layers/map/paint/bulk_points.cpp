// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/dots.h"
#include "layers/map/paint/wide.h"

#include <cmath>

namespace map {

namespace {

/// One dot for each class of a style; a class that is not to be seen has none.
struct Dots {
    std::vector<Dot> dots;
    const BulkStyle& style;

    Dots(const BulkStyle& of, double scale) : style(of)
    {
        const DotShape shape(static_cast<float>(style.radius * scale));
        for (const QRgb colour : style.colours)
            dots.emplace_back(shape, colour);
        dots.emplace_back(shape, style.colours.empty() ? style.fill : style.noValue);
    }

    const Dot& of(float value) const
    {
        if (std::isnan(value)) return dots.back();
        std::size_t number = 0;
        while (number < style.breaks.size() && value >= style.breaks[number])
            ++number;
        return dots[number];
    }
};

} // namespace

MAP_WIDE void paintBulkPoints(const BulkJob& job)
{
    const BulkLayer& layer = *job.bulk.layer;
    const BulkStyle& style = job.bulk.style;
    const Dots dots(style, job.pixels.scale);
    const bool classes = !style.colours.empty() && !layer.values.empty();
    // One opaque colour looks the same in any order.
    const bool ordered = classes || qAlpha(style.fill) < 255;
    const float reach = static_cast<float>(style.radius * job.pixels.scale) + 1;
    const float right = static_cast<float>(job.pixels.width) + reach,
                bottom = static_cast<float>(job.pixels.height) + reach;
    const auto vertices = layer.levels.front().vertices;
    const QuantaToPixels to = job.toPixels;
    job.forFeatures(ordered, [&](quint32 feature) {
        const float x = static_cast<float>(vertices[feature].x * to.scale + to.shiftX);
        const float y = static_cast<float>(to.shiftY - vertices[feature].y * to.scale);
        if (x < -reach || y < -reach || x > right || y > bottom) return;
        const Dot& dot = classes ? dots.of(layer.values[feature]) : dots.dots.back();
        dot.lay(x, y, job.pixels.first, job.pixels.stride, job.pixels.width, job.pixels.height);
    });
}

} // namespace map
