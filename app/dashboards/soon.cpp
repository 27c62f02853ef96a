// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/soon.h"

#include "app/dashboards/crossings.h"
#include "app/dashboards/forecasts.h"
#include "app/dashboards/usual.h"

#include <cmath>

namespace app {

namespace {

constexpr city::Duration shortest{10 * 60'000}, longest{60 * 60'000}; ///< Between the two values a change is judged by.
constexpr double leastChange = 2; // one bike more or less is no trend

bool isFalling(const Expression& expression)
{
    return expression.comparison.startsWith(QLatin1Char('<'));
}

std::optional<bool> byForecast(const Scope& scope, int row, const Expression& expression)
{
    if (!scope.in.forecasts || !scope.in.forecasts->made.value({*scope.index.at(row).id, expression.whereQuantity})) return std::nullopt;
    const indicators::CrossingLimit limit{expression.threshold, isFalling(expression), {}};
    for (const indicators::ExpectedCrossing& one : crossingsOf(scope, row, expression.whereQuantity, {limit}))
        if (one.likely && one.at <= scope.now + soonAhead) return true;
    return false;
}

std::optional<bool> byTrend(const Scope& scope, int row, const Expression& expression)
{
    if (!scope.in.usual) return std::nullopt;
    const auto before = scope.in.usual->before.constFind({*scope.index.at(row).id, expression.whereQuantity});
    if (before == scope.in.usual->before.cend()) return std::nullopt;
    const Reading reading = scope.index.reading(row, expression.whereQuantity);
    const city::Duration between = reading.observation->observedAt - before->at;
    if (between < shortest || between > longest) return std::nullopt;
    const double change = reading.value() - before->value;
    if (std::abs(change) < leastChange || (change < 0) != isFalling(expression)) return false;
    const double steps = (expression.threshold - reading.value()) / change;
    return steps * static_cast<double>(between.count()) <= static_cast<double>(soonAhead.count());
}

} // namespace

std::optional<bool> soonMeets(const Scope& scope, int row, const Expression& expression)
{
    const Reading reading = scope.index.reading(row, expression.whereQuantity);
    if (!reading.isCurrent()) return std::nullopt;
    if (compare(reading.value(), expression.comparison, expression.threshold)) return false; // It does already.
    const std::optional<bool> expected = byForecast(scope, row, expression);
    return expected ? expected : byTrend(scope, row, expression);
}

QStringList soonQuantities(const Pack& pack)
{
    QStringList found;
    for (const DashboardSpec& dashboard : pack.dashboards)
        for (const TileSpec& tile : dashboard.tiles)
            if (tile.value.aggregate == QLatin1String("soon") && !found.contains(tile.value.whereQuantity)) found << tile.value.whereQuantity;
    return found;
}

} // namespace app
