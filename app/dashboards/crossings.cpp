// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/crossings.h"

#include "app/dashboards/forecasts.h"
#include "app/dashboards/levels.h"
#include "app/dashboards/select.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

using indicators::CrossingLimit;
using indicators::ExpectedCrossing;

constexpr std::size_t WorstPlaces = 2;

/// A rule that speaks of the worst place of a quantity: what one place's forecast can fulfil.
bool isOfOnePlace(const SituationRule& rule)
{
    const Expression& value = rule.value;
    return value.what == Expression::What::Quantity && value.comparison.isEmpty() &&
           (value.aggregate == QLatin1String("worst") || value.aggregate == QLatin1String("max") ||
            value.aggregate == QLatin1String("min"));
}

/// The next number: "above 150" is not reached at 150.
double justPast(double value, bool falling)
{
    return std::nextafter(value, falling ? -std::numeric_limits<double>::infinity()
                                         : std::numeric_limits<double>::infinity());
}

CrossingLimit limitOf(const SituationRule& rule)
{
    const bool falling = rule.comparison.startsWith(QLatin1Char('<'));
    const bool strict = !rule.comparison.endsWith(QLatin1Char('='));
    return {strict ? justPast(rule.threshold, falling) : rule.threshold, falling, {}};
}

std::vector<int> worstRows(const Scope& scope, const QString& kind, const QString& quantity)
{
    std::vector<int> rows = placesInFocus(scope, kind, quantity);
    std::erase_if(rows, [&](int row) { return !scope.index.reading(row, quantity).isCurrent(); });
    rankWorstFirst(scope, rows, quantity);
    if (rows.size() > WorstPlaces) rows.resize(WorstPlaces);
    return rows;
}

} // namespace

std::vector<CrossingLimit> limitsOf(const Scope& scope, const QString& quantity)
{
    const Measure its = measure(scope, quantity);
    std::vector<CrossingLimit> limits;
    if (!its.scale) return limits;
    const bool falling = !its.worstIsHigh();
    // A boundary belongs to the level above it, or to the one below, as the scale says.
    const bool strict = falling == (its.scale->edge == indicators::Edge::LowerIsInside);
    for (const indicators::Level& level : its.scale->levels) {
        const double at = its.inQuantityUnit(falling ? level.to : level.from);
        if (std::isfinite(at) && level.number > 1)
            limits.push_back({strict ? justPast(at, falling) : at, falling, levelKey(*its.scale, level)});
    }
    std::stable_sort(limits.begin(), limits.end(), [falling](const CrossingLimit& a, const CrossingLimit& b) {
        return falling ? a.value < b.value : a.value > b.value;
    });
    return limits;
}

std::vector<ExpectedCrossing> crossingsOf(const Scope& scope, int row, const QString& quantity,
                                          const std::vector<CrossingLimit>& limits)
{
    if (!scope.in.forecasts) return {};
    const Reading reading = scope.index.reading(row, quantity);
    const city::PlaceId& place = *scope.index.at(row).id;
    const auto made = scope.in.forecasts->made.value({place, quantity});
    if (!made || !reading.isCurrent()) return {};
    const city::Series newest{
        place, quantity, {}, {{std::min(reading.observation->observedAt, made->issue), reading.value()}}};
    std::vector<ExpectedCrossing> found = indicators::expectedCrossings(newest, *made, limits);
    // What was expected before now and did not come is no warning any more.
    std::erase_if(found, [&](const ExpectedCrossing& one) { return one.at <= scope.now; });
    return found;
}

std::vector<EarlyWarning> earlyWarnings(const Scope& scope, const QStringList& subjectsSaid)
{
    std::vector<EarlyWarning> found;
    QStringList said = subjectsSaid;
    for (const SituationRule& rule : scope.pack.situation) {
        if (!isOfOnePlace(rule) || said.contains(rule.subject)) continue;
        EarlyWarning first;
        for (const int row : worstRows(scope, rule.value.kind, rule.value.quantity))
            for (const ExpectedCrossing& one : crossingsOf(scope, row, rule.value.quantity, {limitOf(rule)}))
                if (one.likely && (!first.rule || one.at < first.crossing.at)) first = {&rule, row, one};
        if (!first.rule) continue;
        said << rule.subject;
        found.push_back(first);
    }
    return found;
}

std::vector<std::pair<int, QString>> warningSeries(const Scope& scope)
{
    std::vector<std::pair<int, QString>> found;
    QStringList seen;
    for (const SituationRule& rule : scope.pack.situation) {
        if (!isOfOnePlace(rule) || seen.contains(rule.value.quantity)) continue;
        seen << rule.value.quantity;
        for (const int row : worstRows(scope, rule.value.kind, rule.value.quantity))
            found.emplace_back(row, rule.value.quantity);
    }
    return found;
}

} // namespace app
