// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QHash>
#include <QPair>
#include <atomic>

class QPainter;

namespace map {

/// Boxes on the screen of which no two overlap.
class Occupancy {
public:
    /// Takes the room if all of it is free.
    bool claim(const QRectF& box) { return claimAll({box}); }
    /// Takes all boxes or none.
    bool claimAll(const std::vector<QRectF>& boxes);
    /// Takes the room whoever had it.
    void take(const QRectF& box);

private:
    template<typename Visit> bool each(const QRectF& box, Visit visit);

    static constexpr int cell = 64;
    QHash<QPair<int, int>, std::vector<QRectF>> m_cells;
};

/// Writes the labels of all shown layers; where two collide the one of higher priority stays, of equal ones
/// that of the upper layer. `occupied`: room that furniture has taken.
void paintLabels(QPainter& painter, const Scene& scene, const View& view, Occupancy& occupied,
                 const std::atomic<bool>* cancelled);

} // namespace map
