// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/kept_files.h"

#include "layers/history/shared/store_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace app {

namespace {

QString dataFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QLatin1Char('/');
}

/// What a program on a shared store keeps for itself, by store and city.
KeptFiles besideShared(const Pack& pack, const QString& store, bool copies)
{
    const QByteArray which = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    const QString stem = dataFolder() + pack.id + QLatin1Char('-') + QString::fromLatin1(which);
    return {store, copies ? stem + QStringLiteral(".gpkg") : QStringLiteral(":memory:"), stem + QStringLiteral(".feeds.json"), stem + QStringLiteral(".payloads"),
            stem + QStringLiteral(".spool"), stem + QStringLiteral(".requests")};
}

} // namespace

city::Message salvageText(const QString& file, const history::Salvage& salvage)
{
    if (!salvage.tried)
        return {QT_TRANSLATE_NOOP("Message", "The history file was damaged and nothing of it could be read. "
                                             "It was kept as %1 and a new one begun."),
                {file}};
    return {QT_TRANSLATE_NOOP("Message", "The history file was damaged. It was kept as %1. A new one was "
                                         "begun with %2 answers of feeds and %3 past "
                                         "pictures out of it; %4 records are lost, perhaps more."),
            {file, QString::number(salvage.answers), QString::number(salvage.pictures),
             QString::number(salvage.lost)}};
}

KeptFiles keptFiles(const Pack& pack, const RunOptions& options)
{
    QString stem = options.store;
    if (history::isSharedStore(stem)) return besideShared(pack, stem, options.copies);
    if (stem.isEmpty()) {
        if (options.source != RunOptions::Source::Live) return {QStringLiteral(":memory:"), {}, {}, {}};
        stem = dataFolder() + pack.id + QStringLiteral(".sqlite");
    }
    if (stem == QLatin1String(":memory:")) return {stem, {}, {}, {}};
    return {stem, {}, stem + QStringLiteral(".feeds.json"), stem + QStringLiteral(".payloads")};
}

} // namespace app
