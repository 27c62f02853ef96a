// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/field_value.h"

#include <ogrsf_frmts.h>

namespace geo {

namespace {

QVariant timeText(const OGRFeature& feature, int field)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    const auto two = [](int n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const QString date =
        QStringLiteral("%1-%2-%3").arg(year, 4, 10, QLatin1Char('0')).arg(two(month), two(day));
    const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
    if (type == OFTDate) return date;
    QString time = QStringLiteral("%1:%2:%3").arg(two(hour), two(minute), two(static_cast<int>(second)));
    if (type == OFTTime) return time;
    // OGR's zone counts quarters of an hour, 100 is UTC, 0 and 1 are unknown and local.
    if (zone == 100)
        time += QLatin1Char('Z');
    else if (zone > 1)
        time += QLatin1Char(zone > 100 ? '+' : '-') + two(std::abs(zone - 100) / 4) + QLatin1Char(':') +
                two(std::abs(zone - 100) % 4 * 15);
    return QString(date + QLatin1Char('T') + time);
}

} // namespace

QVariant valueOf(const OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
    case OFTInteger64:
        return static_cast<qlonglong>(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return feature.GetFieldAsDouble(field);
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return timeText(feature, field);
    default:
        return QString::fromUtf8(feature.GetFieldAsString(field));
    }
}

} // namespace geo
