// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/dashboards/table.h"
#include "app/dashboards/withheld.h"

namespace app {

namespace {

const QString none = QStringLiteral("–"); // nothing to show, never a zero

void addSwatch(const Measure& measure, double value, widgets::TableCell& cell)
{
    const indicators::Level* level = measure.level(value);
    if (!level) return;
    cell.colour = level->colour;
    cell.shape = shapeOf(level->symbol);
}

widgets::TableCell withheldCell()
{
    widgets::TableCell cell = textCell(withheldWord());
    cell.muted = true;
    return cell;
}

} // namespace

widgets::TableCell textCell(const QString& text)
{
    widgets::TableCell cell;
    cell.text = text;
    return cell;
}

widgets::TableCell valueCell(const Measure& measure, const Reading& reading)
{
    if (reading.isWithheld()) return withheldCell();
    widgets::TableCell cell;
    cell.muted = !reading.isCurrent();
    const bool shown = reading && reading.freshness <= city::Freshness::Stale;
    cell.text = shown ? number(reading.value(), measure.decimals()) : none;
    if (!reading.isCurrent()) return cell; // a value of the past does not rank among those of now
    cell.number = reading.value();
    addSwatch(measure, reading.value(), cell);
    return cell;
}

widgets::TableCell valueCell(const Measure& measure, const Aggregated& value, const QString& how)
{
    if (value.isWithheld) return withheldCell();
    widgets::TableCell cell;
    const bool current = value.value && value.freshness <= city::Freshness::Late;
    cell.muted = !current;
    cell.text = value.value ? number(*value.value, measure.decimals()) : none;
    if (!current) return cell;
    cell.number = value.value;
    if (how != QLatin1String("sum") && how != QLatin1String("count")) addSwatch(measure, *value.value, cell);
    return cell;
}

widgets::TableCell levelCell(const Scope& scope, const Measure& measure, std::optional<double> value)
{
    const indicators::Level* level = value ? measure.level(*value) : nullptr;
    if (!level) return {none, std::nullopt, {}, map::Shape::Circle, true};
    return {scope.text(level->word), level->number, level->colour, shapeOf(level->symbol), false};
}

widgets::TableCell ageCell(const Scope& scope, std::optional<city::Instant> at, city::Freshness freshness)
{
    if (!at || freshness == city::Freshness::Future)
        return {city::freshnessText(freshness).toString(), std::nullopt, {}, map::Shape::Circle, true};
    const city::Duration age = scope.now - *at;
    widgets::TableCell cell{ageText(age), static_cast<double>(age.count()), {}, map::Shape::Circle, freshness > city::Freshness::Late};
    if (freshness != city::Freshness::Fresh) cell.freshness = freshness; // A shape besides the number: read without colours.
    return cell;
}

widgets::TableCell timeCell(const Scope& scope, std::optional<city::Instant> at)
{
    if (!at) return {none, std::nullopt, {}, map::Shape::Circle, true};
    return {clockText(*at, scope.now, scope.pack.zone), static_cast<double>(at->time_since_epoch().count()), {},
            map::Shape::Circle, false};
}

} // namespace app
