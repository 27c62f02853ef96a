// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/isolines.h"

#include "layers/map/kinds/classes.h"
#include "layers/map/kinds/inverse_distance.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr int finest = 140; // squares along the longer side

std::vector<double> valuesOfLines(const std::vector<Sounding>& soundings, double interval)
{
    const auto [least, most] =
        std::minmax_element(soundings.begin(), soundings.end(),
                            [](const Sounding& a, const Sounding& b) { return a.value < b.value; });
    if (!(interval > 0)) return prettyBreaks(least->value, most->value, 8);
    std::vector<double> values;
    for (double i = std::floor(least->value / interval) + 1;
         i * interval < most->value && values.size() < 200; ++i)
        values.push_back(i * interval);
    return values;
}

} // namespace

std::shared_ptr<const LayerScene> isolines(const LayerMeta& meta, const std::vector<Sounding>& soundings,
                                           const IsolineStyle& style, const LabelStyle& labels)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    std::vector<Sounding> stations = soundings;
    std::erase_if(stations, [](const Sounding& one) { return !std::isfinite(one.value); });
    const auto lattice = interpolated(stations, style.reach, finest);
    if (!lattice) return scene;
    const std::vector<double> values = valuesOfLines(stations, style.interval);
    const std::vector<QColor> colours =
        style.palette.colours(static_cast<int>(values.size()), style.reversed);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QString text = QString::number(values[i], 'g', 6);
        for (std::vector<QPointF>& points : linesOfValue(*lattice, values[i])) {
            Label label = makeLabel(points[points.size() / 2], text, labels, 0);
            label.along = static_cast<int>(scene->lines.size());
            Line line;
            line.points = std::move(points);
            line.width = style.width;
            line.colour = rgbaOf(colours[i]);
            scene->lines.push_back(std::move(line));
            scene->labels.push_back(std::move(label));
        }
        scene->legend.push_back({style.unit.isEmpty() ? text : text + QLatin1Char(' ') + style.unit,
                                 rgbaOf(colours[i]),
                                 Shape::Circle,
                                 LegendEntry::Symbol::Line,
                                 {},
                                 -1,
                                 style.width});
    }
    return scene;
}

} // namespace map
