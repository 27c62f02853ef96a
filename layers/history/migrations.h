// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace history {

/// The version a history file has after all migrations.
int newestVersion();

/// The statements that lead from `version` - 1 to `version`: resources/history/NNN-*.sql, built into the
/// program.
QStringList migration(int version);

} // namespace history
