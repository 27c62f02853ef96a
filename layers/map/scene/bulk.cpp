// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/scene/bulk.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace map {

BulkBox BulkLayer::toQuanta(const QRectF& map) const
{
    const auto held = [](double value) {
        constexpr double least = std::numeric_limits<qint32>::min(),
                         most = std::numeric_limits<qint32>::max();
        return static_cast<qint32>(std::clamp(value, least, most));
    };
    const QRectF moved = map.translated(-origin);
    return {held(std::floor(moved.left() / quantum)), held(std::floor(moved.top() / quantum)),
            held(std::ceil(moved.right() / quantum)), held(std::ceil(moved.bottom() / quantum))};
}

const BulkLevel& BulkLayer::levelFor(double metres) const
{
    const BulkLevel* best = &levels.front();
    for (const BulkLevel& level : levels)
        if (level.cell <= metres) best = &level;
    return *best;
}

std::optional<quint32> BulkLayer::find(qint64 id) const
{
    if (ids.empty())
        return id >= firstId && id < firstId + count ? std::optional(static_cast<quint32>(id - firstId))
                                                     : std::nullopt;
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? std::nullopt : std::optional(static_cast<quint32>(found - ids.begin()));
}

qint64 BulkLayer::bytes() const
{
    std::size_t all = features.size_bytes() + ids.size_bytes() + values.size_bytes() + ranks.size_bytes() +
                      blocks.size_bytes() + groups.size_bytes();
    for (const BulkLevel& level : levels)
        all += level.rings.size_bytes() + level.vertices.size_bytes();
    return static_cast<qint64>(all);
}

std::vector<std::vector<QPointF>> ringsOf(const BulkLayer& layer, quint32 feature)
{
    std::vector<std::vector<QPointF>> rings;
    const BulkLevel& level = layer.levels.front();
    for (quint32 ring = layer.firstRing(feature); ring < layer.firstRing(feature + 1); ++ring) {
        auto& points = rings.emplace_back();
        for (quint32 i = level.rings[ring]; i < level.rings[ring + 1]; ++i)
            points.push_back(layer.toMap(level.vertices[i]));
        if (layer.shapes == BulkShapes::Polygons) points.push_back(points.front());
    }
    return rings;
}

QRgb BulkStyle::colourOf(float value) const
{
    if (std::isnan(value)) return noValue;
    return colours[static_cast<std::size_t>(std::upper_bound(breaks.begin(), breaks.end(), value) -
                                            breaks.begin())];
}

} // namespace map
