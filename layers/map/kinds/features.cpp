// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/features.h"

#include "layers/geo/projection.h"
#include "layers/map/kinds/polygons.h"

#include <algorithm>

namespace map {

namespace {

QString textOf(const QVariant& value)
{
    return value.isValid() ? value.toString() : QString();
}

void addArea(LayerScene& scene, const city::Geometry& geometry, const FeatureStyle& style, RefIndex ref)
{
    if (!style.fill.isValid() && !style.outline.isValid()) return;
    Area area;
    area.shape = projectArea(geometry);
    if (!area.shape) return;
    area.fill = rgbaOf(style.fill);
    area.outline = rgbaOf(style.outline);
    area.outlineWidth = style.outlineWidth;
    area.state = style.state;
    area.ref = ref;
    scene.areas.push_back(std::move(area));
}

void addLines(LayerScene& scene, const city::Geometry& geometry, const FeatureStyle& style, RefIndex ref)
{
    for (const auto& positions : geometry.lines) {
        Line line;
        line.points.resize(positions.size());
        std::transform(positions.begin(), positions.end(), line.points.begin(), geo::toMercator);
        line.width = style.lineWidth;
        line.colour = rgbaOf(style.line);
        line.casing = rgbaOf(style.casing);
        line.stroke = style.stroke;
        line.arrows = style.arrows;
        line.offset = style.offset;
        line.state = style.state;
        line.ref = ref;
        scene.lines.push_back(std::move(line));
    }
}

void addMarks(LayerScene& scene, const city::Geometry& geometry, const FeatureStyle& style, RefIndex ref)
{
    if (!style.point.isValid()) return;
    for (const city::LonLat& position : geometry.points) {
        Mark mark;
        mark.at = geo::toMercator(position);
        mark.radius = style.pointRadius;
        mark.fill = rgbaOf(style.point);
        mark.shape = style.shape;
        mark.state = style.state;
        mark.halo = rgbaOf(style.halo);
        mark.ref = ref;
        scene.marks.push_back(mark);
    }
}

// Along its longest line, or at the middle of the whole.
void addLabel(LayerScene& scene, const geo::Feature& feature, const QString& text, const FeatureStyle& style, std::size_t firstLine)
{
    if (text.isEmpty()) return;
    Label label = makeLabel(geo::toMercator(feature.geometry.anchor()), text, style.labels, style.labelPriority);
    if (!feature.geometry.points.empty()) label.offsetY = style.pointRadius + style.labels.pixels * 0.75F;
    if (style.labelsAlong) label.along = longestLine(scene, firstLine);
    label.repeat = style.labelRepeat;
    scene.labels.push_back(std::move(label));
}

} // namespace

Ref describe(const LayerMeta& meta, const geo::FeatureTable& table, const geo::Feature& feature, int titleField)
{
    Ref ref;
    ref.kind = QStringLiteral("feature");
    ref.id = meta.id + QLatin1Char('/') + QString::number(feature.id);
    ref.title = QStringLiteral("%1 #%2").arg(meta.title).arg(feature.id);
    readOut(table, feature, titleField, ref);
    return ref;
}

void readOut(const geo::FeatureTable& table, const geo::Feature& feature, int titleField, Ref& ref)
{
    if (titleField >= 0 && titleField < feature.values.size())
        if (const QString title = textOf(feature.values[titleField]); !title.isEmpty()) ref.title = title;
    const auto count = std::min(table.fields.size(), feature.values.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString text = textOf(feature.values[i]);
        if (!text.isEmpty()) ref.lines << table.fields[i] + QStringLiteral(": ") + text;
    }
}

std::shared_ptr<const LayerScene> features(const LayerMeta& meta, const geo::FeatureTable& table,
                                           const FeatureStyle& style)
{
    return features(meta, table, [&style](const geo::Feature&) { return style; });
}

std::shared_ptr<const LayerScene> features(const LayerMeta& meta, const geo::FeatureTable& table,
                                           const std::function<FeatureStyle(const geo::Feature&)>& styleOf)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    for (const geo::Feature& feature : table.features) {
        if (feature.geometry.isEmpty()) continue;
        const FeatureStyle style = styleOf(feature);
        const RefIndex ref = addRef(*scene, describe(meta, table, feature, table.fieldIndex(style.titleField)));
        const std::size_t firstLine = scene->lines.size();
        addArea(*scene, feature.geometry, style, ref);
        addLines(*scene, feature.geometry, style, ref);
        addMarks(*scene, feature.geometry, style, ref);
        const int labelField = style.labelField.isEmpty() ? -1 : table.fieldIndex(style.labelField);
        if (labelField >= 0) addLabel(*scene, feature, textOf(feature.values.value(labelField)), style, firstLine);
    }
    return scene;
}

} // namespace map
