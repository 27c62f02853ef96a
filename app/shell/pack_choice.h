// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"

#include <QFuture>
#include <QString>

namespace app {

/// The pack to open: the one asked for (a folder, or the name of one of the program's own), else the one last used if
/// it is still there, else the program's first.
QString packFolder(const QString& asked, const QString& lastUsed, const QString& resources);

QFuture<PackReading> readPackInPool(const QString& folder, const QString& resources);

} // namespace app
