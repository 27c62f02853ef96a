// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/tile_store.h"

#include <QByteArray>

/// Tiles on disk and as pictures. Pure but for the files; any thread.
namespace feeds {

/// A tile as it is kept: the publisher's own bytes and how long they may be used without asking again.
struct TileFile {
    QByteArray bytes;
    QByteArray etag;
    city::Instant fetchedAt;
    city::Duration maxAge{0};

    bool isFresh(city::Instant now) const { return now >= fetchedAt && now < fetchedAt + maxAge; }
};

/// Below the cache folder; made of numbers and hashes, so that no name from a pack reaches the file system.
QString tilePath(const QString& cacheFolder, const TileSource& source, TileId tile);
/// Of the description of an OGC service.
QString capabilitiesPath(const QString& cacheFolder, const TileSource& source);

std::optional<TileFile> readTileFile(const QString& path);
bool writeTileFile(const QString& path, const TileFile& tile);
/// Removes the oldest tiles until at most `limit` bytes are left.
void pruneTiles(const QString& cacheFolder, qint64 limit);

/// At most 1024 pixels a side and 4 MiB of bytes; a null image for anything else.
QImage tileImage(const QByteArray& bytes);
/// The picture of a tile of `source`, on the map; null as tileImage, and where the grid's CRS does not reach.
geo::PlacedImage placedTile(const QByteArray& bytes, const TileSource& source, TileId tile);

/// "max-age" of a Cache-Control header, 0 for "no-store" and "no-cache", a day when it says nothing.
city::Duration tileMaxAge(const QByteArray& cacheControl);

} // namespace feeds
