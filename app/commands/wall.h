// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/run_options.h"

namespace app {

/// Shows a playlist (its id, or a file) on the monitors until somebody ends it; `remote`: listens on a local socket. An
/// ExitStatus.
int showWall(const RunOptions& options, const QString& playlist, bool remote, const QString& resources);

} // namespace app
