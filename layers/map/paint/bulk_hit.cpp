// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk_hit.h"

#include <cmath>

namespace map {

namespace {

/// Looks at one feature after another, in quanta around the position.
class Look {
public:
    Look(const BulkLayer& layer, QPointF at)
        : m_layer(layer), m_level(layer.levels.front()), m_at((at - layer.origin) / layer.quantum)
    {
    }

    double distanceToPoint(quint32 feature) const
    {
        const QPointF p = place(feature);
        return std::hypot(p.x(), p.y());
    }

    double distanceToLine(quint32 feature) const
    {
        double nearest = 1e300;
        for (quint32 ring = m_layer.firstRing(feature); ring < m_layer.firstRing(feature + 1); ++ring)
            for (quint32 i = m_level.rings[ring]; i + 1 < m_level.rings[ring + 1]; ++i)
                nearest = std::min(nearest, distanceToPiece(place(i), place(i + 1)));
        return nearest;
    }

    bool isInside(quint32 feature) const
    {
        bool in = false;
        for (quint32 ring = m_layer.firstRing(feature); ring < m_layer.firstRing(feature + 1); ++ring) {
            const quint32 first = m_level.rings[ring], end = m_level.rings[ring + 1];
            for (quint32 i = first, j = end - 1; i < end; j = i++) {
                const QPointF a = place(i), b = place(j);
                if ((a.y() > 0) != (b.y() > 0) && 0 < (b.x() - a.x()) * -a.y() / (b.y() - a.y()) + a.x())
                    in = !in;
            }
        }
        return in;
    }

private:
    // A vertex as seen from the position.
    QPointF place(quint32 vertex) const
    {
        return QPointF(m_level.vertices[vertex].x, m_level.vertices[vertex].y) - m_at;
    }

    static double distanceToPiece(QPointF a, QPointF b)
    {
        const QPointF along = b - a;
        const double length = QPointF::dotProduct(along, along);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(-a, along) / length, 0.0, 1.0) : 0;
        const QPointF off = a + along * t;
        return std::hypot(off.x(), off.y());
    }

    const BulkLayer& m_layer;
    const BulkLevel& m_level;
    QPointF m_at;
};

} // namespace

std::vector<quint32> featuresAt(const Bulk& bulk, QPointF at, double metresPerPixel, double reach,
                                std::size_t most)
{
    const BulkLayer& layer = *bulk.layer;
    const bool points = layer.shapes == BulkShapes::Points;
    const double painted =
        static_cast<double>(points ? bulk.style.radius : bulk.style.width / 2) * metresPerPixel;
    const double far = layer.shapes == BulkShapes::Polygons ? 0 : reach + painted;
    const Look look(layer, at);
    std::vector<std::pair<double, quint32>>
        found; // points: the nearest first; the others by their place in the file
    layer.forRuns(layer.toQuanta(QRectF(at.x() - far, at.y() - far, 2 * far, 2 * far)), [&](quint32 first,
                                                                                            quint32 end) {
        for (; first < end; ++first) {
            const double rank = layer.ranks.empty() ? first : layer.ranks[first];
            if (points) {
                const double distance = look.distanceToPoint(first) * layer.quantum;
                if (distance <= far) found.push_back({distance, first});
            } else if (layer.shapes == BulkShapes::Lines ? look.distanceToLine(first) * layer.quantum <= far
                                                         : look.isInside(first)) {
                found.push_back({-rank, first});
            }
        }
    });
    std::sort(found.begin(), found.end());
    std::vector<quint32> features;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        features.push_back(found[i].second);
    return features;
}

} // namespace map
