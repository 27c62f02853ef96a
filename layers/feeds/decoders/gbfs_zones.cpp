// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gbfs_reader.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/reasons.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// What a rule says, in the standard's words: "ride_allowed=false, maximum_speed_kph=10 (scooter, ebike)".
QString ruleText(element rule)
{
    QStringList said;
    forEachMember(rule, [&](std::string_view name, element value) {
        const bool types = name == "vehicle_type_ids" || name == "vehicle_type_id";
        if (!types && !value.is_null()) said << toQString(name) + QLatin1Char('=') + shownText(value);
    });
    QStringList types = textsOf(rule, "vehicle_type_ids");
    if (types.isEmpty()) types = textsOf(rule, "vehicle_type_id"); // up to version 2
    const QString whom =
        types.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(types.join(QStringLiteral(", ")));
    return said.join(QStringLiteral(", ")) + whom;
}

} // namespace

void GbfsReader::readZones(element zones)
{
    int number = 0;
    forEachIn(zones, "features", [&](element zone) {
        m_record = {++number, QStringLiteral("zone"), {}};
        const auto properties = memberOf(zone, "properties");
        const auto geometry = memberOf(zone, "geometry");
        if (!geometry)
            return report("geometry",
                          QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
        city::Result<city::Geometry> shape = geometryFromJson(*geometry);
        if (!shape) return report("geometry", shape.problem().text);
        const city::LonLatBox box = shape->bounds();
        if (box.west < -180 || box.east > 180 || box.south < -90 || box.north > 90)
            return report("geometry", {reasons::notOnEarth, {QString::number(box.east), QString::number(box.north)}});
        // Zones have no id: their place in the list is all there is.
        city::Place place{{QStringLiteral("geofence"), QString::number(number)}, {}, {}, {}, {}};
        place.shape = std::move(shape).value();
        if (m_context.feed.extent && !m_context.feed.extent->intersects(place.shape.bounds())) return;
        place.at = middleOf(place.shape);
        if (properties) {
            place.name = textsByLanguage(*properties, "name");
            QStringList rules;
            forEachIn(*properties, "rules", [&](element rule) { rules << ruleText(rule); });
            if (!rules.isEmpty())
                place.details.insert(QStringLiteral("rules"), rules.join(QLatin1Char('\n')));
            for (const char* time : {"start", "end"}) {
                const auto stated = memberOf(*properties, time);
                const auto at = stated ? statedTime(*stated) : std::nullopt;
                if (at) place.details.insert(QString::fromLatin1(time), city::toIso(*at));
            }
        }
        m_decoded.places.push_back(std::move(place));
    });
}

} // namespace feeds
