// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>

namespace feeds {

/// Whether the bytes begin as a gzip file does (1f 8b 08).
bool isGzip(const QByteArray& bytes);

/// The content of a gzip file of one or more members, at most `maxBytes` of it. A body that is cut off,
/// damaged or grows beyond the limit is refused whole: half a payload looks like a city with half its
/// stations. Pure; any thread.
city::Result<QByteArray> inflateGzip(const QByteArray& bytes, qint64 maxBytes);

/// A bare deflate stream, as files in a zip archive are; at most `maxBytes` of its content.
city::Result<QByteArray> inflateRaw(const QByteArray& bytes, qint64 maxBytes);

/// Whether the bytes begin as a zlib stream does ("deflate" of HTTP): its two bytes check each other.
bool isZlib(const QByteArray& bytes);
/// The content of a zlib stream, with the same promises.
city::Result<QByteArray> inflateZlib(const QByteArray& bytes, qint64 maxBytes);

/// CRC-32, as gzip and zip have it.
quint32 checksum(const QByteArray& bytes);

} // namespace feeds
