// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/map_grounds.h"

#include "app/packs/layer_reader.h"
#include "layers/geo/dataset.h"
#include "layers/geo/raster.h"
#include "layers/map/kinds/raster.h"
#include "widgets/map/ground_store.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace app {

namespace {

constexpr int longestWait = 120'000; // milliseconds for all tiles of a picture

bool hasSuffix(const QString& file, std::initializer_list<const char*> suffixes)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return std::any_of(suffixes.begin(), suffixes.end(), [&suffix](const char* one) { return suffix == QLatin1String(one); });
}

bool isPackLayer(const QString& file)
{
    return hasSuffix(file, {"yaml"});
}

/// The layer of a pack that a file describes, or a raster as it is.
city::Result<LayerSpec> specOf(const MapLayerRequest& request)
{
    if (!isPackLayer(request.file)) {
        LayerSpec spec;
        spec.id = QFileInfo(request.file).completeBaseName();
        spec.title = city::LocalText(spec.id);
        spec.source = request.file;
        spec.raster = geo::RasterOptions{};
        spec.raster->crs = request.crs;
        return spec;
    }
    Problems problems;
    const QFileInfo file(request.file);
    auto spec = readLayerSpec(file.absoluteFilePath(), QFileInfo(file.absolutePath()).absolutePath(), problems);
    if (!problems.empty()) return problems.front();
    return *spec;
}

map::LayerMeta metaOf(const LayerSpec& spec)
{
    map::LayerMeta meta;
    meta.id = spec.id;
    meta.title = spec.title.in(QStringLiteral("en"));
    meta.attribution = spec.attribution.in(QStringLiteral("en"));
    return meta;
}

city::Result<MapLayer> readRasterLayer(const LayerSpec& spec, const map::View& view)
{
    const auto survey = geo::surveyRaster(spec.source, *spec.raster);
    if (!survey) return survey.problem();
    auto picture = geo::readRaster(spec.source, view.mapRect(), view.size, survey->options);
    if (!picture) return picture.problem();
    map::LayerMeta meta = metaOf(spec);
    meta.legend = map::rasterLegend(*survey, spec.unit);
    MapLayer layer;
    layer.problems = survey->problems;
    layer.problems.insert(layer.problems.end(), picture->problems.begin(), picture->problems.end());
    layer.scenes.push_back(map::raster(meta, picture->bounds, picture->image));
    return layer;
}

MapLayer readTiles(const LayerSpec& spec, const map::View& view)
{
    const city::SystemClock clock;
    feeds::TileStore store(feeds::TileStore::usualFolder(), clock);
    widgets::GroundStore grounds;
    grounds.setTiles(&store);
    QEventLoop loop;
    std::vector<map::Picture> pictures;
    const auto look = [&] {
        pictures = grounds.tiles(*spec.tiles, view, 1);
        if (!store.isBusy()) loop.quit();
    };
    // By the loop: what has arrived is told of while the store is still at it.
    QObject::connect(&grounds, &widgets::GroundStore::arrived, &loop, look, Qt::QueuedConnection);
    QTimer::singleShot(longestWait, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &loop, look);
    loop.exec();
    auto scene = std::make_shared<map::LayerScene>(map::beginScene(metaOf(spec)));
    scene->pictures = std::move(pictures);
    MapLayer layer;
    layer.scenes.push_back(std::move(scene));
    if (const auto fault = store.state(spec.id).fault) layer.problems.push_back({spec.id, {}, *fault});
    return layer;
}

} // namespace

bool isGround(const QString& file)
{
    if (hasSuffix(file, {"tif", "tiff", "mbtiles", "png", "jpg", "jpeg", "webp", "asc", "yaml"})) return true;
    if (!hasSuffix(file, {"gpkg"})) return false;
    const auto layers = geo::vectorLayers(file);
    return !(layers && !layers->isEmpty()) && geo::rasterBounds(file).ok(); // tiles in a GeoPackage
}

city::Result<city::LonLatBox> groundBounds(const MapLayerRequest& request)
{
    const auto spec = specOf(request);
    if (!spec) return spec.problem();
    return spec->raster ? geo::rasterBounds(spec->source, *spec->raster) : city::LonLatBox();
}

city::Result<MapLayer> readGround(const MapLayerRequest& request, const map::View& view)
{
    const auto spec = specOf(request);
    if (!spec) return spec.problem();
    if (spec->raster) return readRasterLayer(*spec, view);
    if (spec->tiles) return readTiles(*spec, view);
    return city::Problem{request.file, {}, {QT_TRANSLATE_NOOP("Message", "is a layer of features; name its data file instead")}};
}

} // namespace app
