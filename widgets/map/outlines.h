// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"
#include "widgets/theme/theme.h"

class QPainter;

namespace widgets {

/// Where the drawables of some things lie, in map metres, to ring them over the picture.
struct Outlines {
    struct Spot {
        QPointF at;
        float radius = 4;
        double leastMetresPerPixel = 0, mostMetresPerPixel = 1e12; ///< Its layer is drawn only between these.
    };
    std::vector<Spot> spots;
    std::vector<std::vector<QPointF>> lines;
    std::vector<std::shared_ptr<const map::AreaShape>> areas;

    bool isEmpty() const { return spots.empty() && lines.empty() && areas.empty(); }
};

Outlines outlinesOf(const map::Scene& scene, const std::vector<city::PlaceId>& things);

enum class Ringing { Selected, Lifted };
void paintOutlines(QPainter& painter, const Outlines& outlines, const map::View& view, const Theme& theme,
                   Ringing ringing);

} // namespace widgets
