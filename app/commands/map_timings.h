// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QJsonObject>

namespace app {

/// Has the libraries open their tables (drivers, reference systems) in every thread that will read, by a point in another
/// file: the times are those of a program that is ready, as the other programs are when their clocks begin.
void getReady();

/// Milliseconds of `repeat` redraws each of the view, a quarter and a sixteenth of its area, the quarter
/// moved aside by 25 %, and the sixteenth made twice as large.
QJsonObject redrawTimes(const map::Scene& scene, const map::View& view, int repeat);

/// The most memory the process has held, in MiB.
double peakMemory();

} // namespace app
