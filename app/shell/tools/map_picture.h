// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/tools/map_overlay.h"

#include <QImage>

namespace app {

/// The map as it is seen now, sharp as the screen, with what lies over it, scale bar, attribution and legend, and without
/// buttons or anything that looks as if pointed at.
QImage mapPicture(widgets::MapOverlay& overlay, const map::Scene* scene);

} // namespace app
