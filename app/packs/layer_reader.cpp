// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/layer_reader.h"

#include "app/packs/ground_reader.h"
#include "app/packs/pack_files.h"
#include "app/packs/stored_style.h"
#include "app/packs/style_words.h"
#include "app/packs/vocabulary.h"
#include "layers/geo/dataset.h"
#include "layers/geo/projection.h"
#include "layers/geo/raster.h"

#include <QFileInfo>

namespace app {

namespace {

void checkFields(YamlMap& map, const QStringList& fields)
{
    for (const char* key : {"label", "id", "colour-field"}) {
        const city::LocalText named = map.textOrLocal(key).value_or(city::LocalText());
        for (const QString& field : named.all()) {
            if (!fields.contains(field))
                map.report(key, {QT_TRANSLATE_NOOP("Message", "the layer has no field \"%1\"; it has: %2"),
                                 {field, fields.join(QStringLiteral(", "))}});
        }
    }
}

void readSource(YamlMap& map, const StyleSources& sources, LayerSpec& layer)
{
    const QString text = map.requiredText("source");
    if (text.isEmpty()) return;
    const city::Result<PackFile> file = fileInPack(sources.folder, text);
    if (!file.ok()) {
        map.report("source", file.problem().text);
        return;
    }
    layer.source = file->layer.isEmpty() ? file->path : file->path + QLatin1Char(':') + file->layer;
    const city::Result<QStringList> fields = geo::layerFields(file->path, file->layer);
    if (!fields.ok()) {
        map.report("source", fields.problem().text);
        return;
    }
    checkFields(map, *fields);
    if (layer.style) checkStyleFields(map, layer.style->style, *fields);
}

// "style: qgis": that of the file's own table of styles.
void takeStoredStyle(YamlMap& map, LayerSpec& layer)
{
    if (!map.word("style", {QStringLiteral("qgis")}) || layer.source.isEmpty()) return;
    const auto colon = layer.source.lastIndexOf(QLatin1Char(':'));
    const bool named = colon > layer.source.lastIndexOf(QLatin1Char('/'));
    Problems wrong;
    const auto stored = readStoredStyle(named ? layer.source.left(colon) : layer.source,
                                        named ? layer.source.mid(colon + 1) : QString(), wrong);
    for (const city::Problem& one : wrong)
        map.report("style", one.text);
    if (!stored && wrong.empty())
        map.report("style", QT_TRANSLATE_NOOP("Message", "the file holds no QGIS style for this layer"));
    if (!stored) return;
    for (const city::Problem& note : stored->notes)
        map.report("style", note.text);
    layer.style = stored->read;
    if (layer.labelField.isEmpty() && !stored->labelField.isEmpty())
        layer.labelField = city::LocalText(stored->labelField);
}

/// A raster needs no fields; whether it can be opened is all there is to check.
void readRaster(YamlMap& map, const QString& folder, LayerSpec& layer)
{
    const QString text = map.requiredText("source");
    layer.raster = readRasterOptions(map);
    layer.raster->crs = layer.crs;
    layer.unit = map.text("unit").value_or(QString());
    if (text.isEmpty()) return;
    const city::Result<PackFile> file = fileInPack(folder, text);
    if (!file.ok()) return map.report("source", file.problem().text);
    layer.source = file->path;
    if (const auto survey = geo::surveyRaster(file->path, *layer.raster); !survey.ok()) map.report("source", survey.problem().text);
}

/// What a layer of features looks like.
void readFeatures(YamlMap& map, LayerSpec& layer)
{
    layer.labelField = map.textOrLocal("label").value_or(city::LocalText());
    layer.idField = map.text("id").value_or(QString());
    layer.colour = readColour(map, "colour");
    layer.casing = readColour(map, "casing");
    layer.colourField = map.text("colour-field").value_or(QString());
    layer.width = map.number("width", 0, 50).value_or(layer.width);
    layer.radius = map.number("radius", 0, 50).value_or(layer.radius);
    layer.encoding = map.text("encoding").value_or(QString());
}

} // namespace

std::optional<LayerSpec> readLayerSpec(const QString& file, const StyleSources& sources, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    YamlMap map(root, file, problems);
    if (!map.isValid()) return std::nullopt;
    LayerSpec layer;
    layer.file = file;
    layer.id = map.requiredText("layer");
    if (!layer.id.isEmpty() && layer.id != QFileInfo(file).completeBaseName())
        map.report("layer", {QT_TRANSLATE_NOOP("Message", "the file of \"%1\" must be called %2"),
                             {layer.id, layer.id + QStringLiteral(".yaml")}});
    map.required("title");
    layer.title = map.localText("title").value_or(city::LocalText());
    map.required("kind");
    layer.kind =
        map.word("kind", {QStringLiteral("points"), QStringLiteral("lines"), QStringLiteral("polygons"), QStringLiteral("raster"),
                          QStringLiteral("tiles")})
            .value_or(QString());
    const bool tiles = layer.kind == QLatin1String("tiles");
    if (!tiles) layer.crs = map.text("crs").value_or(QString()); // of tiles it is the service's
    if (!layer.crs.isEmpty() && !geo::Projection::fromCrs(layer.crs).ok())
        map.report("crs", {QT_TRANSLATE_NOOP(
                               "Message",
                               "\"%1\" is no coordinate system known to PROJ; expected one like EPSG:3826"),
                           {layer.crs}});
    if (tiles) {
        map.required("attribution");
        layer.tiles = readTileSource(map, layer.id);
    } else if (layer.kind == QLatin1String("raster")) {
        readRaster(map, sources.folder, layer);
    } else {
        const bool stored = map.node("style").IsDefined() && map.node("style").IsScalar();
        if (!stored) layer.style = readStyle(map, sources, StyleOf::Features);
        readSource(map, sources, layer);
        readFeatures(map, layer);
        if (stored) takeStoredStyle(map, layer);
    }
    readVisibility(map, layer.minMetresPerPixel, layer.maxMetresPerPixel);
    layer.labelMaxMetresPerPixel = map.number("label-up-to", 0, 1e12).value_or(layer.labelMaxMetresPerPixel);
    layer.show = map.flag("show").value_or(true);
    layer.exposure = map.localText("exposure").value_or(city::LocalText());
    layer.attribution = map.textOrLocal("attribution").value_or(city::LocalText());
    return layer.id.isEmpty() ? std::nullopt : std::optional(std::move(layer));
}

} // namespace app
