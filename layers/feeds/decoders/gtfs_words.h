// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace feeds {

/// The kind of vehicle of a GTFS route_type, basic (0 to 12) or extended (100 and up): "tram", "metro",
/// "train", "bus", "ferry", "cable-car", "trolleybus", "taxi"; "transit-vehicle" for anything else.
QString vehicleKind(int routeType);

/// The standard's names of GTFS-Realtime's numbers; the number itself for one that is newer than this.
QString tripRelationship(int value);
QString stopStatus(int value);
QString occupancyStatus(int value);
QString congestionLevel(int value);
QString alertCause(int value);
QString alertEffect(int value);

} // namespace feeds
