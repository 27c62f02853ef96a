// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/run_options.h"

namespace app {

/// From where a wall may be steered, besides its own keyboard.
struct WallSteering {
    bool fromHere = false; ///< By a local socket, by the same user.
    QString listen, certificate, key; ///< Over the network, at HOST:PORT; empty: not.
};

/// Shows a playlist (its id, or a file) on the monitors until somebody ends it. An ExitStatus.
int showWall(const RunOptions& options, const QString& playlist, const WallSteering& steering, const QString& resources);

} // namespace app
