// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/select.h"

#include "layers/map/paint/look.h"

#include <algorithm>

namespace map {

namespace {

bool inside(QPointF p, const Rings& rings)
{
    bool in = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const QPointF a = ring[i], b = ring[j];
            if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) in = !in;
        }
    }
    return in;
}

double side(QPointF a, QPointF b, QPointF p)
{
    return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
}

bool cross(QPointF a, QPointF b, QPointF c, QPointF d)
{
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0);
}

// Collects what one layer has in the region.
class Search {
public:
    Search(const Region& region, const std::atomic<bool>* cancelled) : m_region(region), m_cancelled(cancelled) {}

    Selection in(const LayerScene& layer)
    {
        m_found.assign(layer.refs.size(), 0);
        for (const Mark& mark : layer.marks)
            if (m_region.contains(mark.at)) take(mark.ref);
        for (const Pie& pie : layer.pies)
            if (m_region.contains(pie.at)) take(pie.ref);
        for (const WindBarb& barb : layer.barbs)
            if (m_region.contains(barb.at)) take(barb.ref);
        for (const Mover& mover : layer.movers)
            if (m_region.contains(mover.at)) take(mover.ref);
        for (const Line& line : layer.lines)
            if (isNew(line.ref) && m_region.meets(line.points)) take(line.ref);
        for (const Area& area : layer.areas)
            if (isNew(area.ref) && touches(*area.shape)) take(area.ref);
        std::vector<Ref> refs;
        for (std::size_t i = 0; i < m_found.size(); ++i)
            if (m_found[i]) refs.push_back(layer.refs[i]);
        Selection selection = selectionOf(layer.id, layer.title, refs);
        LayerSelection large{layer.id, layer.title, {}, {}};
        for (const Bulk& bulk : layer.bulk)
            if (bulk.source) bulkFeatures(*bulk.layer, large.features);
        std::sort(large.features.begin(), large.features.end());
        large.features.erase(std::unique(large.features.begin(), large.features.end()), large.features.end());
        if (large.count() > 0) selection.add({{std::move(large)}});
        return selection;
    }

private:
    bool given() const { return m_cancelled && *m_cancelled; }
    bool isNew(RefIndex ref) const { return ref >= 0 && !m_found[static_cast<std::size_t>(ref)]; }
    void take(RefIndex ref)
    {
        if (ref >= 0) m_found[static_cast<std::size_t>(ref)] = 1;
    }

    bool touches(const AreaShape& shape) const
    {
        if (!shape.bounds.intersects(m_region.bounds()) && !shape.bounds.contains(m_region.bounds().center())) return false;
        for (const auto& ring : shape.rings)
            if (m_region.meets(ring)) return true;
        return inside(m_region.rings().front().front(), shape.rings);
    }

    void bulkFeatures(const BulkLayer& layer, std::vector<qint64>& ids)
    {
        layer.forRuns(layer.toQuanta(m_region.bounds()), [&](quint32 first, quint32 end) {
            for (; first < end && !given(); ++first)
                if (bulkTouches(layer, first)) ids.push_back(layer.idOf(first));
        });
    }

    bool bulkTouches(const BulkLayer& layer, quint32 feature)
    {
        const BulkLevel& level = layer.levels.front();
        if (layer.shapes == BulkShapes::Points) return m_region.contains(layer.toMap(level.vertices[feature]));
        const bool closed = layer.shapes == BulkShapes::Polygons;
        m_rings.clear();
        for (quint32 ring = layer.firstRing(feature); ring < layer.firstRing(feature + 1); ++ring) {
            auto& points = m_rings.emplace_back();
            for (quint32 i = level.rings[ring]; i < level.rings[ring + 1]; ++i)
                points.push_back(layer.toMap(level.vertices[i]));
            if (closed && !points.empty()) points.push_back(points.front());
            if (m_region.meets(points)) return true;
        }
        return closed && !m_rings.empty() && inside(m_region.rings().front().front(), m_rings);
    }

    const Region& m_region;
    const std::atomic<bool>* m_cancelled;
    std::vector<char> m_found;
    Rings m_rings;
};

} // namespace

Region::Region(Rings rings) : m_rings(std::move(rings))
{
    std::erase_if(m_rings, [](const auto& ring) { return ring.size() < 3; });
    double left = 1e300, bottom = 1e300, right = -1e300, top = -1e300;
    for (const auto& ring : m_rings)
        for (const QPointF p : ring) {
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            bottom = std::min(bottom, p.y());
            top = std::max(top, p.y());
        }
    if (!m_rings.empty()) m_bounds = QRectF(QPointF(left, bottom), QPointF(right, top));
}

Region Region::of(const QRectF& box)
{
    Region region(Rings{{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft()}});
    region.m_isBox = true;
    return region;
}

bool Region::contains(QPointF p) const
{
    if (p.x() < m_bounds.left() || p.x() > m_bounds.right() || p.y() < m_bounds.top() || p.y() > m_bounds.bottom()) return false;
    return m_isBox || inside(p, m_rings);
}

bool Region::meets(const std::vector<QPointF>& line) const
{
    if (std::any_of(line.begin(), line.end(), [this](QPointF p) { return contains(p); })) return true;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QRectF piece = QRectF(line[i], line[i + 1]).normalized();
        if (piece.right() < m_bounds.left() || piece.left() > m_bounds.right() || piece.bottom() < m_bounds.top() || piece.top() > m_bounds.bottom()) continue;
        for (const auto& ring : m_rings)
            for (std::size_t k = 0, j = ring.size() - 1; k < ring.size(); j = k++)
                if (cross(line[i], line[i + 1], ring[j], ring[k])) return true;
    }
    return false;
}

Selection featuresIn(const Scene& scene, double metresPerPixel, const Region& region, const std::atomic<bool>* cancelled)
{
    Selection all;
    if (region.isEmpty()) return all;
    Search search(region, cancelled);
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend() && !(cancelled && *cancelled); ++layer)
        if (isShown(**layer, metresPerPixel)) all.add(search.in(**layer));
    return all;
}

} // namespace map
