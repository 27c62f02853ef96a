// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/outlines.h"

#include "layers/map/paint/clip.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

namespace {

std::vector<char> wantedRefs(const map::LayerScene& layer, const std::vector<city::PlaceId>& things)
{
    std::vector<char> wanted(layer.refs.size(), 0);
    for (std::size_t i = 0; i < layer.refs.size(); ++i)
        wanted[i] =
            std::any_of(things.begin(), things.end(), [&ref = layer.refs[i]](const city::PlaceId& thing) {
                return ref.id == thing.id && ref.kind == thing.kind;
            });
    return wanted;
}

// What can be seen of a line: the outline of a coast of a hundred thousand corners must not hold the window.
QPainterPath pathOf(const std::vector<QPointF>& points, const map::View& view)
{
    constexpr double margin = 16; // pixels beyond the edge, for the width of the stroke
    map::ScreenLine line;
    map::screenLine(points, view,
                    QRectF(QPointF(), QSizeF(view.size)).adjusted(-margin, -margin, margin, margin), line);
    QPainterPath path;
    for (const QPolygonF& piece : line.pieces)
        path.addPolygon(piece);
    return path;
}

void stroke(QPainter& painter, const QPainterPath& path, const Theme& theme, Ringing ringing)
{
    constexpr int many =
        300; // corners; their joins are not told apart, and each round one costs as much as four
    const double width = ringing == Ringing::Selected ? 2.5 : 1.5;
    const Qt::PenJoinStyle join = path.elementCount() > many ? Qt::BevelJoin : Qt::RoundJoin;
    painter.setPen(QPen(theme.mapLabelHalo, width + 2.5, Qt::SolidLine, Qt::RoundCap, join));
    painter.drawPath(path);
    painter.setPen(QPen(ringing == Ringing::Selected ? theme.accent : theme.text, width, Qt::SolidLine,
                        Qt::RoundCap, join));
    painter.drawPath(path);
}

// Features of the layer's bulk among the things: their ids are the layer's and a FID.
void addBulk(const map::LayerScene& layer, const std::vector<city::PlaceId>& things, Outlines& outlines)
{
    const QString prefix = layer.id + QLatin1Char('/');
    for (const city::PlaceId& thing : things) {
        if (thing.kind != QLatin1String("feature") || !thing.id.startsWith(prefix)) continue;
        for (const map::Bulk& bulk : layer.bulk) {
            const auto feature = bulk.layer->find(thing.id.mid(prefix.size()).toLongLong());
            if (!feature) continue;
            if (bulk.layer->shapes == map::BulkShapes::Points)
                outlines.spots.push_back({bulk.layer->toMap(bulk.layer->levels.front().vertices[*feature]),
                                          bulk.style.radius, layer.minMetresPerPixel,
                                          layer.maxMetresPerPixel});
            else
                for (auto& ring : map::ringsOf(*bulk.layer, *feature))
                    outlines.lines.push_back(std::move(ring));
        }
    }
}

} // namespace

Outlines outlinesOf(const map::Scene& scene, const std::vector<city::PlaceId>& things)
{
    Outlines outlines;
    if (things.empty()) return outlines;
    for (const auto& layer : scene.layers) {
        if (!layer->bulk.empty()) addBulk(*layer, things, outlines);
        const std::vector<char> wanted = wantedRefs(*layer, things);
        if (std::find(wanted.begin(), wanted.end(), 1) == wanted.end()) continue;
        const auto is = [&wanted](map::RefIndex ref) {
            return ref >= 0 && wanted[static_cast<std::size_t>(ref)];
        };
        for (const map::Mark& mark : layer->marks)
            if (is(mark.ref))
                outlines.spots.push_back(
                    {mark.at, mark.radius, layer->minMetresPerPixel, layer->maxMetresPerPixel});
        for (const map::Line& line : layer->lines)
            if (is(line.ref)) outlines.lines.push_back(line.points);
        for (const map::Area& area : layer->areas)
            if (is(area.ref)) outlines.areas.push_back(area.shape);
    }
    return outlines;
}

void paintOutlines(QPainter& painter, const Outlines& outlines, const map::View& view, const Theme& theme,
                   Ringing ringing)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& shape : outlines.areas)
        for (const auto& ring : shape->forScale(view.metresPerPixel))
            stroke(painter, pathOf(ring, view), theme, ringing);
    for (const auto& line : outlines.lines)
        stroke(painter, pathOf(line, view), theme, ringing);
    for (const Outlines::Spot& spot : outlines.spots) {
        if (view.metresPerPixel < spot.leastMetresPerPixel || view.metresPerPixel > spot.mostMetresPerPixel)
            continue;
        QPainterPath ring;
        const double reach = spot.radius + 4;
        ring.addEllipse(view.toScreen(spot.at), reach, reach);
        stroke(painter, ring, theme, ringing);
    }
    painter.restore();
}

} // namespace widgets
