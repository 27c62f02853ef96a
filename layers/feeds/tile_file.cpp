// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_file.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QDirIterator>
#include <QImageReader>
#include <QSaveFile>
#include <algorithm>

namespace feeds {

namespace {

constexpr quint32 signature = 0x43745431; // "CtT1"
constexpr qint64 largestTile = 4 * 1024 * 1024;
constexpr qint64 largestFile = 32 * 1024 * 1024; // a description of a service
constexpr int widestTile = 1024;

/// Below the cache folder; what is asked for, not what the source is called.
QString sourceFolder(const QString& cacheFolder, const TileSource& source)
{
    const QByteArray words =
        QStringList{source.address, source.layer, QString::number(source.density), source.crs}
            .join(QLatin1Char('\n'))
            .toUtf8();
    const QByteArray hash = QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex().left(16);
    return cacheFolder + QLatin1Char('/') + QString::fromLatin1(hash);
}

} // namespace

QString tilePath(const QString& cacheFolder, const TileSource& source, TileId tile)
{
    return QStringLiteral("%1/%2/%3/%4.tile")
        .arg(sourceFolder(cacheFolder, source))
        .arg(tile.z)
        .arg(tile.x)
        .arg(tile.y);
}

QString capabilitiesPath(const QString& cacheFolder, const TileSource& source)
{
    return sourceFolder(cacheFolder, source) + QStringLiteral("/capabilities.tile");
}

std::optional<TileFile> readTileFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile + 4096) return std::nullopt;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint64 fetched = 0, maxAge = 0;
    TileFile tile;
    stream >> mark >> fetched >> maxAge;
    if (mark != signature) return std::nullopt;
    stream >> tile.etag >> tile.bytes;
    if (stream.status() != QDataStream::Ok) return std::nullopt;
    tile.fetchedAt = city::Instant(city::Duration(fetched));
    tile.maxAge = city::Duration(maxAge);
    return tile;
}

bool writeTileFile(const QString& path, const TileFile& tile)
{
    if (!QDir().mkpath(QFileInfo(path).path())) return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << signature << static_cast<qint64>(tile.fetchedAt.time_since_epoch().count())
           << static_cast<qint64>(tile.maxAge.count()) << tile.etag << tile.bytes;
    return stream.status() == QDataStream::Ok && file.flush() && file.commit();
}

void pruneTiles(const QString& cacheFolder, qint64 limit)
{
    std::vector<QFileInfo> files;
    qint64 total = 0;
    for (QDirIterator walk(cacheFolder, {QStringLiteral("*.tile")}, QDir::Files,
                           QDirIterator::Subdirectories);
         walk.hasNext();) {
        walk.next();
        files.push_back(walk.fileInfo());
        total += files.back().size();
    }
    if (total <= limit) return;
    std::sort(files.begin(), files.end(),
              [](const QFileInfo& a, const QFileInfo& b) { return a.lastModified() < b.lastModified(); });
    for (const QFileInfo& file : files) {
        if (total <= limit) return;
        if (QFile::remove(file.filePath())) total -= file.size();
    }
}

QImage tileImage(const QByteArray& bytes)
{
    if (bytes.isEmpty() || bytes.size() > largestTile) return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size(); // from the header, before anything is allocated
    if (!size.isValid() || size.width() > widestTile || size.height() > widestTile) return {};
    // Only what basemaps are served as; others of Qt's readers (SVG above all) read far more than a picture.
    if (reader.format() != "png" && reader.format() != "jpeg" && reader.format() != "webp") return {};
    const QImage image = reader.read();
    return image.isNull() ? image : image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

geo::PlacedImage placedTile(const QByteArray& bytes, const TileSource& source, TileId tile)
{
    const QImage image = geo::faded(tileImage(bytes), source.opacity);
    if (image.isNull() || !source.grid->contains(tile)) return {};
    const QRectF bounds = source.grid->bounds(tile);
    return source.grid->isOfMap() ? geo::PlacedImage{bounds, image}
                                  : geo::placedOnMap(image, bounds, source.grid->crs);
}

city::Duration tileMaxAge(const QByteArray& cacheControl)
{
    constexpr qint64 day = 24 * 3600;
    for (const QByteArray& part : cacheControl.toLower().split(',')) {
        const QByteArray word = part.trimmed();
        if (word == "no-store" || word == "no-cache") return city::Duration(0);
        if (!word.startsWith("max-age=")) continue;
        bool isNumber = false;
        const qint64 seconds = word.mid(8).toLongLong(&isNumber);
        if (isNumber) return city::Duration(1000 * std::clamp<qint64>(seconds, 0, 365 * day));
    }
    return city::Duration(1000 * day);
}

} // namespace feeds
