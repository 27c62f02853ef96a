// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"
#include "layers/map/scene/bulk.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace map {

/// The bulk layers of one layer of a file, and how it is called.
struct BulkContent {
    QString layer, crs;
    bool alone = false; ///< The file holds no other layer.
    std::vector<std::shared_ptr<const BulkLayer>> layers; ///< In the order they are painted.
};

/// How the layers of a BulkContent looked in the view they were shown in first, beside each other.
using BulkPictures = std::vector<std::shared_ptr<const BulkPicture>>;

/// Bulk layers kept on disk, so that a layer that has not changed is not read again: one file each, mapped
/// into memory. A file that is damaged, cut off or of another version is as good as none; a disk that is full
/// keeps nothing. Any thread; programs may share a folder.
class BulkCache {
public:
    explicit BulkCache(QString folder = usualFolder(), qint64 mostBytes = qint64(2) << 30);
    static QString usualFolder();

    /// Stands for a layer of a file as it is now: path, sizes and times of all its parts, layer, CRS, value
    /// field.
    static QByteArray keyOf(const QString& file, const geo::ColumnOptions& options);

    std::optional<BulkContent> find(const QByteArray& key) const;
    /// False: not kept. Removes the oldest files when there are too many bytes.
    bool keep(const QByteArray& key, const BulkContent& content) const;
    /// Looks through every byte of what find() answers, which find() itself does not. False: the file was
    /// damaged and has been removed. Slow.
    bool check(const QByteArray& key) const;

    /// Empty: none are kept.
    BulkPictures pictures(const QByteArray& key) const;
    /// In place of those kept before.
    bool keepPictures(const QByteArray& key, const BulkPictures& pictures) const;

private:
    QString pathOf(const QByteArray& key, const char* suffix) const;
    void makeRoom(qint64 bytes) const;

    QString m_folder;
    qint64 m_mostBytes;
};

} // namespace map
