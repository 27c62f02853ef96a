// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/run_options.h"
#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <memory>

namespace app {

/// The time a run lives in: that of the demo city, of a recording from its first answer, of --at, or the machine's.
std::unique_ptr<city::Clock> clockFor(const RunOptions& options);

/// Where the payloads of a run come from, unless it is the demo city: the live sources, a folder of payloads, or a
/// recording of traffic. `clock` must outlive it.
std::unique_ptr<feeds::Transport> sourceFor(const RunOptions& options, const city::Clock& clock);

} // namespace app
