// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/small_files.h"

#include <QDataStream>
#include <QFile>

namespace {

QString write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// The 100 bytes both .shp and .shx begin with: a file of points in the box of one point.
QByteArray head(int lengthBytes, double x, double y)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << qint32(9994) << qint32(0) << qint32(0) << qint32(0) << qint32(0) << qint32(0)
        << qint32(lengthBytes / 2);
    out.setByteOrder(QDataStream::LittleEndian);
    out << qint32(1000) << qint32(1) << x << y << x << y << 0.0 << 0.0 << 0.0 << 0.0;
    return bytes;
}

} // namespace

QString writeGeoJson(const QString& folder)
{
    return write(folder + QStringLiteral("/benches.geojson"),
                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Bench"},)"
                 R"("geometry":{"type":"Point","coordinates":[121.54,25.03]}}]})");
}

QString writeBareShapefile(const QString& folder)
{
    const double x = 304000, y = 2769000;
    QByteArray shape = head(128, x, y), index = head(108, x, y), table;
    QDataStream shapes(&shape, QIODevice::Append);
    shapes << qint32(1) << qint32(10);
    shapes.setByteOrder(QDataStream::LittleEndian);
    shapes << qint32(1) << x << y;
    QDataStream places(&index, QIODevice::Append);
    places << qint32(50) << qint32(10);
    // dBASE III: one text field NAME of 8 bytes, one record.
    QDataStream out(&table, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out << quint8(3) << quint8(126) << quint8(1) << quint8(1) << quint32(1) << quint16(65) << quint16(9);
    table.append(20, '\0');
    table.append("NAME\0\0\0\0\0\0\0C\0\0\0\0", 16).append(char(8)).append(15, '\0').append('\r');
    table.append(" Bench   ").append(char(0x1a));
    write(folder + QStringLiteral("/bare.shx"), index);
    write(folder + QStringLiteral("/bare.dbf"), table);
    return write(folder + QStringLiteral("/bare.shp"), shape);
}
