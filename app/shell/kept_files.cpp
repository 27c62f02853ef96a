// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/kept_files.h"

#include <QDir>
#include <QStandardPaths>

namespace app {

KeptFiles keptFiles(const Pack& pack, const RunOptions& options)
{
    QString stem = options.store;
    if (stem.isEmpty()) {
        if (options.source != RunOptions::Source::Live) return {QStringLiteral(":memory:"), {}, {}};
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QDir().mkpath(folder);
        stem = folder + QLatin1Char('/') + pack.id + QStringLiteral(".sqlite");
    }
    if (stem == QLatin1String(":memory:")) return {stem, {}, {}};
    return {stem, stem + QStringLiteral(".feeds.json"), stem + QStringLiteral(".payloads")};
}

} // namespace app
