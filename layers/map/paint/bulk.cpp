// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk.h"

#include "layers/geo/projection.h"
#include "layers/map/paint/bulk_picture.h"

#include <algorithm>

namespace map {

namespace {

// How far outside its own box a feature paints, in screen pixels.
double reachOf(const Bulk& bulk)
{
    const double half = bulk.layer->shapes == BulkShapes::Points ? bulk.style.radius : bulk.style.width / 2;
    return half + 2;
}

} // namespace

std::vector<quint32> inFileOrder(const BulkLayer& layer, const BulkBox& seen)
{
    std::vector<quint64> keys; // rank in the upper half, feature in the lower
    layer.forRuns(seen, [&](quint32 first, quint32 end) {
        for (quint32 i = first; i < end; ++i)
            keys.push_back(static_cast<quint64>(layer.ranks[i]) << 32 | i);
    });
    std::sort(keys.begin(), keys.end());
    std::vector<quint32> features(keys.size());
    std::transform(keys.begin(), keys.end(), features.begin(),
                   [](quint64 key) { return static_cast<quint32>(key); });
    return features;
}

void paintBulk(const Ground& ground, const std::vector<Bulk>& bulk)
{
    if (bulk.empty()) return;
    const auto pixels = Pixels::of(ground);
    if (pixels && !pixels->first) return;
    const double world = 2 * geo::toMercator({180, 0}).x();
    for (const Bulk& one : bulk) {
        if (pixels && layPicture(ground, one, *pixels)) continue;
        const QRectF frame = ground.mapFrame(reachOf(one));
        // What reaches beyond the antimeridian is seen again at the other side.
        for (const double shift : {-world, 0.0, world}) {
            if (ground.isCancelled()) return;
            const QRectF moved = frame.translated(-shift, 0);
            const QRectF& bounds = one.layer->bounds;
            if (moved.left() > bounds.right() || bounds.left() > moved.right() ||
                moved.top() > bounds.bottom() || bounds.top() > moved.bottom())
                continue;
            const BulkBox seen = one.layer->toQuanta(moved);
            if (!pixels)
                paintBulkVectors(ground, one, seen, shift);
            else if (const BulkJob job{ground, one, *pixels,
                                       QuantaToPixels::of(*one.layer, ground.view, *pixels, shift), seen};
                     one.layer->shapes == BulkShapes::Points)
                paintBulkPoints(job);
            else
                paintBulkShapes(job);
        }
    }
}

} // namespace map
