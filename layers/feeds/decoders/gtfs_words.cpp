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

const char* basicKind(int type)
{
    static constexpr const char* kinds[]{"tram",      "metro",      "train",     "bus", "ferry",
                                         "cable-car", "cable-car",  "cable-car", "",    "",
                                         "",          "trolleybus", "metro"};
    return type >= 0 && type < 13 ? kinds[type] : "";
}

const char* extendedKind(int type)
{
    switch (type / 100) {
    case 1:
        return "train";
    case 2:
    case 7:
        return "bus";
    case 4:
    case 5:
    case 6:
        return "metro";
    case 8:
        return "trolleybus";
    case 9:
        return "tram";
    case 10:
    case 12:
        return "ferry";
    case 13:
    case 14:
        return "cable-car";
    case 15:
        return "taxi";
    default:
        return "";
    }
}

} // namespace

QString vehicleKind(int routeType)
{
    const QString kind =
        QString::fromLatin1(routeType < 100 ? basicKind(routeType) : extendedKind(routeType));
    return kind.isEmpty() ? QStringLiteral("transit-vehicle") : kind;
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
