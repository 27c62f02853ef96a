// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QImage>
#include <vector>

namespace map {

/// Rows of a picture, painted by one thread while others paint theirs.
struct Strip {
    QImage image; ///< Rows of the whole picture's memory.
    int top = 0;  ///< Device pixels.
};

/// The rows of `whole`, cut where `scene` as seen by `view` makes about the same work of each strip. `whole`
/// must outlive them.
std::vector<Strip> stripsOf(QImage& whole, const Scene& scene, const View& view);

} // namespace map
