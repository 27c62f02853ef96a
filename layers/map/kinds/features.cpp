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

Ref describe(const LayerMeta& meta, const geo::FeatureTable& table, const geo::Feature& feature, int titleField)
{
    Ref ref;
    ref.kind = QStringLiteral("feature");
    ref.id = meta.id + QLatin1Char('/') + QString::number(feature.id);
    ref.title = QStringLiteral("%1 #%2").arg(meta.title).arg(feature.id);
    readOut(table, feature, titleField, ref);
    return ref;
}

void addArea(LayerScene& scene, const city::Geometry& geometry, const FeatureStyle& style, RefIndex ref)
{
    Area area;
    area.shape = projectArea(geometry);
    if (!area.shape) return;
    area.fill = rgbaOf(style.fill);
    area.outline = rgbaOf(style.outline);
    area.outlineWidth = style.outlineWidth;
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
        line.ref = ref;
        scene.lines.push_back(std::move(line));
    }
}

void addMarks(LayerScene& scene, const city::Geometry& geometry, const FeatureStyle& style, RefIndex ref)
{
    for (const city::LonLat& position : geometry.points) {
        Mark mark;
        mark.at = geo::toMercator(position);
        mark.radius = style.pointRadius;
        mark.fill = rgbaOf(style.point);
        mark.shape = style.shape;
        mark.ref = ref;
        scene.marks.push_back(mark);
    }
}

} // namespace

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
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    const int titleField = table.fieldIndex(style.titleField);
    const int labelField = style.labelField.isEmpty() ? -1 : table.fieldIndex(style.labelField);
    for (const geo::Feature& feature : table.features) {
        if (feature.geometry.isEmpty()) continue;
        const RefIndex ref = addRef(*scene, describe(meta, table, feature, titleField));
        addArea(*scene, feature.geometry, style, ref);
        addLines(*scene, feature.geometry, style, ref);
        addMarks(*scene, feature.geometry, style, ref);
        if (labelField < 0 || labelField >= feature.values.size()) continue;
        Label label = makeLabel(geo::toMercator(feature.geometry.anchor()),
                                textOf(feature.values[labelField]), style.labels, 0);
        if (!feature.geometry.points.empty()) label.offsetY = style.pointRadius + style.labels.pixels * 0.75F;
        if (!label.text.isEmpty()) scene->labels.push_back(std::move(label));
    }
    return scene;
}

} // namespace map
