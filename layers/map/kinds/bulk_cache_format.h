// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/bulk_cache.h"

class QIODevice;

/// The bytes of a cache file: a head, what a QDataStream says of each layer, then the arrays as they stand in
/// memory, each at a multiple of 64 bytes. Written and read on the same machine.
namespace map {

/// Raised whenever the arrays or their meaning change.
constexpr quint32 bulkFormat = 2;

bool writeBulk(QIODevice& out, const QByteArray& key, const BulkContent& content);

/// The content sees `bytes` and holds on to `owner`. Nothing when the bytes are not those of this key, or not
/// whole; what is answered can be painted without a look outside the arrays. The positions, nearly all of the
/// bytes, are not looked at, so that an opening costs nothing for what is not shown.
std::optional<BulkContent> readBulk(std::span<const uchar> bytes, const QByteArray& key,
                                    std::shared_ptr<const void> owner);

/// Whether the positions of what readBulk() answered are as they were written. Touches every byte.
bool arePositionsWhole(std::span<const uchar> bytes, const BulkContent& content);

} // namespace map
