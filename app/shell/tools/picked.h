// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/picks.h"
#include "layers/map/scene/selection.h"

namespace app {

/// A selection as Focus holds it: without titles and values.
city::Picks picksOf(const map::Selection& selection);
/// And back: what is read out of each thing is taken from the scene (may be null), where it is drawn there.
map::Selection selectionOf(const city::Picks& picks, const map::Scene* scene);

} // namespace app
