// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/gzip.h"

#include <QList>

struct ZipEntry {
    QByteArray name, content;
    bool packed = true;
};

/// A zip archive as zip programs write it.
inline QByteArray zipArchive(const QList<ZipEntry>& entries)
{
    const auto put = [](QByteArray& to, quint32 value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            to += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    QByteArray files, directory;
    for (const ZipEntry& entry : entries) {
        const bool packed = entry.packed && !entry.content.isEmpty();
        // qCompress: four bytes of length, two of zlib header, the deflate stream, four of checksum.
        const QByteArray deflated = packed ? qCompress(entry.content, 9).mid(6).chopped(4) : QByteArray();
        const QByteArray& stored = packed ? deflated : entry.content;
        QByteArray head;
        put(head, 0, 2);
        put(head, packed ? 8 : 0, 2);
        put(head, 0, 4);
        put(head, feeds::checksum(entry.content), 4);
        put(head, static_cast<quint32>(stored.size()), 4);
        put(head, static_cast<quint32>(entry.content.size()), 4);
        put(head, static_cast<quint32>(entry.name.size()), 2);
        const auto at = static_cast<quint32>(files.size());
        put(files, 0x04034b50, 4);
        put(files, 20, 2);
        files += head;
        put(files, 0, 2);
        files += entry.name + stored;
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        put(directory, 20, 2);
        directory += head;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory += entry.name;
    }
    QByteArray end;
    put(end, 0x06054b50, 4);
    put(end, 0, 4);
    put(end, static_cast<quint32>(entries.size()), 2);
    put(end, static_cast<quint32>(entries.size()), 2);
    put(end, static_cast<quint32>(directory.size()), 4);
    put(end, static_cast<quint32>(files.size()), 4);
    put(end, 0, 2);
    return files + directory + end;
}
