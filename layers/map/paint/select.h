// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/selection.h"
#include "layers/map/scene/view.h"

#include <atomic>

namespace map {

/// A part of the map to search: closed rings in map metres by the even-odd rule.
class Region {
public:
    explicit Region(Rings rings);
    static Region of(const QRectF& box);

    const QRectF& bounds() const { return m_bounds; }
    bool isEmpty() const { return m_rings.empty(); }
    bool contains(QPointF p) const;
    /// Whether a line, closed or not, reaches into the region.
    bool meets(const std::vector<QPointF>& line) const;
    const Rings& rings() const { return m_rings; }

private:
    Rings m_rings;
    QRectF m_bounds;
    bool m_isBox = false;
};

/// Everything of the layers shown at this scale that touches the region, topmost layer first. Any thread; gives up early
/// once `*cancelled` is true.
Selection featuresIn(const Scene& scene, double metresPerPixel, const Region& region, const std::atomic<bool>* cancelled = nullptr);

} // namespace map
