// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"

namespace app {

/// Who a mark or line speaks of, with what is read out on hover: value and level, area, age.
map::Ref placeRef(const Scope& scope, int row, const Measure& measure, const QString& quantity);
map::Ref areaRef(const Scope& scope, int area, const Measure& measure, const Aggregated& value, const QString& quantity);
map::Ref alertRef(const Scope& scope, const AlertNow& alert);
map::Ref eventRef(const Scope& scope, const EventNow& event);

/// "AQI: 132 (Unhealthy for sensitive groups)"; the freshness word where there is no current value.
QString valueLine(const Scope& scope, const Measure& measure, const QString& quantity, double value);
/// "2 min ago", "stale, 3 h ago"; "no data".
QString ageLine(const Scope& scope, const Reading& reading);

} // namespace app
