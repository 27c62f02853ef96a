// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// How a value of one quantity is judged and written: its quantity and, where it has one, its scale.
struct Measure {
    const city::Quantity* quantity = nullptr;
    const indicators::Scale* scale = nullptr; ///< Null: no levels.

    /// The level of a value in the quantity's unit, converted to the scale's; null when there is none.
    const indicators::Level* level(double value) const;
    /// A boundary of the scale in the quantity's unit; infinite ends stay infinite.
    double inQuantityUnit(double boundary) const;
    bool worstIsHigh() const { return !quantity || quantity->worstIsHigh; }
    int decimals() const { return quantity ? quantity->decimals : 0; }
};

/// `scale` overrides the quantity's own; empty: its own.
Measure measure(const Scope& scope, const QString& quantity, const QString& scale = {});
/// Formatted with its unit.
QString valueText(const Scope& scope, const Measure& measure, double value);
QString unitOf(const Scope& scope, const Measure& measure);

/// What Focus::level is for a level of a scale: "tw-aqi-2025:3".
QString levelKey(const indicators::Scale& scale, const indicators::Level& level);
/// Whether a value passes the level filter of the focus. A filter by another scale than this one's lets all pass.
bool passesLevel(const Scope& scope, const Measure& measure, const Reading& reading);
map::Shape shapeOf(const QString& symbol);
map::DataState stateOf(city::Freshness freshness);

} // namespace app
