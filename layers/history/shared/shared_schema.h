// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QTimeZone>

namespace history {

/// The version a shared store has after all migrations: resources/history/postgres/NNN-*.sql, built into the
/// program.
int newestSharedVersion();

/// Makes the schema of a shared store in a database that is there, with its tables, roles and rights, or
/// brings an older one up to date; what is up to date is left alone. All of it is done, or nothing. `zone`:
/// where its days begin at midnight, of a new store. The version it has now. Needs the owner of the database,
/// who may make roles and the extension PostGIS unless they are there. Slow; any thread.
city::Result<int> makeSharedStore(const QString& url, const QString& password, const QTimeZone& zone);

} // namespace history
