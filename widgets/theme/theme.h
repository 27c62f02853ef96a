// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/freshness.h"
#include "layers/city/result.h"
#include "layers/map/scene/scene.h"

#include <QColor>
#include <QString>
#include <QStringList>
#include <array>
#include <vector>

namespace widgets {

/// How an alarm of one level looks; these colours are never used for data.
struct AlarmLook {
    QColor colour;
    map::Shape shape = map::Shape::Diamond;
};

/// Every colour, type size and distance of the program as one value, read from resources/themes. It is handed
/// to each widget by setTheme; there is no current theme anywhere.
struct Theme {
    QString id;    ///< "dark", "light"
    QString icons; ///< Folder of the SVG icons.

    QColor ground, surface, raised, line; ///< From the back to the front, and the hairline between them.
    QColor text, muted;
    QColor accent, onAccent; ///< Selection and focus only.
    QColor past, onPast;     ///< The sign that what is shown is not live.
    QColor data;             ///< Bars and sparklines that have no level.
    QColor grid;             ///< Of charts.
    QColor noData;
    QColor mapGround, mapWater, mapBoundary, mapLabel, mapLabelHalo, stamp;

    std::array<AlarmLook, 3> alarms; ///< [0] is the most urgent.
    std::array<QColor, 6> freshness; ///< By city::Freshness.
    std::vector<QColor> series;      ///< Okabe-Ito, in the order lines of a chart take them.
    std::vector<QColor> viridis, cividis, diverging;

    QStringList families; ///< Behind the platform's own UI font.
    int tiny = 11, body = 13, title = 15, large = 20, huge = 28, giant = 40; ///< Pixels at 96 dpi.
    int step = 4, padding = 12, corner = 6;

    bool isDark() const { return ground.lightness() < 128; }
    QColor of(city::Freshness state) const { return freshness[static_cast<std::size_t>(state)]; }
    /// The colour of the n-th series, starting again after the last.
    QColor seriesColour(std::size_t n) const { return series.empty() ? data : series[n % series.size()]; }
    /// A ramp by name ("viridis", "cividis", "diverging") at 0..1, between its steps.
    QColor ramp(const QString& name, double at) const;
};

/// Reads `resources`/themes/`id`.json. Every token must be there; the first that is missing or no colour is
/// named.
city::Result<Theme> readTheme(const QString& resources, const QString& id);

/// The colours of the map that are not data.
map::Ink inkOf(const Theme& theme);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);
/// `a` with `share` of `b` mixed in.
QColor mixed(const QColor& a, const QColor& b, double share);

} // namespace widgets
