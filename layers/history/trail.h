// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/history/audit_trail.h"

#include <optional>

/// The audit trail of the alarms wherever it is. `store`: a history file, the trail of one, or the URL of a
/// shared store with its password. Slow; any thread.
namespace history {

/// False where none was ever kept; a shared store is not asked.
bool hasTrail(const QString& store);
/// Its entries, oldest first. Of a shared store, with `since`, only those from then on, behind what was said
/// last of each alarm before it: enough to know the alarms of any moment since.
city::Result<std::vector<QByteArray>> readTrail(const QString& store, const QString& password = {},
                                                std::optional<city::Instant> since = {});
/// Follows the whole chain; `head` (may be empty) is looked for in it. A shared store remembers its last link
/// itself: entries cut off at the end are missed, too.
city::Result<TrailCheck> verifyTrail(const QString& store, const QByteArray& head = {},
                                     const QString& password = {});

} // namespace history
