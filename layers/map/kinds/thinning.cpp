// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/thinning.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr std::size_t shortRing = 8; // vertices that are all kept: small things keep their size

// What is left of a ring too small to have a shape: its size.
void addBox(std::span<const BulkVertex> ring, std::vector<BulkVertex>& out)
{
    BulkBox box{ring[0].x, ring[0].y, ring[0].x, ring[0].y};
    for (const BulkVertex v : ring)
        box = {std::min(box.left, v.x), std::min(box.bottom, v.y), std::max(box.right, v.x),
               std::max(box.top, v.y)};
    out.insert(out.end(),
               {{box.left, box.bottom}, {box.right, box.bottom}, {box.right, box.top}, {box.left, box.top}});
}

} // namespace

Thinning::Thinning(double cellQuanta, bool closed)
    : m_shift(std::clamp(static_cast<int>(std::lround(std::log2(cellQuanta))), 0, 30)), m_closed(closed)
{
}

void Thinning::ring(std::span<const BulkVertex> ring, std::vector<BulkVertex>& out) const
{
    if (ring.size() <= shortRing) {
        out.insert(out.end(), ring.begin(), ring.end());
        return;
    }
    const std::size_t before = out.size();
    const qint32 within = static_cast<qint32>((1U << m_shift) - 1), middle = within / 2;
    qint32 cellX = 0, cellY = 0;
    qint64 best = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const qint32 column = ring[i].x >> m_shift, row = ring[i].y >> m_shift;
        const qint64 dx = (ring[i].x & within) - middle, dy = (ring[i].y & within) - middle,
                     off = dx * dx + dy * dy;
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

} // namespace map
