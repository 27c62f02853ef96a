// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/map_layers.h"

#include "app/packs/stored_style.h"
#include "layers/geo/projection.h"
#include "layers/map/kinds/styled.h"
#include "layers/map/kinds/styled_bulk.h"
#include "layers/map/paint/bulk_picture.h"

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

geo::OpenOptions openOptions(const MapLayerRequest& request, const QString& name)
{
    geo::OpenOptions options;
    options.layer = name;
    options.crs = request.crs;
    options.encoding = request.encoding;
    options.attributes = false;
    return options;
}

/// The style of --style for vector layers; null without one.
const map::VectorStyle* ownStyle(const MapStyle& style)
{
    return style.own && style.own->style ? &style.own->style->style : nullptr;
}

/// Whether a large layer can be drawn in bulk as the style of --style wants it.
bool suitsBulk(const MapStyle& style)
{
    const map::VectorStyle* own = ownStyle(style);
    return !own || (style.own->labelField.isEmpty() && map::suitsBulk(*own));
}

MapLayer largeLayer(map::BulkFile file, const MapLayerRequest& request, const MapStyle& style, std::size_t index)
{
    const map::VectorStyle* own = ownStyle(style);
    map::LayerMeta meta;
    meta.id = QFileInfo(request.file).completeBaseName() + QLatin1Char(':') + file.content.layer;
    meta.title = titleOf(request, file.options.layer);
    const map::BulkLook look =
        own ? map::bulkLookOf(*own, file, style.dressing(index, *style.own->style, style.own->labelField), meta.legend)
            : style.lookOfLayer(index);
    const bool explained = !meta.legend.empty();
    MapLayer layer;
    for (const auto& one : file.content.layers) {
        layer.bounds.add(groundOf(one->bounds));
        if (!explained) meta.legend.push_back(legendEntry(meta.title, *one, look.of(one->shapes)));
    }
    layer.scenes.push_back(std::make_shared<const map::LayerScene>(map::bulkScene(meta, file, look)));
    layer.problems = file.problems;
    layer.large.push_back(std::move(file));
    return layer;
}

geo::ColumnOptions columnOptions(const MapLayerRequest& request, const QString& name, const MapStyle& style)
{
    geo::ColumnOptions options;
    options.open = openOptions(request, name);
    const map::VectorStyle* own = ownStyle(style);
    if (style.own) options.valueField = own ? map::bulkValueField(*own) : style.own->valueField;
    return options;
}

// A large layer from the cache, before GDAL is asked anything.
std::optional<MapLayer> findLarge(const MapLayerRequest& request, const MapStyle& style, std::size_t index)
{
    if (!suitsBulk(style)) return {};
    auto file = map::findBulk(request.file, columnOptions(request, request.layer, style), layerCache(request.cached));
    if (!file || !(style.own || map::isLarge(map::sizeOf(*file)))) return {};
    if (request.layer.isEmpty() && !file->content.alone) return {};
    return largeLayer(std::move(*file), request, style, index);
}

city::Result<MapLayer> readLarge(const MapLayerRequest& request, const QString& name, const MapStyle& style,
                                 std::size_t index)
{
    auto file = map::openBulk(request.file, columnOptions(request, name, style), layerCache(request.cached));
    if (!file) return file.problem();
    return largeLayer(std::move(file.value()), request, style, index);
}

city::Result<MapLayer> readStyled(const MapLayerRequest& request, const geo::OpenOptions& options, const ReadStyle& read,
                                  const map::Dressing& dressing)
{
    auto table = geo::readLayer(request.file, options);
    if (!table) return table.problem();
    if (const QStringList missing = map::missingFields(read.style, table->fields); !missing.isEmpty())
        return city::Problem{request.file, {}, {QT_TRANSLATE_NOOP("Message", "the layer has no field \"%1\"; it has: %2"), {missing.first(), table->fields.join(QStringLiteral(", "))}}};
    map::LayerMeta meta;
    meta.id = QFileInfo(request.file).completeBaseName() + QLatin1Char(':') + table->layer;
    meta.title = titleOf(request, options.layer);
    MapLayer layer;
    for (const geo::Feature& feature : table->features)
        layer.bounds.add(feature.geometry.bounds());
    layer.scenes = map::styled(meta, *table, read.style, dressing);
    layer.problems = std::move(table.value().problems);
    return layer;
}

// With the style its file keeps for it; nothing when it keeps none that can be used.
std::optional<MapLayer> readStored(const MapLayerRequest& request, const geo::OpenOptions& options, const MapStyle& style,
                                   std::size_t index)
{
    std::vector<city::Problem> problems;
    const auto stored = readStoredStyle(request.file, options.layer, problems);
    if (!stored) return {};
    auto layer = readStyled(request, options, stored->read, style.dressing(index, stored->read, stored->labelField));
    if (!layer) return {};
    layer.value().problems.insert(layer.value().problems.end(), stored->notes.begin(), stored->notes.end());
    return std::move(layer.value());
}

city::Result<MapLayer> readOne(const MapLayerRequest& request, const QString& name, const MapStyle& style,
                               std::size_t index)
{
    geo::OpenOptions styled = openOptions(request, name);
    styled.attributes = true;
    if (!suitsBulk(style))
        return readStyled(request, styled, *style.own->style, style.dressing(index, *style.own->style, style.own->labelField));
    if (style.own) return readLarge(request, name, style, index);
    if (auto stored = readStored(request, styled, style, index)) return std::move(*stored);
    if (const auto size = geo::layerSize(request.file, name); size && map::isLarge(*size))
        return readLarge(request, name, style, index);
    auto table = geo::readLayer(request.file, openOptions(request, name));
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

city::Result<MapLayer> readMapLayer(const MapLayerRequest& request, const MapStyle& style, std::size_t index)
{
    if (auto found = findLarge(request, style, index)) return std::move(*found);
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

bool isPictured(const MapLayer& layer, const map::View& view)
{
    for (const auto& scene : layer.scenes)
        for (const map::Bulk& bulk : scene->bulk)
            if (!map::shows(bulk, view, 1)) return false;
    return true;
}

void keepPictures(const MapLayer& layer, const map::View& view)
{
    for (const map::BulkFile& file : layer.large) {
        if (!file.problems.empty()) continue;
        map::BulkPictures pictures;
        for (const auto& scene : layer.scenes) {
            for (const map::Bulk& bulk : scene->bulk) {
                const auto& layers = file.content.layers;
                if (std::find(layers.begin(), layers.end(), bulk.layer) == layers.end()) continue;
                pictures.push_back(std::make_shared<const map::BulkPicture>(map::pictureOf(bulk, view, 1)));
            }
        }
        layerCache(true).keepPictures(file.key, pictures);
    }
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
        for (map::Bulk& bulk : copy.bulk) {
            bulk.layer = finer.at(bulk.layer.get());
            bulk.picture.reset();
        }
        scene = std::make_shared<const map::LayerScene>(std::move(copy));
    }
}

map::BulkCache layerCache(bool wanted)
{
    return wanted ? map::BulkCache() : map::BulkCache(QString(), 0);
}

} // namespace app
