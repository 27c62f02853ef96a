// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/style_reader.h"
#include "layers/city/result.h"

#include <QColor>
#include <optional>
#include <vector>

namespace app {

/// How GIS layers look, as a person writes it in a small YAML file:
///
///     background: "#ffffff"
///     point: {radius: 2, colour: "#2c7bb6"}
///     line: {width: 1.5, colour: "#3366cc"}
///     polygon: {fill: "#c8d6a5", outline: "#555555", width: 0.5}
///     value: {field: value, breaks: [20, 40], colours: ["#2c7bb6", "#ffffbf", "#d7191c"], none: "#888888"}
///
/// Every part may be left out. Sizes are pixels; `value` colours points, lines and fills by a number. Or,
/// instead of all but the background, the style of a pack's layer (resources/help/pack.txt):
///
///     style: {by: {field: kind, categories: all}, radius: 3}
///     label: name
struct GisStyle {
    QColor background; ///< Invalid: not said; so are the other colours.
    double pointRadius = 2.5, lineWidth = 1, outlineWidth = 1;
    QColor point, line, fill, outline;
    QString valueField; ///< Empty: one colour each.
    std::vector<double> breaks;
    std::vector<QColor> colours; ///< One more than breaks.
    QColor noValue;
    std::optional<ReadStyle> style;
    QString labelField; ///< With `style` only; empty: no labels.
};

/// Every mistake of the file is a problem; a style with one is not to be used.
std::optional<GisStyle> readGisStyle(const QString& file, const StyleSources& sources,
                                     std::vector<city::Problem>& problems);

} // namespace app
