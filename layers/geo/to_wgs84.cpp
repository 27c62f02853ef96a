// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/to_wgs84.h"

#include <QCoreApplication>
#include <cmath>

namespace geo {

namespace {

// EPSG code of the geographic CRS that needs no transformation to WGS 84; 0 for every other CRS.
int plainDegrees(const OGRSpatialReference& crs)
{
    if (!crs.IsGeographic() || crs.GetPrimeMeridian() != 0) return 0;
    if (std::abs(crs.GetAngularUnits() - 0.017453292519943295) > 1e-12) return 0;
    const QString datum = QString::fromUtf8(crs.GetAttrValue("DATUM")).toUpper();
    if (datum == QLatin1String("WGS_1984") || datum == QLatin1String("D_WGS_1984") ||
        datum.startsWith(QLatin1String("WORLD GEODETIC SYSTEM 1984")))
        return 4326;
    const bool taiwan = datum.contains(QLatin1String("TWD97")) || datum.contains(QLatin1String("TWD_1997")) ||
                        datum.contains(QLatin1String("TAIWAN_DATUM_1997")) ||
                        datum.contains(QLatin1String("TAIWAN DATUM 1997"));
    return taiwan ? 3824 : 0;
}

QString nameOf(const OGRSpatialReference& crs)
{
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    if (authority && code)
        return QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(code));
    if (const int degrees = plainDegrees(crs)) return QStringLiteral("EPSG:%1").arg(degrees);
    const std::unique_ptr<OGRSpatialReference> match(crs.FindBestMatch(70, "EPSG", nullptr));
    if (match && match->GetAuthorityCode(nullptr))
        return QStringLiteral("EPSG:%1").arg(QString::fromUtf8(match->GetAuthorityCode(nullptr)));
    return QString::fromUtf8(crs.GetName());
}

} // namespace

bool isStated(const OGRSpatialReference* crs)
{
    if (!crs || crs->IsEmpty()) return false;
    const QString name = QString::fromUtf8(crs->GetName());
    return !crs->IsLocal() && !name.startsWith(QLatin1String("Undefined"), Qt::CaseInsensitive) &&
           name.compare(QLatin1String("unknown"), Qt::CaseInsensitive) != 0;
}

city::Result<ToWgs84> ToWgs84::from(const OGRSpatialReference* stated, const QString& crs)
{
    OGRSpatialReference source;
    if (isStated(stated)) {
        source = *stated;
    } else if (crs.isEmpty()) {
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "No coordinate reference system is stated")};
    } else if (source.SetFromUserInput(crs.toUtf8().constData(),
                                       OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) !=
               OGRERR_NONE) {
        return city::Problem{
            crs,
            {},
            city::Message(
                QT_TRANSLATE_NOOP("Message",
                                  "%1 is no coordinate reference system; expected one such as EPSG:3826"),
                {crs})};
    }
    if (!isStated(stated)) source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);

    ToWgs84 result;
    result.m_name = nameOf(source);
    const auto& axes = source.GetDataAxisToSRSAxisMapping();
    const bool longitudeFirst =
        source.EPSGTreatsAsLatLong() ? axes.size() >= 2 && axes[0] == 2 : axes.empty() || axes[0] == 1;
    if (plainDegrees(source) && longitudeFirst) return result;
    OGRSpatialReference wgs84;
    wgs84.SetFromUserInput("EPSG:4326");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    result.m_transform.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
    if (!result.m_transform)
        return city::Problem{
            result.m_name,
            {},
            city::Message(QT_TRANSLATE_NOOP(
                              "Message", "There is no way from the coordinate reference system %1 to WGS 84"),
                          {result.m_name})};
    return result;
}

bool ToWgs84::apply(OGRGeometry& geometry) const
{
    return !m_transform || geometry.transform(m_transform.get()) == OGRERR_NONE;
}

void ToWgs84::apply(double* x, double* y, std::size_t count) const
{
    if (m_transform) m_transform->Transform(static_cast<int>(count), x, y, nullptr, nullptr);
}

} // namespace geo
