// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/dialect.h"

#include <QtEndian>
#include <cstring>

namespace history {

namespace {

void append(QByteArray& bytes, double number)
{
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    bits = qToLittleEndian(bits);
    bytes.append(reinterpret_cast<const char*>(&bits), sizeof bits);
}

QByteArray withPosition(QByteArray head, city::LonLat at)
{
    append(head, at.lon);
    append(head, at.lat);
    return head;
}

/// As GeoPackage keeps geometry: its own head, then well-known binary, little-endian.
QVariant geoPackagePoint(city::LonLat at)
{
    return withPosition(QByteArray("GP\0\1\xe6\x10\0\0\1\1\0\0\0", 13),
                        at); // version 0, no envelope, EPSG 4326; a point
}

/// As PostGIS reads it from a text: extended well-known binary in hexadecimal.
QVariant postgisPoint(city::LonLat at)
{
    return withPosition(QByteArray("\1\1\0\0\x20\xe6\x10\0\0", 9), at)
        .toHex(); // little-endian, a point in EPSG 4326
}

} // namespace

// A run of a series wants some sixty values, two at a time; one of them touches a page of the file however
// few it holds. On a server every series costs some questions and answers, so more are gathered.
const Dialect& sqliteDialect()
{
    static const Dialect dialect{
        "TEXT", geoPackagePoint,
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        "PRAGMA data_version", 120};
    return dialect;
}

const Dialect& postgresDialect()
{
    static const Dialect dialect{"TIMESTAMPTZ", postgisPoint, "", "", 480};
    return dialect;
}

} // namespace history
