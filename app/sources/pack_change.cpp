// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/pack_change.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace app {

namespace {

const QString undoFolder = QStringLiteral(".undo");
const QString listName = QStringLiteral("list.txt");

city::Problem cannotWrite(const QString& file, const QString& why)
{
    return {file, {}, {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {why}}};
}

std::optional<city::Problem> write(const QString& file, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.flush() && out.commit())
        return std::nullopt;
    return cannotWrite(file, out.errorString());
}

/// Folders of changes, oldest first.
QStringList changesOf(const QString& pack)
{
    return QDir(QDir(pack).filePath(undoFolder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QString folderOf(const QString& pack, const QString& change)
{
    return QDir(pack).filePath(undoFolder + QLatin1Char('/') + change);
}

/// "what", then a line for each file: "new PATH" or "was PATH".
QStringList listOf(const QString& folder)
{
    QFile list(QDir(folder).filePath(listName));
    if (!list.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// Puts back what `lines` tell of; the first trouble, if any.
std::optional<city::Problem> putBack(const QString& pack, const QString& folder, const QStringList& lines)
{
    std::optional<city::Problem> trouble;
    for (const QString& line : lines) {
        const QString path = line.mid(4), file = QDir(pack).filePath(path);
        if (line.startsWith(QLatin1String("new "))) {
            if (QFile::exists(file) && !QFile::remove(file))
                trouble = cannotWrite(file, QFileInfo(file).path());
            continue;
        }
        QFile before(QDir(folder).filePath(path));
        if (!before.open(QIODevice::ReadOnly))
            trouble = cannotWrite(file, before.errorString());
        else if (auto failed = write(file, before.readAll()))
            trouble = failed;
    }
    return trouble;
}

} // namespace

std::optional<city::Problem> applyChange(const PackChange& change, const QString& pack)
{
    const QStringList earlier = changesOf(pack);
    const int number = earlier.isEmpty() ? 1 : earlier.last().toInt() + 1;
    const QString folder = folderOf(pack, QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0')));
    QStringList lines{change.what.simplified()};
    for (const PackChange::File& file : change.files) {
        QFile before(QDir(pack).filePath(file.path));
        const bool there = before.open(QIODevice::ReadOnly);
        lines << (there ? QStringLiteral("was ") : QStringLiteral("new ")) + file.path;
        if (!there) continue;
        if (auto failed = write(QDir(folder).filePath(file.path), before.readAll())) return failed;
    }
    if (auto failed = write(QDir(folder).filePath(listName), lines.join(QLatin1Char('\n')).toUtf8()))
        return failed;
    for (const PackChange::File& file : change.files) {
        const auto failed = write(QDir(pack).filePath(file.path), file.content);
        if (!failed) continue;
        undoChange(pack);
        return failed;
    }
    return std::nullopt;
}

city::Result<QString> undoChange(const QString& pack)
{
    const QStringList changes = changesOf(pack);
    if (changes.isEmpty())
        return city::Problem{pack, {}, QT_TRANSLATE_NOOP("Message", "has no change to take back")};
    const QString folder = folderOf(pack, changes.last());
    QStringList lines = listOf(folder);
    const QString what = lines.isEmpty() ? QString() : lines.takeFirst();
    if (auto trouble = putBack(pack, folder, lines)) return *trouble;
    QDir(folder).removeRecursively();
    return what;
}

QString lastChange(const QString& pack)
{
    const QStringList changes = changesOf(pack);
    return changes.isEmpty() ? QString() : listOf(folderOf(pack, changes.last())).value(0);
}

bool isWritable(const QString& pack)
{
    const QFileInfo folder(pack), head(pack + QStringLiteral("/pack.yaml"));
    return folder.isWritable() && head.isWritable();
}

std::optional<city::Problem> copyPack(const QString& pack, const QString& folder)
{
    if (QFileInfo::exists(folder))
        return city::Problem{
            folder, {}, QT_TRANSLATE_NOOP("Message", "is there already; choose another folder")};
    QDirIterator files(pack, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next(), to = QDir(folder).filePath(QDir(pack).relativeFilePath(from));
        QDir().mkpath(QFileInfo(to).path());
        QFile file(from);
        if (!file.copy(to)) return cannotWrite(to, file.errorString());
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
    }
    return std::nullopt;
}

} // namespace app
