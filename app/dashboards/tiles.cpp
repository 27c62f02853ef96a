// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/tiles.h"

#include "app/dashboards/charts.h"
#include "app/dashboards/evaluate.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/past.h"
#include "app/dashboards/targets.h"
#include "app/dashboards/usual.h"
#include "app/dashboards/withheld.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t MostAdded = 24; // places whose series are added up for one tile
constexpr city::Duration Hour{3600'000};
constexpr city::Duration SparkRange = 6 * Hour;
constexpr city::Duration SparkStep = Hour / 6;

// The places behind a tile: the extreme one, or all of a few.
std::vector<int> seriesRows(const Evaluation& value)
{
    if (value.result.row >= 0) return {value.result.row};
    return value.rows.size() <= MostAdded ? value.rows : std::vector<int>{};
}

std::vector<city::Sample> past(const Scope& scope, const TileSpec& spec, const std::vector<int>& rows,
                               const QString& quantity, city::Duration range)
{
    std::vector<const city::Series*> series;
    for (const int row : rows)
        if (const city::Series* one = scope.series(*scope.index.at(row).id, quantity)) series.push_back(one);
    const city::Instant from = scope.now - range;
    if (series.size() == 1 && rows.size() == 1) return samplesWithin(series.front(), from, scope.now);
    if (series.size() < rows.size()) return {};
    return aggregateSeries(series, tileSeriesAggregate(scope, spec, quantity), from, scope.now, SparkStep);
}

void addPast(const Scope& scope, const TileSpec& spec, const Evaluation& value, widgets::TileData& tile)
{
    const QString quantity = tileSeriesQuantity(spec);
    if (quantity.isEmpty() || !value.result.value) return;
    const std::vector<int> rows = seriesRows(value);
    if (rows.empty()) return;
    const city::TimeSpan shown = shownTime(scope, SparkRange);
    if (!spec.spark.isEmpty()) tile.spark = past(scope, spec, rows, spec.spark, std::max(SparkRange, scope.now - shown.from));
    std::erase_if(tile.spark, [&](const city::Sample& one) { return one.at < shown.from || one.at > shown.to; });
    if (tile.spark.size() > 1 && rows.size() == 1)
        tile.sparkUsual = usualBand(scope, {*scope.index.at(rows.front()).id, spec.spark}, tile.spark.front().at, tile.spark.back().at);
    else if (tile.spark.size() > 1)
        tile.sparkUsual = usualBandOfTile(scope, tile.id, tile.spark.front().at, tile.spark.back().at);
    const bool comparable = spec.value.what == Expression::What::Quantity && spec.value.comparison.isEmpty() &&
                            value.result.freshness <= city::Freshness::Late && value.result.newest;
    if (!comparable) return;
    const city::Series recent{{}, {}, {}, past(scope, spec, rows, spec.value.quantity, 6 * Hour)};
    // An hour before the value speaks, not before the clock: an hourly value is never compared with itself.
    const city::Sample* before = sampleAt(recent, *value.result.newest - Hour, Hour / 3);
    if (before)
        tile.change = changeText(*value.result.value, before->value, value.decimals);
}

QString worstName(const Scope& scope, const TileSpec& spec, const Evaluation& value)
{
    if (value.worstArea >= 0 && value.result.value && *value.result.value > 0) return scope.areaName(value.worstArea);
    if (value.result.row < 0) return {};
    if (spec.by.isEmpty()) return scope.placeName(value.result.row);
    const int area = scope.areas.ancestor(scope.index.at(value.result.row).area, spec.by);
    return area >= 0 ? scope.areaName(area) : scope.placeName(value.result.row);
}

// What the publisher says beside the value of the worst place.
QString detailOf(const Scope& scope, const TileSpec& spec, const Evaluation& value)
{
    const city::Place* place = spec.detail.isEmpty() || value.result.row < 0 ? nullptr : scope.index.at(value.result.row).place;
    const QString said = place ? place->details.value(spec.detail) : QString();
    return scope.text(scope.pack.terms.value(said, said));
}

city::Focus tileTarget(const Scope& scope, const TileSpec& spec, const Evaluation& value)
{
    city::Focus next = scope.focus;
    if (value.worstArea >= 0) {
        next = scope.focusOnArea(value.worstArea);
    } else if (value.result.row >= 0) {
        const int area = spec.by.isEmpty() ? -1 : scope.areas.ancestor(scope.index.at(value.result.row).area, spec.by);
        next = area >= 0 ? scope.focusOnArea(area) : scope.focusOnPlace(value.result.row);
    }
    next.dashboard = homeOf(scope, spec.value);
    next.quantity = value.quantity;
    return next;
}

widgets::TileData tile(const Scope& scope, const TileSpec& spec, std::size_t number_)
{
    const Evaluation value = evaluate(scope, spec.value, Reach::Nearest);
    widgets::TileData tile;
    tile.id = QStringLiteral("%1/%2").arg(scope.focus.dashboard).arg(number_);
    tile.title = spec.title.isEmpty() ? spec.value.text : scope.text(spec.title);
    tile.unit = value.unit;
    tile.freshness = value.result.freshness;
    tile.note = value.note;
    tile.source = value.source;
    tile.target = tileTarget(scope, spec, value);
    if (value.result.isWithheld) {
        tile.value = withheldWord();
        tile.unit.clear();
        tile.word = withheldReason(scope, value.quantity);
        if (value.result.oldest) tile.age = ageText(scope.now - *value.result.oldest);
        return tile;
    }
    if (!value.result.value) {
        const FeedsFor sources{value.quantity, spec.value.kind, spec.value.kind, FeedsFor::Alerts::No};
        if (!spec.needs.isEmpty() && feedsFor(scope, sources).isEmpty()) tile.note = scope.text(spec.needs);
        return tile;
    }
    tile.value = number(*value.result.value, value.decimals);
    // What was never measured, such as how many places there are, has no usual.
    if (value.result.freshness <= city::Freshness::Late && !value.quantity.isEmpty()) tile.number = value.result.value;
    // An aggregate is as old as the oldest value in it.
    if (value.result.oldest) tile.age = ageText(scope.now - *value.result.oldest);
    QStringList words; // where comes first: the level is told by colour and shape, too
    if (!value.instead.isEmpty()) words << value.instead;
    const QString name = worstName(scope, spec, value);
    if (!name.isEmpty() && name != value.instead) words << name;
    if (const QString said = detailOf(scope, spec, value); !said.isEmpty()) words << said;
    if (value.level) {
        words << scope.text(value.level->word);
        tile.colour = value.level->colour;
        tile.shape = shapeOf(value.level->symbol);
    }
    tile.word = words.join(QStringLiteral(" · "));
    addPast(scope, spec, value, tile);
    return tile;
}

} // namespace

QString tileSeriesQuantity(const TileSpec& spec)
{
    if (!spec.spark.isEmpty()) return spec.spark;
    return spec.value.what == Expression::What::Quantity ? spec.value.quantity : QString();
}

QString tileSeriesAggregate(const Scope& scope, const TileSpec& spec, const QString& quantity)
{
    const bool own = spec.value.quantity == quantity && !spec.value.aggregate.isEmpty();
    return own ? spec.value.aggregate : ownAggregate(scope, quantity);
}

std::vector<int> tileSeriesRows(const Scope& scope, const TileSpec& spec)
{
    return tileSeriesQuantity(spec).isEmpty() ? std::vector<int>{} : seriesRows(evaluate(scope, spec.value, Reach::Nearest));
}

std::vector<widgets::TileData> tiles(const Scope& scope)
{
    std::vector<widgets::TileData> made;
    for (std::size_t i = 0; scope.spec && i < scope.spec->tiles.size(); ++i)
        made.push_back(tile(scope, scope.spec->tiles[i], i));
    return made;
}

} // namespace app
