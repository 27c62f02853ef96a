// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/bulk_cache.h"

class QIODevice;

/// The bytes of a file of pictures: how long the table is and the sum of all that follows, the table as a
/// QDataStream, then the pixels of each picture as they stand in memory. Written and read on the same
/// machine.
namespace map {

/// Raised whenever bulk layers are painted differently.
constexpr quint32 bulkPictureFormat = 1;

bool writePictures(QIODevice& out, const QByteArray& key, const BulkPictures& pictures);

/// The pictures see `bytes` and hold on to `owner`. None when the bytes are not those of this key, or not
/// whole.
BulkPictures readPictures(std::span<const uchar> bytes, const QByteArray& key,
                          std::shared_ptr<const void> owner);

} // namespace map
