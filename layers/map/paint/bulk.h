// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/pixels.h"

namespace map {

/// Paints bulk layers: pixel by pixel where there are pixels, as vectors on every other device.
void paintBulk(const Ground& ground, const std::vector<Bulk>& bulk);

/// One copy of the world of one layer, on pixels. `seen`: what may show, in quanta.
struct BulkJob {
    const Ground& ground;
    const Bulk& bulk;
    const Pixels& pixels;
    QuantaToPixels toPixels;
    BulkBox seen;

    /// Calls each(feature) for what may be seen, in the order of the file where the order shows. False:
    /// cancelled.
    template<typename Each> bool forFeatures(bool ordered, Each each) const;
};

void paintBulkPoints(const BulkJob& job);
void paintBulkShapes(const BulkJob& job);
/// With the painter's own means, in map metres moved by `worldShift`.
void paintBulkVectors(const Ground& ground, const Bulk& bulk, const BulkBox& seen, double worldShift);

/// Features that may lie in `seen`, sorted by their place in the file.
std::vector<quint32> inFileOrder(const BulkLayer& layer, const BulkBox& seen);

template<typename Each> bool BulkJob::forFeatures(bool ordered, Each each) const
{
    const BulkLayer& layer = *bulk.layer;
    if (ordered && !layer.ranks.empty()) {
        quint32 done = 0;
        for (const quint32 feature : inFileOrder(layer, seen)) {
            if (++done % 4096 == 0 && ground.isCancelled()) return false;
            each(feature);
        }
        return true;
    }
    bool going = true;
    layer.forRuns(seen, [&](quint32 first, quint32 end) {
        for (quint32 part = first; going && part < end; part += 4096) {
            for (quint32 feature = part; feature < std::min(part + 4096, end); ++feature)
                each(feature);
            going = !ground.isCancelled();
        }
    });
    return going;
}

} // namespace map
