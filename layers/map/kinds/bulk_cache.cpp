// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_cache.h"

#include "layers/map/kinds/bulk_cache_format.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace map {

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

QString BulkCache::pathOf(const QByteArray& key) const
{
    const QByteArray name = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(40);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".bulk");
}

std::optional<BulkContent> BulkCache::find(const QByteArray& key) const
{
    const auto file = std::make_shared<QFile>(pathOf(key));
    if (!file->open(QIODevice::ReadOnly) || file->size() == 0) return {};
    const uchar* bytes = file->map(0, file->size());
    if (!bytes) return {};
    return readBulk({bytes, static_cast<std::size_t>(file->size())}, key, file); // the file unmaps at its end
}

bool BulkCache::keep(const QByteArray& key, const BulkContent& content) const
{
    qint64 bytes = 4096;
    for (const auto& layer : content.layers)
        bytes += layer->bytes();
    if (bytes > m_mostBytes / 2 || !QDir().mkpath(m_folder)) return false;
    makeRoom(bytes);
    QSaveFile out(pathOf(key));
    return out.open(QIODevice::WriteOnly) && writeBulk(out, key, content) && out.commit();
}

void BulkCache::makeRoom(qint64 bytes) const
{
    QFileInfoList files =
        QDir(m_folder).entryInfoList({QStringLiteral("*.bulk")}, QDir::Files, QDir::Time | QDir::Reversed);
    qint64 all = bytes;
    for (const QFileInfo& file : files)
        all += file.size();
    for (const QFileInfo& file : files) {
        if (all <= m_mostBytes) return;
        if (QFile::remove(file.filePath())) all -= file.size();
    }
}

} // namespace map
