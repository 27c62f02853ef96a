// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/drawings.h"

#include "layers/geo/geodesic.h"
#include "layers/geo/projection.h"
#include "layers/geo/write_features.h"
#include "layers/map/kinds/layer_meta.h"
#include "layers/map/kinds/polygons.h"
#include "widgets/map/tools/measuring.h"

#include <QFileInfo>

namespace app {

using widgets::SketchShape;

namespace {

const std::pair<SketchShape, const char*> shapeNames[] = {{SketchShape::Point, "point"},         {SketchShape::Line, "line"},     {SketchShape::Polygon, "polygon"},
                                                          {SketchShape::Rectangle, "rectangle"}, {SketchShape::Circle, "circle"}, {SketchShape::Freehand, "freehand"}};
const QStringList fieldNames{QStringLiteral("drawing"), QStringLiteral("shape"), QStringLiteral("text"), QStringLiteral("colour"), QStringLiteral("author"), QStringLiteral("created"), QStringLiteral("radius_m"), QStringLiteral("centre_lon"), QStringLiteral("centre_lat")};

QString nameOf(const Drawing& drawing)
{
    if (drawing.isText) return QStringLiteral("text");
    for (const auto& [shape, name] : shapeNames)
        if (shape == drawing.sketch.shape) return QString::fromLatin1(name);
    return {};
}

geo::Feature featureOf(const Drawing& drawing, qint64 number)
{
    geo::Feature feature;
    feature.id = number;
    feature.geometry = drawing.sketch.geometry();
    feature.values = {drawing.id, nameOf(drawing), drawing.text, static_cast<qlonglong>(drawing.colour), drawing.author, city::toIso(drawing.created)};
    if (drawing.sketch.shape == SketchShape::Circle) feature.values << drawing.sketch.radiusMetres() << drawing.sketch.corners[0].lon << drawing.sketch.corners[0].lat;
    return feature;
}

/// Nothing for what is no drawing of ours.
std::optional<Drawing> drawingOf(const geo::FeatureTable& table, const geo::Feature& feature)
{
    const auto value = [&](int field) { return feature.values.value(table.fieldIndex(fieldNames[field])); };
    Drawing drawing;
    drawing.id = value(0).toString();
    drawing.isText = value(1) == QLatin1String("text");
    drawing.text = value(2).toString();
    drawing.colour = std::clamp(value(3).toInt(), 0, 100);
    drawing.author = value(4).toString();
    drawing.created = city::fromIso(value(5).toString()).value_or(city::Instant{});
    for (const auto& [shape, name] : shapeNames)
        if (value(1) == QLatin1String(name)) drawing.sketch.shape = shape;
    auto& corners = drawing.sketch.corners;
    const city::Geometry& geometry = feature.geometry;
    if (drawing.sketch.shape == SketchShape::Circle && value(6).isValid()) {
        const city::LonLat centre{value(7).toDouble(), value(8).toDouble()};
        corners = {centre, geo::destination(centre, 90, value(6).toDouble())};
    } else if (!geometry.points.empty()) {
        corners = {geometry.points.front()};
    } else if (!geometry.lines.empty()) {
        corners = geometry.lines.front();
    } else if (!geometry.polygons.empty()) {
        corners = geometry.polygons.front().rings.front();
        corners.pop_back();
        if (drawing.sketch.shape == SketchShape::Rectangle && corners.size() == 4) corners = {corners[0], corners[2]};
    }
    return drawing.id.isEmpty() || !drawing.sketch.isWhole() ? std::nullopt : std::optional(drawing);
}

} // namespace

QString DrawingWords::kindOf(const Drawing& drawing)
{
    if (drawing.isText) return tr("Text");
    switch (drawing.sketch.shape) {
    case SketchShape::Point: return tr("Point");
    case SketchShape::Line: return tr("Line");
    case SketchShape::Circle: return tr("Circle");
    case SketchShape::Rectangle: return tr("Rectangle");
    default: return tr("Area");
    }
}

QString DrawingWords::sizeOf(const Drawing& drawing)
{
    if (drawing.sketch.shape == SketchShape::Point) return {};
    return widgets::MeasurementText::headline(widgets::Measurement::of(drawing.sketch));
}

std::shared_ptr<const map::LayerScene> DrawingWords::scene(const std::vector<Drawing>& drawings, const QString& layer, const widgets::Theme& theme, const QTimeZone& zone)
{
    map::LayerMeta meta;
    meta.id = layer;
    meta.title = tr("Drawings");
    map::LayerScene scene = map::beginScene(meta);
    for (const Drawing& drawing : drawings) {
        const QColor colour = theme.seriesColour(static_cast<std::size_t>(drawing.colour));
        QColor pale = colour;
        pale.setAlpha(50);
        map::Ref ref{QStringLiteral("drawing"), drawing.id, drawing.text.isEmpty() ? kindOf(drawing) : drawing.text, {}};
        if (const QString size = sizeOf(drawing); !size.isEmpty()) ref.lines << tr("Size: %1").arg(size);
        ref.lines << tr("Drawn: %1").arg(city::inZone(drawing.created, zone, QStringLiteral("yyyy-MM-dd HH:mm")));
        if (!drawing.author.isEmpty()) ref.lines << tr("By: %1").arg(drawing.author);
        const map::RefIndex index = map::addRef(scene, ref);
        const city::Geometry geometry = drawing.sketch.geometry();
        for (const city::LonLat at : geometry.points)
            scene.marks.push_back({geo::toMercator(at), drawing.isText ? 2.0F : 6.0F, colour.rgba(), map::Shape::Circle, map::DataState::Current, index});
        for (const auto& line : geometry.lines) {
            std::vector<QPointF> points;
            for (const city::LonLat at : line)
                points.push_back(geo::toMercator(at));
            scene.lines.push_back({.points = std::move(points), .width = 3, .colour = colour.rgba(), .casing = theme.mapLabelHalo.rgba(), .ref = index});
        }
        if (const auto shape = map::projectArea(geometry)) scene.areas.push_back({shape, pale.rgba(), colour.rgba(), 2, map::DataState::Current, index});
        if (drawing.text.isEmpty()) continue;
        map::LabelStyle style;
        style.pixels = static_cast<float>(drawing.isText ? theme.title : theme.body);
        style.bold = drawing.isText;
        map::Label label = map::makeLabel(geo::toMercator(geometry.anchor()), drawing.text, style, 10'000);
        label.offsetY = geometry.points.empty() ? 0 : 12;
        scene.labels.push_back(label);
    }
    return std::make_shared<const map::LayerScene>(std::move(scene));
}

std::optional<city::Problem> writeDrawings(const QString& file, const std::vector<Drawing>& drawings)
{
    geo::FeatureTable table;
    table.layer = QStringLiteral("drawings");
    table.fields = fieldNames;
    for (std::size_t i = 0; i < drawings.size(); ++i)
        table.features.push_back(featureOf(drawings[i], static_cast<qint64>(i) + 1));
    return geo::writeFeatures(file, table);
}

city::Result<std::vector<Drawing>> readDrawings(const QString& file)
{
    std::vector<Drawing> drawings;
    if (!QFileInfo::exists(file)) return drawings;
    const auto table = geo::readLayer(file);
    if (!table) return table.problem();
    for (const geo::Feature& feature : table->features)
        if (auto drawing = drawingOf(*table, feature)) drawings.push_back(std::move(*drawing));
    return drawings;
}

} // namespace app
