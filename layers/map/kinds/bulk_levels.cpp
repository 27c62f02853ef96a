// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/threads.h"
#include "layers/map/kinds/bulk_arrays.h"
#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/thinning.h"

#include <QtConcurrent>
#include <cmath>

namespace map {

namespace {

constexpr double finestCell = 1.0 / 1024; // map metres; levels below are of no use

/// A part of the rings, for one job.
struct Part {
    std::size_t first, end; ///< Rings.
    std::vector<quint32> sizes;
    std::vector<BulkVertex> vertices;
};

// Map metres between vertices, of a sample.
double medianSpacing(const BulkLayer& layer)
{
    const auto& vertices = layer.levels.front().vertices;
    std::vector<double> ways;
    const std::size_t stride = std::max<std::size_t>(1, vertices.size() / 4096);
    for (std::size_t i = 0; i + 1 < vertices.size(); i += stride)
        ways.push_back(std::hypot(static_cast<double>(vertices[i].x) - vertices[i + 1].x,
                                  static_cast<double>(vertices[i].y) - vertices[i + 1].y));
    if (ways.empty()) return 0;
    const auto middle = ways.begin() + static_cast<std::ptrdiff_t>(ways.size() / 2);
    std::nth_element(ways.begin(), middle, ways.end());
    return *middle * layer.quantum;
}

/// Owns the coarser levels of a layer, and keeps the memory of the finest.
struct CoarserLevels {
    std::shared_ptr<const void> finest;
    std::vector<BulkArrays::Level> levels;
};

} // namespace

BulkArrays::Level coarser(const BulkLayer& layer, const BulkLevel& level, double cell)
{
    const std::size_t rings = level.rings.size() - 1;
    const std::size_t jobs = std::clamp<std::size_t>(rings / 16, 1, 64);
    std::vector<Part> parts(jobs);
    for (std::size_t i = 0; i < jobs; ++i)
        parts[i] = {rings * i / jobs, rings * (i + 1) / jobs, {}, {}};
    const Thinning thinning(cell / layer.quantum, layer.shapes == BulkShapes::Polygons);
    QtConcurrent::blockingMap(&city::workThreads(), parts, [&](Part& part) {
        part.vertices.reserve((level.rings[part.end] - level.rings[part.first]) / 2);
        for (std::size_t ring = part.first; ring < part.end; ++ring) {
            const std::size_t before = part.vertices.size();
            thinning.ring(
                level.vertices.subspan(level.rings[ring], level.rings[ring + 1] - level.rings[ring]),
                part.vertices);
            part.sizes.push_back(static_cast<quint32>(part.vertices.size() - before));
        }
    });
    BulkArrays::Level out{cell, {}, {}};
    std::size_t all = 0;
    for (const Part& part : parts)
        all += part.vertices.size();
    out.vertices.reserve(all);
    out.rings.reserve(rings + 1);
    quint32 place = 0;
    for (const Part& part : parts) {
        for (const quint32 size : part.sizes) {
            out.rings.push_back(place);
            place += size;
        }
        out.vertices.insert(out.vertices.end(), part.vertices.begin(), part.vertices.end());
    }
    out.rings.push_back(place);
    return out;
}

// Cells twice as wide each. The first must save two thirds, the others nearly half of the one below, so that
// all together stay well below the whole.
std::shared_ptr<const BulkLayer> withLevels(const std::shared_ptr<const BulkLayer>& layer)
{
    if (layer->shapes == BulkShapes::Points || layer->isRefined) return layer;
    const std::size_t rings = layer->levels.front().rings.size() - 1;
    if (layer->levels.front().vertices.size() < rings * 24) return layer; // short lines, small polygons
    auto refined = std::make_shared<BulkLayer>(*layer);
    refined->isRefined = true;
    refined->levels.resize(1);
    auto memory = std::make_shared<CoarserLevels>();
    memory->finest = layer->memory;
    const double widest = std::max(layer->bounds.width(), layer->bounds.height()) / 64;
    const double narrowest = std::max(2 * medianSpacing(*layer), finestCell);
    for (double cell = std::exp2(std::ceil(std::log2(narrowest))); cell < widest; cell *= 2) {
        const BulkLevel& below = refined->levels.back();
        BulkArrays::Level next = coarser(*layer, below, cell);
        if (next.vertices.size() * 100 > below.vertices.size() * (refined->levels.size() == 1 ? 34 : 60))
            continue;
        memory->levels.push_back(std::move(next));
        const BulkArrays::Level& kept = memory->levels.back();
        refined->levels.push_back({kept.cell, kept.rings, kept.vertices});
        if (kept.vertices.size() < rings * 16) break;
    }
    refined->memory = std::move(memory);
    return refined;
}

} // namespace map
