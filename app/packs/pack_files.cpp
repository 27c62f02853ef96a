// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack_files.h"

#include <QDir>
#include <QFileInfo>

namespace app {

namespace {

city::Problem problem(const char* text, const QString& path)
{
    return {{}, {}, {text, {path}}};
}

} // namespace

city::Result<PackFile> fileInPack(const QString& folder, const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    const QString relative = colon > 0 ? text.left(colon) : text;
    if (QDir::isAbsolutePath(relative) || relative.contains(QLatin1Char('\\')) || relative.contains(QChar(0)))
        return problem(
            QT_TRANSLATE_NOOP("Message",
                              "\"%1\" is no path within the pack; expected one like data/roads.gpkg:roads"),
            relative);
    for (const QString& step : relative.split(QLatin1Char('/'))) {
        if (step.isEmpty() || step == QLatin1String("..") || step == QLatin1String("."))
            return problem(QT_TRANSLATE_NOOP("Message", "\"%1\" leads out of the pack or is not plain; "
                                                        "expected a path like data/roads.gpkg:roads"),
                           relative);
    }
    const QFileInfo file(QDir(folder).filePath(relative));
    if (!file.exists())
        return problem(QT_TRANSLATE_NOOP("Message", "there is no file \"%1\" in the pack"), relative);
    const QString home = QFileInfo(folder).canonicalFilePath() + QLatin1Char('/');
    if (!file.canonicalFilePath().startsWith(home))
        return problem(QT_TRANSLATE_NOOP("Message", "\"%1\" is a link that leads out of the pack"), relative);
    if (!file.isFile()) return problem(QT_TRANSLATE_NOOP("Message", "\"%1\" is no file"), relative);
    return PackFile{file.canonicalFilePath(), colon > 0 ? text.mid(colon + 1) : QString()};
}

} // namespace app
