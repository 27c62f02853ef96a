// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "widgets/panels/why.h"

namespace app {

/// Where the number comes from that somebody asks about in a picture computed from `input`: scale and
/// version, averaging, usual and band, how many of its inputs were valid, and the stored observations
/// themselves. Of something that is not there the answer has no lines. Pure; any thread.
widgets::WhyAnswer why(const DashboardInput& input, const widgets::WhyAsk& ask);

} // namespace app
