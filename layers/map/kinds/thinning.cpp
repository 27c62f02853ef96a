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
    const auto cellOf = [shift = m_shift](BulkVertex v) {
        return static_cast<quint64>(static_cast<quint32>(v.x >> shift)) << 32 |
               static_cast<quint32>(v.y >> shift);
    };
    const auto offMiddle = [within, middle](BulkVertex v) {
        const qint64 dx = (v.x & within) - middle, dy = (v.y & within) - middle;
        return dx * dx + dy * dy;
    };
    // The run of vertices within one cell, and the best of it; the first of a line stays.
    BulkVertex best = ring[0];
    quint64 cell = cellOf(best);
    qint64 off = m_closed ? offMiddle(best) : -1;
    for (const BulkVertex v : ring.subspan(1)) {
        const quint64 its = cellOf(v);
        const qint64 itsOff = offMiddle(v);
        if (its != cell) {
            out.push_back(best);
            cell = its;
        } else if (itsOff >= off) {
            continue;
        }
        best = v;
        off = itsOff;
    }
    out.push_back(best);
    if (!m_closed) {
        if (out.size() == before + 1) out.push_back(ring.back());
        out.back() = ring.back();
    } else if (out.size() < before + 4) {
        out.resize(before);
        addBox(ring, out);
    }
}

} // namespace map
