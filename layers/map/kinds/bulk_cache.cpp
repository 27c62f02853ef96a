// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_cache.h"

#include "layers/map/kinds/bulk_cache_format.h"
#include "layers/map/kinds/bulk_picture_format.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace map {

namespace {

constexpr char layerSuffix[] = ".bulk", pictureSuffix[] = ".picture";

/// A file mapped into memory for as long as somebody holds the owner.
struct Mapped {
    std::span<const uchar> bytes;
    std::shared_ptr<const void> owner;

    static std::optional<Mapped> of(const QString& path)
    {
        const auto file = std::make_shared<QFile>(path); // unmaps at its end
        if (!file->open(QIODevice::ReadOnly) || file->size() == 0) return {};
        const uchar* bytes = file->map(0, file->size());
        if (!bytes) return {};
        return Mapped{{bytes, static_cast<std::size_t>(file->size())}, file};
    }
};

} // namespace

BulkCache::BulkCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes)
{
}

QString BulkCache::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/layers");
}

QByteArray BulkCache::keyOf(const QString& file, const geo::ColumnOptions& options)
{
    const QFileInfo info(file);
    const QString stem = info.absolutePath() + QLatin1Char('/') + info.completeBaseName();
    QStringList parts{info.canonicalFilePath(), options.open.layer, options.open.crs, options.valueField};
    const QStringList beside{info.absoluteFilePath(), info.absoluteFilePath() + QStringLiteral("-wal"),
                             stem + QStringLiteral(".shx"), stem + QStringLiteral(".dbf"),
                             stem + QStringLiteral(".prj")};
    for (const QString& one : beside) {
        const QFileInfo part(one);
        if (part.exists())
            parts << one << QString::number(part.size())
                  << QString::number(part.lastModified().toMSecsSinceEpoch());
    }
    return parts.join(QLatin1Char('\n')).toUtf8();
}

QString BulkCache::pathOf(const QByteArray& key, const char* suffix) const
{
    const QByteArray name = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(40);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QLatin1String(suffix);
}

std::optional<BulkContent> BulkCache::find(const QByteArray& key) const
{
    const auto file = Mapped::of(pathOf(key, layerSuffix));
    return file ? readBulk(file->bytes, key, file->owner) : std::nullopt;
}

bool BulkCache::check(const QByteArray& key) const
{
    const QString path = pathOf(key, layerSuffix);
    const auto file = Mapped::of(path);
    if (!file) return true;
    const auto content = readBulk(file->bytes, key, file->owner);
    if (content && arePositionsWhole(file->bytes, *content)) return true;
    QFile::remove(path);
    return false;
}

BulkPictures BulkCache::pictures(const QByteArray& key) const
{
    const auto file = Mapped::of(pathOf(key, pictureSuffix));
    return file ? readPictures(file->bytes, key, file->owner) : BulkPictures();
}

bool BulkCache::keepPictures(const QByteArray& key, const BulkPictures& pictures) const
{
    qint64 bytes = 4096;
    for (const auto& picture : pictures)
        bytes += picture->image.sizeInBytes();
    if (bytes > m_mostBytes / 8 || !QDir().mkpath(m_folder)) return false;
    makeRoom(bytes);
    QSaveFile out(pathOf(key, pictureSuffix));
    return out.open(QIODevice::WriteOnly) && writePictures(out, key, pictures) && out.flush() && out.commit();
}

bool BulkCache::keep(const QByteArray& key, const BulkContent& content) const
{
    qint64 bytes = 4096;
    for (const auto& layer : content.layers)
        bytes += layer->bytes();
    if (bytes > m_mostBytes / 2 || !QDir().mkpath(m_folder)) return false;
    makeRoom(bytes);
    QSaveFile out(pathOf(key, layerSuffix));
    return out.open(QIODevice::WriteOnly) && writeBulk(out, key, content) && out.flush() && out.commit();
}

void BulkCache::makeRoom(qint64 bytes) const
{
    QFileInfoList files = QDir(m_folder).entryInfoList(
        {QStringLiteral("*.bulk"), QStringLiteral("*.picture")}, QDir::Files, QDir::Time | QDir::Reversed);
    qint64 all = bytes;
    for (const QFileInfo& file : files)
        all += file.size();
    for (const QFileInfo& file : files) {
        if (all <= m_mostBytes) return;
        if (QFile::remove(file.filePath())) all -= file.size();
    }
}

} // namespace map
