// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/look.h"
#include "layers/map/paint/sprites.h"
#include "layers/map/scene/view.h"

#include <atomic>

class QPainter;

namespace map {

/// What one painting of the ground (everything but text) knows. Belongs to one thread.
struct Ground {
    QPainter& painter;
    const Ink& ink;
    const View& view;
    QRectF screen; ///< The part of the picture that is painted: all of it, or one strip.
    double devicePixelRatio = 1;
    const std::atomic<bool>* cancelled = nullptr;

    bool isCancelled() const { return cancelled && cancelled->load(std::memory_order_relaxed); }
    QRectF frame(double margin) const { return screen.adjusted(-margin, -margin, margin, margin); }
    /// Map metres of `frame(margin)`; a normalised box.
    QRectF mapFrame(double margin) const;
};

void paintPictures(const Ground& ground, const std::vector<Picture>& pictures);
void paintAreas(const Ground& ground, const std::vector<Area>& areas);
void paintLines(const Ground& ground, const std::vector<Line>& lines);
void paintMarks(const Ground& ground, const LayerScene& layer, Sprites& sprites);

} // namespace map
