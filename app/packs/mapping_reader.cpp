// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/mapping_reader.h"

#include "app/packs/field_ref_reader.h"
#include "app/packs/layout_reader.h"
#include "app/packs/measure_reader.h"
#include "layers/geo/projection.h"

namespace app {

namespace {

QString readCrs(YamlMap& map, const QString& otherwise)
{
    const QString crs = map.text("crs").value_or(otherwise);
    if (crs != otherwise && !geo::Projection::fromCrs(crs).ok())
        map.report("crs", {QT_TRANSLATE_NOOP(
                               "Message",
                               "\"%1\" is no coordinate system known to PROJ; expected one like EPSG:3826"),
                           {crs}});
    return crs;
}

void needBothOrNone(YamlMap& map, const feeds::FieldRef& lon, const feeds::FieldRef& lat)
{
    if (lon.isSet() == lat.isSet()) return;
    map.report(lon.isSet() ? "lon" : "lat", QT_TRANSLATE_NOOP("Message", "lon and lat go together"));
}

feeds::PlaceMapping readPlace(YamlMap& map)
{
    feeds::PlaceMapping place;
    place.kind = map.requiredText("kind");
    place.id = readRequiredField(map, "id");
    place.name = readNamedField(map, "name");
    place.lon = readField(map, "lon");
    place.lat = readField(map, "lat");
    needBothOrNone(map, place.lon, place.lat);
    place.geometry = readField(map, "geometry");
    for (const QString& name : map.texts("line")) {
        feeds::FieldRef field;
        field.names << name;
        place.lineLonLat.push_back(field);
    }
    if (place.lineLonLat.size() % 2 != 0 || place.lineLonLat.size() == 2)
        map.report("line",
                   QT_TRANSLATE_NOOP("Message",
                                     "fields of at least two positions were expected: [lon, lat, lon, lat]"));
    place.crs = readCrs(map, place.crs);
    place.details = readDetails(map, "details");
    return place;
}

feeds::EventMapping readEvent(YamlMap& map, const city::QuantityCatalogue& quantities)
{
    feeds::EventMapping event;
    event.kind = map.requiredText("kind");
    event.id = readRequiredField(map, "id");
    event.title = readNamedField(map, "title");
    event.description = readField(map, "description");
    event.lon = readField(map, "lon");
    event.lat = readField(map, "lat");
    needBothOrNone(map, event.lon, event.lat);
    event.geometry = readField(map, "geometry");
    event.crs = readCrs(map, event.crs);
    event.begins = readTime(map, "begins");
    event.ends = readTime(map, "ends");
    event.measures = readMeasures(map, "measures", quantities);
    event.merge = map.flag("merge").value_or(false);
    return event;
}

feeds::VehicleMapping readVehicle(YamlMap& map)
{
    feeds::VehicleMapping vehicle;
    vehicle.kind = map.requiredText("kind");
    vehicle.id = readRequiredField(map, "id");
    vehicle.label = readNamedField(map, "label");
    vehicle.lon = readRequiredField(map, "lon");
    vehicle.lat = readRequiredField(map, "lat");
    vehicle.heading = readField(map, "heading");
    vehicle.speed = readField(map, "speed");
    vehicle.speedUnit = map.text("speed-unit").value_or(vehicle.speedUnit);
    if (!city::convertUnit(1, vehicle.speedUnit, QStringLiteral("km/h")))
        map.report("speed-unit",
                   {QT_TRANSLATE_NOOP("Message", "\"%1\" is no unit of speed; expected one like km/h or m/s"),
                    {vehicle.speedUnit}});
    vehicle.details = readDetails(map, "details");
    return vehicle;
}

feeds::RecordFilter readFilter(const YAML::Node& node, YamlMap& top)
{
    feeds::RecordFilter filter;
    YamlMap map(node, top.shownAs(), top.problems());
    if (!map.isValid()) return filter;
    filter.field = readRequiredField(map, "field");
    filter.negate = map.has("not");
    filter.texts = map.texts(filter.negate ? "not" : "is");
    if (map.has("is") == map.has("not"))
        map.report(
            node, QStringLiteral("where"),
            QT_TRANSLATE_NOOP("Message", "either is or not was expected, with the texts of the field"));
    return filter;
}

void readWhere(YamlMap& top, feeds::Mapping& mapping)
{
    const YAML::Node list = top.node("where");
    if (!list.IsDefined()) return;
    if (list.IsMap()) mapping.where.push_back(readFilter(list, top));
    if (!list.IsSequence() && !list.IsMap())
        top.report("where",
                   QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
    if (!list.IsSequence()) return;
    for (const YAML::Node& node : list)
        mapping.where.push_back(readFilter(node, top));
}

} // namespace

feeds::Mapping readMapping(YamlMap& top, const QString& format, const city::QuantityCatalogue& quantities)
{
    feeds::Mapping mapping;
    static_cast<feeds::RecordLayout&>(mapping) = readLayout(top, format);
    mapping.missing = top.texts("missing");
    mapping.follow = readField(top, "follow");
    mapping.followLast = static_cast<int>(top.number("follow-last", 1, 200).value_or(0));
    readWhere(top, mapping);
    const YAML::Node placeNode = top.node("place"), eventNode = top.node("event"),
                     vehicleNode = top.node("vehicle");
    YamlMap place(placeNode, top.shownAs(), top.problems());
    if (place.isValid()) mapping.place = readPlace(place);
    YamlMap event(eventNode, top.shownAs(), top.problems());
    if (event.isValid()) mapping.event = readEvent(event, quantities);
    YamlMap vehicle(vehicleNode, top.shownAs(), top.problems());
    if (vehicle.isValid()) mapping.vehicle = readVehicle(vehicle);
    if (top.has("time")) mapping.time = readTime(top, "time");
    mapping.observe = readMeasures(top, "observe", quantities);
    const YAML::Node nowhere(YAML::NodeType::Undefined);
    if (!placeNode.IsDefined() && !eventNode.IsDefined() && !vehicleNode.IsDefined())
        top.report(nowhere, QStringLiteral("place"),
                   QT_TRANSLATE_NOOP("Message", "is missing here; expected place, event or vehicle"));
    if (!mapping.observe.empty() && !mapping.place)
        top.report("observe", QT_TRANSLATE_NOOP("Message", "needs a place that the values are of"));
    return mapping;
}

} // namespace app
