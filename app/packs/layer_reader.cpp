// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/layer_reader.h"

#include "app/packs/pack_files.h"
#include "app/packs/stored_style.h"
#include "app/packs/style_words.h"
#include "app/packs/vocabulary.h"
#include "layers/geo/dataset.h"
#include "layers/geo/projection.h"

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

void readLook(YamlMap& map, LayerSpec& layer)
{
    layer.labelField = map.textOrLocal("label").value_or(city::LocalText());
    layer.idField = map.text("id").value_or(QString());
    layer.colour = readColour(map, "colour");
    layer.casing = readColour(map, "casing");
    layer.colourField = map.text("colour-field").value_or(QString());
    layer.width = map.number("width", 0, 50).value_or(layer.width);
    layer.radius = map.number("radius", 0, 50).value_or(layer.radius);
    readVisibility(map, layer.minMetresPerPixel, layer.maxMetresPerPixel);
    layer.labelMaxMetresPerPixel = map.number("label-up-to", 0, 1e12).value_or(layer.labelMaxMetresPerPixel);
    layer.show = map.flag("show").value_or(true);
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
        map.word("kind", {QStringLiteral("points"), QStringLiteral("lines"), QStringLiteral("polygons")})
            .value_or(QString());
    layer.crs = map.text("crs").value_or(QString());
    if (!layer.crs.isEmpty() && !geo::Projection::fromCrs(layer.crs).ok())
        map.report("crs", {QT_TRANSLATE_NOOP(
                               "Message",
                               "\"%1\" is no coordinate system known to PROJ; expected one like EPSG:3826"),
                           {layer.crs}});
    layer.encoding = map.text("encoding").value_or(QString());
    const bool stored = map.node("style").IsDefined() && map.node("style").IsScalar();
    if (!stored) layer.style = readStyle(map, sources, StyleOf::Features);
    readSource(map, sources, layer);
    readLook(map, layer);
    if (stored) takeStoredStyle(map, layer);
    layer.attribution = map.textOrLocal("attribution").value_or(city::LocalText());
    return layer.id.isEmpty() ? std::nullopt : std::optional(std::move(layer));
}

} // namespace app
