// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_words.h"

#include <span>

namespace feeds {

namespace {

QString named(std::span<const char* const> names, int value)
{
    const bool known = value >= 0 && static_cast<std::size_t>(value) < names.size() &&
                       *names[static_cast<std::size_t>(value)] != '\0';
    return known ? QString::fromLatin1(names[static_cast<std::size_t>(value)]) : QString::number(value);
}

/// Literals, and no texts made for each vehicle: those of all threads would count their users in one place.
QString basicKind(int type)
{
    switch (type) {
    case 0:
        return QStringLiteral("tram");
    case 1:
    case 12:
        return QStringLiteral("metro");
    case 2:
        return QStringLiteral("train");
    case 3:
        return QStringLiteral("bus");
    case 4:
        return QStringLiteral("ferry");
    case 5:
    case 6:
    case 7:
        return QStringLiteral("cable-car");
    case 11:
        return QStringLiteral("trolleybus");
    default:
        return QStringLiteral("transit-vehicle");
    }
}

QString extendedKind(int type)
{
    switch (type / 100) {
    case 1:
        return QStringLiteral("train");
    case 2:
    case 7:
        return QStringLiteral("bus");
    case 4:
    case 5:
    case 6:
        return QStringLiteral("metro");
    case 8:
        return QStringLiteral("trolleybus");
    case 9:
        return QStringLiteral("tram");
    case 10:
    case 12:
        return QStringLiteral("ferry");
    case 13:
    case 14:
        return QStringLiteral("cable-car");
    case 15:
        return QStringLiteral("taxi");
    default:
        return QStringLiteral("transit-vehicle");
    }
}

} // namespace

QString vehicleKind(int routeType)
{
    return routeType < 100 ? basicKind(routeType) : extendedKind(routeType);
}

QString tripRelationship(int value)
{
    static constexpr const char* names[]{"SCHEDULED",   "ADDED",      "UNSCHEDULED", "CANCELED", "",
                                         "REPLACEMENT", "DUPLICATED", "DELETED",     "NEW"};
    return named(names, value);
}

QString stopStatus(int value)
{
    static constexpr const char* names[]{"INCOMING_AT", "STOPPED_AT", "IN_TRANSIT_TO"};
    return named(names, value);
}

QString occupancyStatus(int value)
{
    static constexpr const char* names[]{"EMPTY",
                                         "MANY_SEATS_AVAILABLE",
                                         "FEW_SEATS_AVAILABLE",
                                         "STANDING_ROOM_ONLY",
                                         "CRUSHED_STANDING_ROOM_ONLY",
                                         "FULL",
                                         "NOT_ACCEPTING_PASSENGERS",
                                         "NO_DATA_AVAILABLE",
                                         "NOT_BOARDABLE"};
    return named(names, value);
}

QString congestionLevel(int value)
{
    static constexpr const char* names[]{"UNKNOWN_CONGESTION_LEVEL", "RUNNING_SMOOTHLY", "STOP_AND_GO",
                                         "CONGESTION", "SEVERE_CONGESTION"};
    return named(names, value);
}

QString alertCause(int value)
{
    static constexpr const char* names[]{"",
                                         "UNKNOWN_CAUSE",
                                         "OTHER_CAUSE",
                                         "TECHNICAL_PROBLEM",
                                         "STRIKE",
                                         "DEMONSTRATION",
                                         "ACCIDENT",
                                         "HOLIDAY",
                                         "WEATHER",
                                         "MAINTENANCE",
                                         "CONSTRUCTION",
                                         "POLICE_ACTIVITY",
                                         "MEDICAL_EMERGENCY"};
    return named(names, value);
}

QString alertEffect(int value)
{
    static constexpr const char* names[]{"",
                                         "NO_SERVICE",
                                         "REDUCED_SERVICE",
                                         "SIGNIFICANT_DELAYS",
                                         "DETOUR",
                                         "ADDITIONAL_SERVICE",
                                         "MODIFIED_SERVICE",
                                         "OTHER_EFFECT",
                                         "UNKNOWN_EFFECT",
                                         "STOP_MOVED",
                                         "NO_EFFECT",
                                         "ACCESSIBILITY_ISSUE"};
    return named(names, value);
}

} // namespace feeds
