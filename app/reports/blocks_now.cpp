// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/crumbs.h"
#include "app/dashboards/evaluate.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/select.h"
#include "app/dashboards/situation.h"
#include "app/dashboards/tiles.h"
#include "app/dashboards/usual.h"
#include "app/reports/block_scope.h"

/// The blocks that show what dashboards show, at one moment.
namespace app {

namespace {

QStringList feedsOf(const std::vector<Figure>& figures)
{
    QStringList all;
    for (const Figure& figure : figures)
        addNew(all, figure.feeds);
    return all;
}

QStringList scalesOf(const std::vector<Figure>& figures)
{
    QStringList all;
    for (const Figure& figure : figures)
        addNew(all, {figure.scale});
    return all;
}

// Of the places a layer of the map shows within the area, so that the picture can be checked against numbers.
void addPlaces(const Scope& scope, const MapLayerSpec& layer, MapBlock& map)
{
    const bool ofPlaces = layer.kind != QLatin1String("alerts") && layer.kind != QLatin1String("events") && layer.kind != QLatin1String("vehicles");
    if (!ofPlaces || layer.value.isEmpty() || !layer.show) return;
    for (const int row : placesInFocus(scope, layer.of, layer.value)) {
        const Reading reading = scope.index.reading(row, layer.value);
        if (!reading) continue;
        Figure figure = figureOf(scope, scope.placeName(row), layer.value, reading);
        if (!figure.value) continue;
        const PlaceNow& place = scope.index.at(row);
        MapBlock::Feature feature{layer.layer, place.id->kind, place.id->id, {}, {}};
        if (place.place && !place.place->shape.isEmpty())
            feature.geometry = place.place->shape;
        else if (place.place && place.place->at)
            feature.geometry.points.push_back(*place.place->at);
        else if (place.area >= 0 && scope.areas.at(place.area).level == place.id->kind)
            feature.geometry = scope.areas.at(place.area).geometry;
        if (const indicators::Level* level = measure(scope, layer.value, layer.scale).level(*figure.value)) feature.colour = level->colour;
        map.figures.push_back(std::move(figure));
        map.features.push_back(std::move(feature));
    }
}

QStringList feedsShown(const Scope& scope, const MapLayerSpec& layer)
{
    if (layer.kind == QLatin1String("alerts")) return feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes});
    if (layer.kind == QLatin1String("events")) return feedsFor(scope, {{}, {}, layer.of, FeedsFor::Alerts::No});
    return feedsFor(scope, {layer.value, layer.value.isEmpty() ? layer.of : QString(), {}, FeedsFor::Alerts::No});
}

} // namespace

ReportBlock headlinesBlock(const Scope& scope)
{
    const widgets::Situation said = situation(scope);
    QStringList more = said.more.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    more.removeIf([&said](const QString& line) { return said.text.contains(line); }); // it has just been read
    ReportBlock block;
    for (const AlertNow& alert : alertsInFocus(scope))
        if (alert.feed) addNew(block.feeds, {alert.feed->state.id});
    block.content = HeadlinesBlock{said.text, more, said.alarm};
    return block;
}

ReportBlock tilesBlock(const Scope& scope)
{
    TilesBlock made;
    made.tiles = tiles(scope);
    addUsual(scope, made.tiles);
    for (std::size_t i = 0; i < made.tiles.size(); ++i) {
        const widgets::TileData& tile = made.tiles[i];
        const Evaluation value = evaluate(scope, scope.spec->tiles[i].value, Reach::Nearest);
        Figure figure = figureOf(scope, tile.title, value.quantity, value.result, tile.value);
        figure.unit = value.unit;
        figure.level = value.level ? scope.text(value.level->word) : QString();
        figure.note = value.instead.isEmpty() ? tile.note : value.instead;
        if (const indicators::Typical* usual = tile.usual.isEmpty() ? nullptr : scope.in.usual->number(tileKey(tile), scope.focus)) figure.usual = *usual;
        made.figures.push_back(std::move(figure));
    }
    ReportBlock block;
    block.feeds = feedsOf(made.figures);
    block.scales = scalesOf(made.figures);
    block.content = std::move(made);
    return block;
}

ReportBlock mapBlock(const Scope& scope)
{
    MapBlock made;
    const DashboardMap map = dashboardMap(scope);
    made.scene = map.scene;
    made.fit = fitOf(scope).value_or(scope.pack.extent);
    for (const widgets::LayerEntry& entry : map.layers)
        if (entry.shown && !entry.legend.empty()) made.legends.push_back({entry.title, entry.legend});
    ReportBlock block;
    for (const MapLayerSpec& layer : scope.spec->map) {
        if (!layer.show) continue;
        addPlaces(scope, layer, made);
        addNew(block.feeds, feedsShown(scope, layer));
        addNew(block.scales, {scaleName(measure(scope, layer.value, layer.scale))});
    }
    block.content = std::move(made);
    return block;
}

ReportBlock chartsBlock(const Scope& scope)
{
    ChartsBlock made;
    made.charts = charts(scope);
    const std::vector<ChartSpec> specs = chartSpecs(scope);
    ReportBlock block;
    for (std::size_t i = 0; i < made.charts.size(); ++i) {
        const ChartSpec spec = i < specs.size() ? specs[i] : ChartSpec{};
        ChartsBlock::Facts facts{spec.value, scaleName(measure(scope, spec.value)),
                                 feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No})};
        addNew(block.feeds, facts.feeds);
        addNew(block.scales, {facts.scale});
        made.facts.push_back(std::move(facts));
    }
    block.content = std::move(made);
    return block;
}

ReportBlock alertsBlock(const Scope& scope)
{
    AlertsBlock made{alertNotices(scope), feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes})};
    // Those that concern the area of the report, as its map and its count do.
    ReportBlock block;
    block.feeds = made.feeds;
    if (made.alerts.empty())
        block.remark = answered(scope, made.feeds).empty() ? whyNoData(scope, made.feeds)
                                                           : say(QT_TRANSLATE_NOOP("Message", "No alert is in force here."));
    block.content = std::move(made);
    return block;
}

} // namespace app
