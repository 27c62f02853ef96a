// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/axis_order.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/placed_image.h"
#include "layers/geo/projection.h"

#include <QRegularExpression>
#include <ogr_spatialref.h>

namespace geo {

ServiceCrs serviceCrs(const QString& words)
{
    constexpr double metresPerDegree = 6'378'137.0 * M_PI / 180;
    static const QRegularExpression epsg(QStringLiteral("EPSG[:/](?:[^:/]*[:/])*(\\d{4,6})$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression crs84(QStringLiteral("CRS[:/]?(?:[^:/]*[:/])?:?(?:CRS)?84$"), QRegularExpression::CaseInsensitiveOption);
    if (crs84.match(words).hasMatch()) return {QStringLiteral("OGC:CRS84"), false, metresPerDegree};
    const QRegularExpressionMatch match = epsg.match(words.trimmed());
    if (!match.hasMatch()) return {};
    int number = match.captured(1).toInt();
    if (number == 900913 || number == 3785 || number == 102100) number = 3857;
    Complaints complaints;
    OGRSpatialReference reference;
    if (reference.importFromEPSG(number) != OGRERR_NONE) return {};
    ServiceCrs crs;
    crs.code = QStringLiteral("EPSG:%1").arg(number);
    crs.northFirst = reference.EPSGTreatsAsLatLong() || reference.EPSGTreatsAsNorthingEasting();
    crs.metresPerUnit = reference.IsGeographic() ? metresPerDegree : reference.GetLinearUnits();
    return crs;
}

QRectF boxInCrs(const city::LonLatBox& box, const QString& crs)
{
    if (box.isEmpty()) return {};
    return boxInCrs(QRectF(toMercator({box.west, box.south}), toMercator({box.east, box.north})), crs);
}

} // namespace geo
