// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/levels.h"

#include "app/dashboards/format.h"

#include <cmath>

namespace app {

const indicators::Level* Measure::level(double value) const
{
    if (!scale) return nullptr;
    if (!quantity || quantity->unit == scale->unit) return scale->levelOf(value);
    const std::optional<double> converted = city::convertUnit(value, quantity->unit, scale->unit);
    return converted ? scale->levelOf(*converted) : nullptr;
}

double Measure::inQuantityUnit(double boundary) const
{
    if (!std::isfinite(boundary) || !scale || !quantity || quantity->unit == scale->unit) return boundary;
    return city::convertUnit(boundary, scale->unit, quantity->unit).value_or(boundary);
}

Measure measure(const Scope& scope, const QString& quantity, const QString& scale)
{
    Measure found;
    found.quantity = scope.quantity(quantity);
    const QString id = !scale.isEmpty() || !found.quantity ? scale : found.quantity->scale;
    if (!id.isEmpty() && scope.pack.scales) {
        const auto named = scope.pack.scales->constFind(id);
        if (named != scope.pack.scales->cend()) found.scale = &*named;
    }
    return found;
}

QString unitOf(const Scope& scope, const Measure& measure)
{
    return measure.quantity ? unitText(*measure.quantity, scope.in.language) : QString();
}

QString valueText(const Scope& scope, const Measure& measure, double value)
{
    return withUnit(number(value, measure.decimals()), unitOf(scope, measure));
}

QString levelKey(const indicators::Scale& scale, const indicators::Level& level)
{
    return scale.id + QLatin1Char(':') + QString::number(level.number);
}

bool passesLevel(const Scope& scope, const Measure& measure, const Reading& reading)
{
    const QString& wanted = scope.focus.level;
    if (wanted.isEmpty() || !measure.scale || !wanted.startsWith(measure.scale->id + QLatin1Char(':'))) return true;
    const indicators::Level* level = reading.isCurrent() ? measure.level(reading.value()) : nullptr;
    return level && levelKey(*measure.scale, *level) == wanted;
}

map::Shape shapeOf(const QString& symbol)
{
    static const QHash<QString, map::Shape> shapes{
        {QStringLiteral("circle"), map::Shape::Circle},     {QStringLiteral("square"), map::Shape::Square},
        {QStringLiteral("triangle"), map::Shape::Triangle}, {QStringLiteral("diamond"), map::Shape::Diamond},
        {QStringLiteral("cross"), map::Shape::Cross},       {QStringLiteral("ring"), map::Shape::Ring}};
    return shapes.value(symbol, map::Shape::Circle);
}

map::DataState stateOf(city::Freshness freshness)
{
    switch (freshness) {
    case city::Freshness::Fresh:
    case city::Freshness::Late: return map::DataState::Current;
    case city::Freshness::Stale: return map::DataState::Stale;
    case city::Freshness::Dead:
    case city::Freshness::Future: return map::DataState::Dead;
    case city::Freshness::Missing: return map::DataState::None;
    }
    return map::DataState::None;
}

} // namespace app
