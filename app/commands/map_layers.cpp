// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/map_layers.h"

#include "layers/geo/projection.h"
#include "layers/geo/raster.h"
#include "layers/map/kinds/raster.h"

#include <QFileInfo>
#include <map>

namespace app {

namespace {

// Formats that keep several layers in one file; asking the others for their list would read them twice.
bool mayHoldSeveral(const QString& file)
{
    static const QStringList suffixes{
        QStringLiteral("gpkg"), QStringLiteral("gpx"),  QStringLiteral("kml"),
        QStringLiteral("kmz"),  QStringLiteral("gdb"),  QStringLiteral("dxf"),
        QStringLiteral("gml"),  QStringLiteral("json"), QStringLiteral("topojson")};
    return suffixes.contains(QFileInfo(file).suffix().toLower());
}

map::LegendEntry legendEntry(const QString& title, const geo::FeatureTable& table,
                             const map::FeatureStyle& style)
{
    using Symbol = map::LegendEntry::Symbol;
    map::LegendEntry entry;
    entry.text = title;
    entry.colour = style.line.rgba();
    entry.count = static_cast<int>(table.features.size());
    for (const geo::Feature& feature : table.features) {
        if (feature.geometry.isEmpty()) continue;
        const bool area = !feature.geometry.polygons.empty();
        entry.symbol = area ? Symbol::Area : feature.geometry.lines.empty() ? Symbol::Mark : Symbol::Line;
        if (area) entry.colour = style.fill.rgba();
        break;
    }
    return entry;
}

QString titleOf(const MapLayerRequest& request, const QString& name)
{
    const QString base = QFileInfo(request.file).completeBaseName();
    return name.isEmpty() || name == base ? base : base + QStringLiteral(": ") + name;
}

map::LegendEntry legendEntry(const QString& title, const map::BulkLayer& layer, const map::BulkStyle& look)
{
    using Symbol = map::LegendEntry::Symbol;
    map::LegendEntry entry;
    entry.text = title;
    const bool line = layer.shapes == map::BulkShapes::Lines;
    entry.symbol = line ? Symbol::Line : layer.shapes == map::BulkShapes::Points ? Symbol::Mark : Symbol::Area;
    entry.colour = line ? look.outline : look.fill;
    entry.count = static_cast<int>(layer.count);
    return entry;
}

city::LonLatBox groundOf(const QRectF& bounds)
{
    city::LonLatBox box;
    box.add(geo::fromMercator(bounds.topLeft()));
    box.add(geo::fromMercator(bounds.bottomRight()));
    return box;
}

city::Result<MapLayer> readLarge(const MapLayerRequest& request, const geo::OpenOptions& open, const MapStyle& style, std::size_t index)
{
    geo::ColumnOptions options;
    options.open = open;
    if (style.own) options.valueField = style.own->valueField;
    auto file = map::openBulk(request.file, options, layerCache(request.cached));
    if (!file) return file.problem();
    map::LayerMeta meta;
    meta.id = QFileInfo(request.file).completeBaseName() + QLatin1Char(':') + file->content.layer;
    meta.title = titleOf(request, open.layer);
    const map::BulkLook look = style.lookOfLayer(index);
    MapLayer layer;
    for (const auto& one : file->content.layers) {
        layer.bounds.add(groundOf(one->bounds));
        meta.legend.push_back(legendEntry(meta.title, *one, look.of(one->shapes)));
    }
    layer.scenes.push_back(std::make_shared<const map::LayerScene>(map::bulkScene(meta, *file, look)));
    layer.problems = file->problems;
    layer.large.push_back(std::move(file.value()));
    return layer;
}

city::Result<MapLayer> readOne(const MapLayerRequest& request, const QString& name, const MapStyle& style,
                               std::size_t index)
{
    geo::OpenOptions options;
    options.layer = name;
    options.crs = request.crs;
    options.encoding = request.encoding;
    options.attributes = false;
    if (style.own) return readLarge(request, options, style, index);
    if (const auto size = geo::layerSize(request.file, name); size && map::isLarge(*size)) return readLarge(request, options, style, index);
    auto table = geo::readLayer(request.file, options);
    if (!table) return table.problem();
    map::LayerMeta meta;
    meta.id = QFileInfo(request.file).completeBaseName() + QLatin1Char(':') + table->layer;
    meta.title = titleOf(request, name);
    const map::FeatureStyle look = style.ofLayer(index);
    meta.legend.push_back(legendEntry(meta.title, *table, look));
    MapLayer layer;
    for (const geo::Feature& feature : table->features)
        layer.bounds.add(feature.geometry.bounds());
    layer.scenes.push_back(map::features(meta, *table, look));
    layer.problems = std::move(table.value().problems);
    return layer;
}

} // namespace

MapLayerRequest parseLayerRequest(const QString& word)
{
    const auto colon = word.lastIndexOf(QLatin1Char(':'));
    if (!QFileInfo::exists(word) && colon > 0 && QFileInfo::exists(word.left(colon)))
        return {word.left(colon), word.mid(colon + 1), {}, {}, true};
    return {word, {}, {}, {}, true};
}

bool isRaster(const QString& file)
{
    static const QStringList suffixes{
        QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("mbtiles"), QStringLiteral("png"),
        QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("webp"),    QStringLiteral("asc")};
    return suffixes.contains(QFileInfo(file).suffix().toLower());
}

city::Result<MapLayer> readMapLayer(const MapLayerRequest& request, const MapStyle& style, std::size_t index)
{
    QStringList names{request.layer};
    if (request.layer.isEmpty() && mayHoldSeveral(request.file)) {
        auto all = geo::vectorLayers(request.file);
        if (!all) return all.problem();
        if (all->size() > 1) names = *all;
    }
    MapLayer whole;
    std::size_t hue = index;
    for (const QString& name : std::as_const(names)) {
        auto read = readOne(request, name, style, hue);
        hue += 3; // away from the hues of the next files
        if (!read) return read.problem();
        MapLayer* one = &read.value();
        whole.scenes.insert(whole.scenes.end(), one->scenes.begin(), one->scenes.end());
        whole.bounds.add(one->bounds);
        std::move(one->large.begin(), one->large.end(), std::back_inserter(whole.large));
        whole.problems.insert(whole.problems.end(), one->problems.begin(), one->problems.end());
    }
    return whole;
}

void refine(MapLayer& layer)
{
    std::map<const map::BulkLayer*, std::shared_ptr<const map::BulkLayer>> finer;
    for (map::BulkFile& file : layer.large) {
        const auto before = file.content.layers;
        file = map::refined(std::move(file));
        for (std::size_t i = 0; i < before.size(); ++i)
            finer[before[i].get()] = file.content.layers[i];
    }
    for (auto& scene : layer.scenes) {
        if (scene->bulk.empty()) continue;
        map::LayerScene copy = *scene;
        for (map::Bulk& bulk : copy.bulk)
            bulk.layer = finer.at(bulk.layer.get());
        scene = std::make_shared<const map::LayerScene>(std::move(copy));
    }
}

map::BulkCache layerCache(bool wanted)
{
    return wanted ? map::BulkCache() : map::BulkCache(QString(), 0);
}

city::Result<MapLayer> readMapRaster(const MapLayerRequest& request, const map::View& view)
{
    auto picture = geo::readRaster(request.file, view.mapRect(), view.size, {request.crs});
    if (!picture) return picture.problem();
    map::LayerMeta meta;
    meta.id = meta.title = QFileInfo(request.file).completeBaseName();
    MapLayer layer;
    layer.problems = picture->problems;
    layer.scenes.push_back(map::raster(meta, picture->bounds, picture->image));
    return layer;
}

} // namespace app
