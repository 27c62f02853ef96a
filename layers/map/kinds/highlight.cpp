// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/highlight.h"

#include "layers/map/kinds/bulk_build.h"

#include <algorithm>

namespace map {

namespace {

constexpr float wider = 2.5F; ///< Pixels.

std::vector<char> refsOf(const LayerScene& layer, const LayerSelection& selected)
{
    std::vector<char> wanted(layer.refs.size(), 0);
    for (std::size_t i = 0; i < layer.refs.size(); ++i) {
        const Ref& ref = layer.refs[i];
        if (const auto id = featureIdOf(ref))
            wanted[i] = std::binary_search(selected.features.begin(), selected.features.end(), *id);
        else
            wanted[i] = std::any_of(selected.things.begin(), selected.things.end(),
                                    [&ref](const Ref& other) { return other.kind == ref.kind && other.id == ref.id; });
    }
    return wanted;
}

void addDrawables(const LayerScene& layer, const LayerSelection& selected, QRgb colour, QRgb faint, LayerScene& out)
{
    const std::vector<char> wanted = refsOf(layer, selected);
    const auto is = [&wanted](RefIndex ref) { return ref >= 0 && wanted[static_cast<std::size_t>(ref)]; };
    const auto ring = [&out, colour](QPointF at, float radius) { out.marks.push_back({.at = at, .radius = radius + wider, .fill = colour, .shape = Shape::Ring}); };
    for (const Mark& mark : layer.marks)
        if (is(mark.ref)) ring(mark.at, mark.radius);
    for (const Line& line : layer.lines)
        if (is(line.ref)) out.lines.push_back({.points = line.points, .width = line.width + wider, .colour = colour, .offset = line.offset});
    for (const Pie& pie : layer.pies)
        if (is(pie.ref)) ring(pie.at, pie.radius);
    for (const WindBarb& barb : layer.barbs)
        if (is(barb.ref)) ring(barb.at, 6);
    for (const Mover& mover : layer.movers)
        if (is(mover.ref)) ring(mover.at, mover.radius);
    for (const Area& area : layer.areas)
        if (is(area.ref)) out.areas.push_back({area.shape, faint, colour, wider, DataState::Current, -1});
}

// The selected features' own columns, as they would have been read.
geo::ShapeColumns columnsOf(const BulkLayer& layer, const std::vector<qint64>& ids)
{
    geo::ShapeColumns columns;
    const BulkLevel& level = layer.levels.front();
    const auto addVertex = [&](quint32 i) {
        const QPointF at = layer.toMap(level.vertices[i]);
        columns.x.push_back(at.x());
        columns.y.push_back(at.y());
    };
    for (quint32 feature = 0; feature < layer.count; ++feature) {
        if (!std::binary_search(ids.begin(), ids.end(), layer.idOf(feature))) continue;
        columns.ids.push_back(layer.idOf(feature));
        if (layer.shapes == BulkShapes::Points) {
            addVertex(feature);
            continue;
        }
        columns.features.push_back(static_cast<quint32>(columns.rings.size()));
        for (quint32 ring = layer.firstRing(feature); ring < layer.firstRing(feature + 1); ++ring) {
            columns.rings.push_back(static_cast<quint32>(columns.x.size()));
            for (quint32 i = level.rings[ring]; i < level.rings[ring + 1]; ++i)
                addVertex(i);
        }
    }
    return columns;
}

void addBulk(const Bulk& bulk, const std::vector<qint64>& ids, QRgb colour, QRgb faint, LayerScene& out)
{
    geo::Columns columns;
    const BulkShapes shapes = bulk.layer->shapes;
    (shapes == BulkShapes::Points ? columns.points : shapes == BulkShapes::Lines ? columns.lines : columns.polygons) = columnsOf(*bulk.layer, ids);
    BulkStyle style;
    style.fill = shapes == BulkShapes::Polygons ? faint : colour;
    style.outline = colour;
    style.width = shapes == BulkShapes::Polygons ? wider : bulk.style.width + wider;
    style.radius = bulk.style.radius + 1;
    for (auto& layer : buildBulk(std::move(columns)))
        out.bulk.push_back({std::move(layer), style, nullptr});
}

} // namespace

std::shared_ptr<const Scene> highlight(const Scene& scene, const Selection& selection, const QColor& colour)
{
    QColor pale = colour;
    pale.setAlpha(70);
    auto made = std::make_shared<Scene>();
    made->ink = scene.ink;
    made->ink.ground = QColor();
    for (const auto& layer : scene.layers) {
        const LayerSelection* selected = selection.of(layer->id);
        if (!selected) continue;
        auto out = std::make_shared<LayerScene>();
        out->id = layer->id;
        out->minMetresPerPixel = layer->minMetresPerPixel;
        out->maxMetresPerPixel = layer->maxMetresPerPixel;
        addDrawables(*layer, *selected, colour.rgba(), pale.rgba(), *out);
        for (const Bulk& bulk : layer->bulk)
            if (!selected->features.empty()) addBulk(bulk, selected->features, colour.rgba(), pale.rgba(), *out);
        made->layers.push_back(std::move(out));
    }
    return made;
}

QRectF boundsOf(const Scene& scene)
{
    QRectF all;
    bool any = false;
    const auto add = [&](const QRectF& box) {
        // Not QRectF::united, which forgets boxes without width or height: points.
        all = !any ? box
                   : QRectF(QPointF(std::min(all.left(), box.left()), std::min(all.top(), box.top())),
                            QPointF(std::max(all.right(), box.right()), std::max(all.bottom(), box.bottom())));
        any = true;
    };
    for (const auto& layer : scene.layers) {
        for (const Mark& mark : layer->marks)
            add({mark.at, mark.at});
        for (const Line& line : layer->lines)
            for (const QPointF at : line.points)
                add({at, at});
        for (const Area& area : layer->areas)
            add(area.shape->bounds);
        for (const Bulk& bulk : layer->bulk)
            add(bulk.layer->bounds);
    }
    return all;
}

} // namespace map
