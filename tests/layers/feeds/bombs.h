// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/gzip.h"

/// Small files that unpack to large ones, made by hand: a deflate stream that qCompress made, with the heads
/// and ends of the archive round it.

inline QByteArray littleEndian(quint32 number, int bytes)
{
    QByteArray made;
    for (int i = 0; i < bytes; ++i)
        made.append(static_cast<char>(number >> (8 * i)));
    return made;
}

inline QByteArray deflated(const QByteArray& content)
{
    return qCompress(content, 9).mid(6).chopped(4);
}

inline QByteArray gzipBomb(qsizetype size)
{
    const QByteArray zeros(size, '\0');
    return QByteArray::fromHex("1f8b08000000000000ff") + deflated(zeros) +
           littleEndian(feeds::checksum(zeros), 4) + littleEndian(static_cast<quint32>(size), 4);
}

/// One member, "a.json".
inline QByteArray zipBomb(qsizetype size)
{
    const QByteArray zeros(size, '\0');
    const QByteArray packed = deflated(zeros), name("a.json");
    const QByteArray head = littleEndian(20, 2) + littleEndian(0, 2) + littleEndian(8, 2) +
                            littleEndian(0, 4) + littleEndian(feeds::checksum(zeros), 4) +
                            littleEndian(static_cast<quint32>(packed.size()), 4) +
                            littleEndian(static_cast<quint32>(size), 4) +
                            littleEndian(static_cast<quint32>(name.size()), 2) + littleEndian(0, 2);
    const QByteArray local = "PK\x03\x04" + head + name + packed;
    const QByteArray central = "PK\x01\x02" + littleEndian(20, 2) + head + littleEndian(0, 2) +
                               littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 4) +
                               littleEndian(0, 4) + name;
    return local + central + "PK\x05\x06" + littleEndian(0, 4) + littleEndian(1, 2) + littleEndian(1, 2) +
           littleEndian(static_cast<quint32>(central.size()), 4) +
           littleEndian(static_cast<quint32>(local.size()), 4) + littleEndian(0, 2);
}
