// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QJsonObject>

namespace app {

/// Milliseconds of `repeat` redraws each of the view, a quarter and a sixteenth of its area, the quarter
/// moved aside by 25 %, and the sixteenth made twice as large.
QJsonObject redrawTimes(const map::Scene& scene, const map::View& view, int repeat);

/// The most memory the process has held, in MiB.
double peakMemory();

} // namespace app
