// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_arrays.h"

#include <QtConcurrent>
#include <cmath>

namespace map {

namespace {

constexpr std::size_t shortRing = 8; // vertices that are all kept: small things keep their size

qint32 floorOf(double value)
{
    const auto whole = static_cast<qint32>(value);
    return whole - (whole > value);
}

/// A part of the rings, for one job.
struct Part {
    std::size_t first, end; ///< Rings.
    std::vector<quint32> sizes;
    std::vector<BulkVertex> vertices;
};

/// Thins one ring after another.
class Thinning {
public:
    Thinning(double cellQuanta, bool closed) : m_perCell(1 / cellQuanta), m_closed(closed) {}

    void ring(std::span<const BulkVertex> ring, std::vector<BulkVertex>& out) const
    {
        if (ring.size() <= shortRing) {
            out.insert(out.end(), ring.begin(), ring.end());
            return;
        }
        const std::size_t before = out.size();
        qint32 cellX = 0, cellY = 0;
        double best = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double x = ring[i].x * m_perCell, y = ring[i].y * m_perCell;
            const qint32 column = floorOf(x), row = floorOf(y);
            const double dx = x - column - 0.5, dy = y - row - 0.5, off = dx * dx + dy * dy;
            const bool same = out.size() > before && column == cellX && row == cellY;
            if (same && off >= best) continue;
            if (same && !(out.size() == before + 1 && !m_closed))
                out.back() = ring[i]; // the first of a line stays
            else if (!same)
                out.push_back(ring[i]);
            cellX = column;
            cellY = row;
            best = off;
        }
        if (!m_closed) {
            if (out.size() == before + 1) out.push_back(ring.back());
            out.back() = ring.back();
        } else if (out.size() < before + 4) {
            out.resize(before);
            addBox(ring, out);
        }
    }

private:
    // What is left of a ring too small to have a shape: its size.
    static void addBox(std::span<const BulkVertex> ring, std::vector<BulkVertex>& out)
    {
        BulkBox box{ring[0].x, ring[0].y, ring[0].x, ring[0].y};
        for (const BulkVertex v : ring)
            box = {std::min(box.left, v.x), std::min(box.bottom, v.y), std::max(box.right, v.x),
                   std::max(box.top, v.y)};
        out.insert(
            out.end(),
            {{box.left, box.bottom}, {box.right, box.bottom}, {box.right, box.top}, {box.left, box.top}});
    }

    double m_perCell;
    bool m_closed;
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
    QtConcurrent::blockingMap(parts, [&](Part& part) {
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

} // namespace map
