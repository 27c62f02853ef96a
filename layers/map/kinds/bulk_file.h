// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/bulk_cache.h"
#include "layers/map/kinds/layer_meta.h"

namespace map {

/// A layer of a file as bulk layers, from the cache or read anew.
struct BulkFile {
    QByteArray key;
    QString file;
    geo::OpenOptions options;
    BulkContent content;
    std::vector<city::Problem> problems; ///< Features left out and why.
    bool cached = false;
};

/// Whether a layer is better painted as bulk layers than as drawables one by one: more than 5,000 features,
/// or so many bytes that it has more than about 100,000 vertices.
bool isLarge(const geo::LayerSize& size);

/// Slow the first time; any thread. What was read anew has no coarser copies yet. A layer that had problems is never taken from the cache, so that they are
/// said again.
city::Result<BulkFile> openBulk(const QString& file, const geo::ColumnOptions& options,
                                const BulkCache& cache);
/// The same with coarser copies of its rings, for the paintings after the first. Slow; any thread.
BulkFile refined(BulkFile file);
/// Keeps what was read anew and refined for the next time. Slow; best done once the map has been shown.
void keepBulk(const BulkFile& file, const BulkCache& cache);

/// The layers with their looks, ready for a scene.
LayerScene bulkScene(const LayerMeta& meta, const BulkFile& file, const BulkLook& look,
                     const QString& titleField = {});

/// What identify reads out of a feature that hitTest found: `ref` with its title and lines filled from the
/// file. Slow; any thread. A file that is gone or changed says so in a line.
Ref describeFeature(const BulkSource& source, Ref ref);

} // namespace map
