// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/gis_reading.h"

#include "layers/map/kinds/features.h"
#include "layers/map/kinds/raster.h"
#include "layers/map/kinds/styled.h"
#include "layers/map/kinds/styled_bulk.h"
#include "layers/map/scene/scene.h"
#include "widgets/map/ground_store.h"

namespace app {

namespace {

/// "FILE:NAME" taken apart; a colon that belongs to the path itself stays.
std::pair<QString, QString> fileAndLayer(const QString& source)
{
    const auto colon = source.lastIndexOf(QLatin1Char(':'));
    const auto slash = source.lastIndexOf(QLatin1Char('/'));
    if (colon <= slash || colon < 2) return {source, {}};
    return {source.left(colon), source.mid(colon + 1)};
}

map::LayerMeta metaOf(const LayerSpec& spec, const QString& language)
{
    map::LayerMeta meta;
    meta.id = spec.id;
    meta.title = spec.title.in(language);
    meta.attribution = spec.attribution.in(language);
    meta.minMetresPerPixel = spec.minMetresPerPixel;
    meta.maxMetresPerPixel = spec.maxMetresPerPixel;
    meta.labelMaxMetresPerPixel = spec.labelMaxMetresPerPixel;
    return meta;
}

map::LabelStyle labelsOf(const widgets::Theme& theme)
{
    map::LabelStyle labels;
    labels.pixels = static_cast<float>(theme.tiny);
    labels.colour = theme.mapLabel;
    labels.halo = theme.mapLabelHalo;
    return labels;
}

map::BulkLook lookOf(const map::FeatureStyle& style)
{
    const auto rgba = [](const QColor& colour) { return colour.isValid() ? colour.rgba() : 0; };
    map::BulkLook look;
    look.points.fill = rgba(style.point);
    look.points.radius = style.pointRadius;
    look.lines.outline = rgba(style.line);
    look.lines.width = style.lineWidth;
    look.polygons.fill = rgba(style.fill);
    look.polygons.outline = rgba(style.outline);
    look.polygons.width = style.outlineWidth;
    return look;
}

/// The looks a pack tells by a few words: colour, casing, width, radius.
map::FeatureStyle plainStyle(const GisSource& source, const widgets::Theme& theme, const QString& language)
{
    const LayerSpec& spec = source.spec;
    const QColor colour = styleColour(spec.colour, theme);
    map::FeatureStyle style;
    style.line = colour;
    style.point = colour;
    style.outline = spec.casing.isEmpty() ? colour : styleColour(spec.casing, theme);
    if (!spec.casing.isEmpty()) style.casing = style.outline;
    if (spec.kind == QLatin1String("polygons") || source.dropped) {
        style.fill = colour;
        style.fill.setAlpha(source.dropped ? 40 : 90);
    }
    style.lineWidth = static_cast<float>(spec.width);
    style.outlineWidth = static_cast<float>(spec.width);
    style.pointRadius = static_cast<float>(spec.radius);
    style.labelField = spec.labelField.in(language);
    style.titleField = style.labelField;
    style.labels = labelsOf(theme);
    return style;
}

using Scenes = std::vector<std::shared_ptr<const map::LayerScene>>;

// Features that each carry their own colour in a field: metro lines, bus routes.
Scenes selfColoured(const map::LayerMeta& meta, const GisSource& source, const map::FeatureStyle& usual)
{
    const int field = source.table->fieldIndex(source.spec.colourField);
    return {map::features(meta, *source.table, [&usual, field](const geo::Feature& feature) {
        const QColor own(feature.values.value(field).toString());
        map::FeatureStyle style = usual;
        if (own.isValid()) style.line = style.point = own;
        return style;
    })};
}

Scenes styledScenes(const map::LayerMeta& meta, const GisSource& source, const map::FeatureStyle& usual, const widgets::Theme& theme,
                    const std::shared_ptr<const map::Palettes>& palettes)
{
    const ReadStyle& read = *source.spec.style;
    map::Dressing dressing;
    dressing.colour = [theme](const QString& name) { return styleColour(name, theme); };
    dressing.icon = [&read](const QString&) { return read.icon; };
    dressing.palettes = palettes;
    dressing.labels = usual.labels;
    dressing.labelField = usual.labelField;
    dressing.titleField = usual.titleField;
    dressing.noData = theme.noData;
    if (source.table) return map::styled(meta, *source.table, read.style, dressing);
    map::LayerMeta withLegend = meta;
    const map::BulkLook look = map::bulkLookOf(read.style, *source.bulk, dressing, withLegend.legend);
    return {std::make_shared<const map::LayerScene>(map::bulkScene(withLegend, *source.bulk, look, usual.labelField))};
}

Scenes groundScenes(const map::LayerMeta& meta, const GisSource& source)
{
    if (auto raster = std::dynamic_pointer_cast<const map::RasterSource>(source.ground))
        return {map::rasterLayer(meta, raster, source.spec.unit)};
    auto scene = std::make_shared<map::LayerScene>(map::beginScene(meta));
    scene->source = source.ground;
    return {scene};
}

Scenes dressed(const GisSource& source, const widgets::Theme& theme, const QString& language, const std::shared_ptr<const map::Palettes>& palettes)
{
    const LayerSpec& spec = source.spec;
    const map::LayerMeta meta = metaOf(spec, language);
    if (source.ground) return groundScenes(meta, source);
    const map::FeatureStyle style = plainStyle(source, theme, language);
    if (spec.style) return styledScenes(meta, source, style, theme, palettes);
    if (source.bulk) return {std::make_shared<const map::LayerScene>(map::bulkScene(meta, *source.bulk, lookOf(style), style.labelField))};
    if (!spec.colourField.isEmpty()) return selfColoured(meta, source, style);
    return {map::features(meta, *source.table, style)};
}

} // namespace

QColor styleColour(const QString& name, const widgets::Theme& theme)
{
    if (name.startsWith(QLatin1Char('#'))) return QColor(name);
    static const QString series = QStringLiteral("series-");
    if (name.startsWith(series)) return theme.seriesColour(name.mid(series.size()).toUInt());
    const std::pair<QLatin1String, QColor> tokens[] = {
        {QLatin1String("mapWater"), theme.mapWater},   {QLatin1String("mapBoundary"), theme.mapBoundary},
        {QLatin1String("mapGround"), theme.mapGround}, {QLatin1String("mapLabel"), theme.mapLabel},
        {QLatin1String("line"), theme.line},           {QLatin1String("muted"), theme.muted},
        {QLatin1String("text"), theme.text},           {QLatin1String("data"), theme.data},
        {QLatin1String("noData"), theme.noData},
    };
    for (const auto& [token, colour] : tokens) {
        if (name == token) return colour;
    }
    return theme.mapBoundary;
}

city::Result<GisSource> readGisSource(const LayerSpec& spec, const QString& file, const geo::OpenOptions& options,
                                      geo::ReadingProgress* progress)
{
    GisSource source;
    source.spec = spec;
    if (spec.tiles) {
        source.ground = std::make_shared<const widgets::ServiceSource>(*spec.tiles);
        return source;
    }
    if (spec.raster) {
        auto survey = geo::surveyRaster(file, *spec.raster);
        if (!survey) return survey.problem();
        source.ground = std::make_shared<const map::RasterSource>(file, std::move(survey.value()));
        return source;
    }
    // Names and colours of their own are drawn one by one, unless there are far too many.
    constexpr qint64 mostOfTheirOwn = 50'000;
    const bool own = !spec.labelField.isEmpty() || !spec.colourField.isEmpty() ||
                     (spec.style && !map::suitsBulk(spec.style->style));
    const auto isBulk = [&](const geo::LayerSize& size) {
        return map::isLarge(size) && (!own || size.features > mostOfTheirOwn);
    };
    const map::BulkCache cache;
    geo::ColumnOptions columns;
    columns.open = options;
    columns.progress = progress;
    if (spec.style) columns.valueField = map::bulkValueField(spec.style->style);
    if (auto found = map::findBulk(file, columns, cache); found && isBulk(map::sizeOf(*found))) {
        source.bulk = std::make_shared<const map::BulkFile>(std::move(*found));
        return source;
    }
    if (const auto size = geo::layerSize(file, options.layer); size && isBulk(*size)) {
        auto bulk = map::openBulk(file, columns, cache);
        if (!bulk) return bulk.problem();
        source.bulk = std::make_shared<const map::BulkFile>(std::move(bulk.value()));
        return source;
    }
    auto table = geo::readLayer(file, options);
    if (!table) return table.problem();
    source.table = std::make_shared<const geo::FeatureTable>(std::move(table.value()));
    return source;
}

city::Result<GisSource> readGisSource(const LayerSpec& spec, geo::ReadingProgress* progress)
{
    const auto [file, layer] = fileAndLayer(spec.source);
    geo::OpenOptions options;
    options.layer = layer;
    options.crs = spec.crs;
    options.encoding = spec.encoding;
    return readGisSource(spec, file, options, progress);
}

GisSource refined(const GisSource& source)
{
    if (!source.bulk) return source;
    GisSource better = source;
    better.bulk = std::make_shared<const map::BulkFile>(map::refined(*source.bulk));
    map::keepBulk(*better.bulk, map::BulkCache());
    return better;
}

std::shared_ptr<const GisLayers> dressGisLayers(const std::vector<GisSource>& sources, const widgets::Theme& theme,
                                                const QString& language, const std::shared_ptr<const map::Palettes>& palettes)
{
    auto layers = std::make_shared<GisLayers>();
    for (const GisSource& source : sources) {
        const bool there = source.bulk || source.table || source.ground;
        layers->layers.push_back({source.spec.id, source.spec.title, there ? dressed(source, theme, language, palettes) : Scenes(),
                                  source.spec.show, source.dropped, source.reading, source.percent, source.problem});
    }
    return layers;
}

} // namespace app
