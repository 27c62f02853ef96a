// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pack_choice.h"

#include "layers/city/threads.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace app {

namespace {

bool isPack(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/pack.yaml"));
}

} // namespace

QString packFolder(const QString& asked, const QString& lastUsed, const QString& resources)
{
    const QString own = resources + QStringLiteral("/packs/");
    if (!asked.isEmpty()) {
        // A folder that is no pack is kept: reading it tells what is wrong with it.
        const bool isName = !asked.contains(QLatin1Char('/')) && !QFileInfo::exists(asked) && isPack(own + asked);
        return isName ? own + asked : QDir(asked).absolutePath();
    }
    if (!lastUsed.isEmpty() && isPack(lastUsed)) return lastUsed;
    const QStringList packs = QDir(own).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return own + (packs.isEmpty() ? QStringLiteral("taipei") : packs.first());
}

QFuture<PackReading> readPackInPool(const QString& folder, const QString& resources)
{
    return QtConcurrent::run(&city::workThreads(), [folder, resources] { return readPack(folder, resources); });
}

} // namespace app
