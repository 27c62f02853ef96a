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
constexpr int widestTile = 1024;

} // namespace

QString tilePath(const QString& cacheFolder, const TileSource& source, TileId tile)
{
    const QByteArray hash =
        QCryptographicHash::hash(source.url.toEncoded(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("%1/%2/%3/%4/%5.tile")
        .arg(cacheFolder, QString::fromLatin1(hash))
        .arg(tile.z)
        .arg(tile.x)
        .arg(tile.y);
}

QUrl tileUrl(const TileSource& source, TileId tile)
{
    if (tile.z < source.minZoom || tile.z > source.maxZoom || tile.z < 0 || tile.z > 24) return {};
    const int count = 1 << tile.z;
    if (tile.x < 0 || tile.x >= count || tile.y < 0 || tile.y >= count) return {};
    QString text = source.url.toString(QUrl::FullyEncoded);
    const std::pair<char, int> parts[] = {{'z', tile.z}, {'x', tile.x}, {'y', tile.y}};
    for (const auto& [name, value] : parts) {
        const QString letter(QLatin1Char(static_cast<char>(name)));
        for (const QString& mark :
             {QStringLiteral("{%1}").arg(letter), QStringLiteral("%7B") + letter + QStringLiteral("%7D")})
            text.replace(mark, QString::number(value), Qt::CaseInsensitive);
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

std::optional<TileFile> readTileFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestTile + 4096) return std::nullopt;
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
    return stream.status() == QDataStream::Ok && file.commit();
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
