// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk_hit.h"
#include "layers/map/paint/look.h"
#include "layers/map/paint/painter.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF off = p - (a + along * t);
    return std::hypot(off.x(), off.y());
}

// `offset`: how far to the right of its way the line is drawn, map metres.
double distanceToLine(QPointF p, const std::vector<QPointF>& line, double offset)
{
    double nearest = 1e300;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF d = line[i + 1] - line[i];
        const double length = std::hypot(d.x(), d.y());
        const QPointF aside = length > 0 ? QPointF(d.y(), -d.x()) * (offset / length) : QPointF();
        nearest = std::min(nearest, distanceToSegment(p, line[i] + aside, line[i + 1] + aside));
    }
    return nearest;
}

bool inside(QPointF p, const Rings& rings)
{
    bool in = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const QPointF a = ring[i];
            const QPointF b = ring[j];
            if ((a.y() > p.y()) != (b.y() > p.y()) &&
                p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x())
                in = !in;
        }
    }
    return in;
}

// One search through the layers, topmost first.
struct Search {
    const Scene& scene;
    const View& view;
    QPointF at;   ///< Map metres.
    double reach; ///< Pixels.
    std::vector<Hit> hits;

    void add(const LayerScene& layer, RefIndex ref)
    {
        if (ref < 0 || static_cast<std::size_t>(ref) >= layer.refs.size()) return;
        add({layer.id, layer.refs[static_cast<std::size_t>(ref)], nullptr});
    }

    void add(Hit hit)
    {
        const auto same = [&hit](const Hit& other) {
            return other.layer == hit.layer && other.ref == hit.ref;
        };
        if (std::none_of(hits.begin(), hits.end(), same)) hits.push_back(std::move(hit));
    }

    void addNearestFirst(const LayerScene& layer, std::vector<std::pair<double, RefIndex>>& near)
    {
        std::stable_sort(near.begin(), near.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [distance, ref] : near)
            add(layer, ref);
    }

    void marks(const LayerScene& layer)
    {
        std::vector<std::pair<double, RefIndex>> near;
        const auto look = [&](QPointF where, float radius, RefIndex ref) {
            const QPointF off = (where - at) / view.metresPerPixel;
            const double distance = std::hypot(off.x(), off.y());
            if (distance <= static_cast<double>(radius) + reach) near.push_back({distance, ref});
        };
        const auto each = [](const auto& list, auto visit) { // last painted lies on top
            std::for_each(list.rbegin(), list.rend(), visit);
        };
        each(layer.movers, [&](const Mover& mover) { look(mover.at, mover.radius, mover.ref); });
        each(layer.pies, [&](const Pie& pie) { look(pie.at, pie.radius, pie.ref); });
        each(layer.barbs, [&](const WindBarb& barb) { look(barb.at, 4, barb.ref); });
        each(layer.marks, [&](const Mark& mark) { look(mark.at, mark.radius, mark.ref); });
        addNearestFirst(layer, near);
        bulk(layer, BulkShapes::Points);
    }

    void lines(const LayerScene& layer)
    {
        std::vector<std::pair<double, RefIndex>> near;
        for (auto line = layer.lines.rbegin(); line != layer.lines.rend(); ++line) {
            if (line->ref < 0) continue;
            const double far = (static_cast<double>(line->width) / 2 + reach) * view.metresPerPixel;
            const double offset = static_cast<double>(line->offset) * view.metresPerPixel;
            if (const double distance = distanceToLine(at, line->points, offset); distance <= far)
                near.push_back({distance, line->ref});
        }
        addNearestFirst(layer, near);
        bulk(layer, BulkShapes::Lines);
    }

    void areas(const LayerScene& layer)
    {
        for (auto area = layer.areas.rbegin(); area != layer.areas.rend(); ++area) {
            if (area->ref >= 0 && area->shape->bounds.contains(at) && inside(at, area->shape->rings))
                add(layer, area->ref);
        }
        bulk(layer, BulkShapes::Polygons);
    }

    // Found by the index; what there is to read of them is not looked up here.
    void bulk(const LayerScene& layer, BulkShapes shapes)
    {
        for (auto one = layer.bulk.rbegin(); one != layer.bulk.rend(); ++one) {
            if (one->layer->shapes != shapes || !one->source) continue;
            for (const quint32 feature : featuresAt(*one, at, view.metresPerPixel, reach * view.metresPerPixel)) {
                const QString number = QString::number(one->layer->idOf(feature));
                add({layer.id, {QStringLiteral("feature"), layer.id + QLatin1Char('/') + number, layer.title + QStringLiteral(" #") + number, {}}, one->source});
            }
        }
    }

    void through(void (Search::*kind)(const LayerScene&))
    {
        for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
            if (isShown(**layer, view.metresPerPixel)) (this->*kind)(**layer);
        }
    }
};

} // namespace

std::vector<Hit> hitTest(const Scene& scene, const View& view, QPointF screen, double reachPixels)
{
    Search search{scene, view, view.toMap(screen), reachPixels, {}};
    search.through(&Search::marks);
    search.through(&Search::lines);
    search.through(&Search::areas);
    return std::move(search.hits);
}

} // namespace map
