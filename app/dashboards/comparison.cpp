// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/comparison.h"

#include "app/dashboards/format.h"
#include "app/dashboards/select.h"
#include "app/dashboards/tiles.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

widgets::TableCell differenceCell(std::optional<double> a, std::optional<double> b, int decimals)
{
    if (!a || !b) return {QStringLiteral("–"), std::nullopt, {}, map::Shape::Circle, true};
    const double unit = std::pow(10.0, decimals), off = std::round((*a - *b) * unit) / unit;
    const QString sign = off > 0 ? QStringLiteral("+") : QString();
    return {sign + number(off, decimals), off, {}, map::Shape::Circle, false};
}

widgets::TableData headed(const QString& a, const QString& b)
{
    widgets::TableData table;
    table.title = say(QT_TRANSLATE_NOOP("Message", "%1 beside %2"), {a, b});
    table.columns = {{say(QT_TRANSLATE_NOOP("Message", "Name")), {}, false},
                     {a, {}, true},
                     {b, {}, true},
                     {say(QT_TRANSLATE_NOOP("Message", "Difference")), {}, true}};
    return table;
}

widgets::TableCell withUnitIn(widgets::TableCell cell, const QString& unit)
{
    if (cell.number) cell.text = withUnit(cell.text, unit);
    return cell;
}

widgets::TableData ofPlaces(const Scope& scope, int other)
{
    widgets::TableData table = headed(scope.placeName(scope.placeRow), scope.placeName(other));
    QStringList quantities = scope.index.quantitiesOf(scope.placeRow) + scope.index.quantitiesOf(other);
    quantities.removeDuplicates();
    for (const QString& quantity : std::as_const(quantities)) {
        const Measure its = measure(scope, quantity);
        const QString unit = unitOf(scope, its);
        widgets::TableRow row;
        row.key = quantity;
        row.cells.push_back(textCell(scope.quantityName(quantity)));
        for (const int place : {scope.placeRow, other})
            row.cells.push_back(withUnitIn(valueCell(its, scope.index.reading(place, quantity)), unit));
        row.cells.push_back(
            withUnitIn(differenceCell(row.cells[1].number, row.cells[2].number, its.decimals()), unit));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<widgets::TileData> tilesOf(const Scope& scope, const QString& area)
{
    DashboardInput other = scope.in;
    other.index = scope.ownIndex;
    other.focus = scope.focus;
    other.focus.area = area;
    other.focus.place.reset();
    other.focus.against.reset();
    return tiles(Scope(other));
}

widgets::TableCell tileCell(const widgets::TileData& tile)
{
    if (tile.value.isEmpty()) return {QStringLiteral("–"), std::nullopt, {}, map::Shape::Circle, true};
    widgets::TableCell cell{withUnit(tile.value, tile.unit), tile.number, tile.colour, tile.shape,
                            !tile.number};
    return cell;
}

widgets::TableData ofAreas(const Scope& scope, int other)
{
    widgets::TableData table = headed(scope.areaName(scope.area), scope.areaName(other));
    const std::vector<widgets::TileData> here = tilesOf(scope, scope.focus.area),
                                         there = tilesOf(scope, scope.areas.at(other).code);
    for (std::size_t i = 0; i < here.size() && i < there.size(); ++i) {
        widgets::TableRow row;
        row.key = here[i].id;
        const auto decimals = static_cast<int>(here[i].value.section(QLatin1Char('.'), 1).size());
        row.cells = {textCell(here[i].title), tileCell(here[i]), tileCell(there[i]),
                     differenceCell(here[i].number, there[i].number, decimals)};
        row.tip = here[i].word + QLatin1Char('\n') + there[i].word;
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Against againstOf(const Scope& scope)
{
    Against found;
    if (!scope.focus.against) return found;
    const city::PlaceId& other = *scope.focus.against;
    if (scope.areas.levels().contains(other.kind)) {
        const int area = scope.areas.find(other.kind, other.id);
        if (!scope.focus.place && scope.area >= 0 && area != scope.area) found.area = area;
    } else if (scope.placeRow >= 0) {
        const int row = scope.index.row(other);
        if (row != scope.placeRow) found.row = row;
    }
    return found;
}

QString againstName(const Scope& scope)
{
    if (!scope.focus.against) return {};
    const city::PlaceId& other = *scope.focus.against;
    const int area = scope.areas.levels().contains(other.kind) ? scope.areas.find(other.kind, other.id) : -1;
    if (area >= 0) return scope.areaName(area);
    const int row = scope.index.row(other);
    return row >= 0 ? scope.placeName(row) : other.id;
}

std::optional<widgets::TableData> comparisonTable(const Scope& scope)
{
    const Against other = againstOf(scope);
    if (!other) return std::nullopt;
    return other.row >= 0 ? ofPlaces(scope, other.row) : ofAreas(scope, other.area);
}

int worstOfOther(const Scope& scope, const QString& kind, const QString& quantity)
{
    const Against other = againstOf(scope);
    if (other.area < 0) return -1;
    std::vector<int> rows = placesAnywhere(scope, kind, quantity);
    std::erase_if(rows, [&](int row) {
        const int area = scope.index.at(row).area;
        return area < 0 || !scope.areas.isWithin(area, other.area) ||
               !scope.index.reading(row, quantity).isCurrent();
    });
    rankWorstFirst(scope, rows, quantity);
    return rows.empty() ? -1 : rows.front();
}

} // namespace app
