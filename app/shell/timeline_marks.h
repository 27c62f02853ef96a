// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/history/timeline.h"
#include "widgets/timeline/timeline_values.h"

namespace app {

/// What the bar of time marks, in the reader's language: alerts that touch the pack, feeds that failed and
/// came back, notes. Pure; any thread.
widgets::TimelineMarks marksOf(const Pack& pack, const history::Timeline& timeline, const QString& language);

} // namespace app
