// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/mapping/position.h"

#include <array>

namespace feeds {

namespace {

using simdjson::dom::element;

/// Work zones and devices of WZDx 3 and 4: version 4 has core_details, version 3 has road_event_core_details
/// or (3.0) the same members among the properties.
class WorkZoneReader {
public:
    WorkZoneReader(element root, FactSink& sink) : m_sink(sink)
    {
        auto info = memberOf(root, "feed_info");
        if (!info) info = memberOf(root, "road_event_feed_info");
        if (!info) return;
        const char* name = memberOf(*info, "update_date") ? "update_date" : "feed_update_date"; // version 2
        m_updated = sink.observed(QString::fromLatin1(name), viewOf(*info, name));
    }

    void read(element feature)
    {
        const auto properties = memberOf(feature, "properties");
        const element owner = properties.value_or(feature);
        element core = owner;
        for (const char* name : {"core_details", "road_event_core_details"}) {
            if (const auto found = memberOf(owner, name)) core = *found;
        }
        QString id = textOf(feature, "id");
        for (const char* name : {"road_event_id", "id"}) {
            if (id.isEmpty()) id = textOf(owner, name);
        }
        m_sink.turnTo(QStringLiteral("id"), id);
        if (id.isEmpty())
            return m_sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
        if (memberOf(core, "device_type"))
            addDevice(id, core, owner, geometryOf(feature));
        else
            addEvent(id, core, owner, geometryOf(feature));
    }

private:
    city::Geometry geometryOf(element feature)
    {
        const auto geometry = memberOf(feature, "geometry");
        if (!geometry) return {};
        city::Result<city::Geometry> read = geometryFromJson(*geometry);
        if (!read) {
            m_sink.report(QStringLiteral("geometry"), read.problem().text);
            return {};
        }
        return m_sink.checked(QStringLiteral("geometry"), std::move(read).value());
    }

    static QString roadOf(element core)
    {
        QString road = textsOf(core, "road_names").join(QStringLiteral(", "));
        if (road.isEmpty()) road = textOf(core, "road_name");
        const QString direction = textOf(core, memberOf(core, "direction") ? "direction" : "road_direction");
        if (!direction.isEmpty() && direction != QLatin1String("unknown") &&
            direction != QLatin1String("undefined"))
            road += QLatin1Char(' ') + direction;
        return road.trimmed();
    }

    static QString kindOf(element core)
    {
        const QString type = textOf(core, "event_type");
        return type.isEmpty() || type == QLatin1String("work-zone") ? QStringLiteral("roadworks") : type;
    }

    void addEvent(const QString& id, element core, element owner, city::Geometry geometry)
    {
        const std::string_view status = viewOf(owner, "event_status");
        if (status == "cancelled" || status == "completed") return; // is over
        city::Event event;
        event.id = id;
        event.kind = kindOf(core);
        QString title = roadOf(core);
        if (title.isEmpty()) title = textOf(core, "name");
        event.title = localText(title.isEmpty() ? textOf(core, "description").left(120) : title);
        QStringList lines;
        for (const auto& [from, name] : {std::pair(core, "description"), std::pair(owner, "vehicle_impact"),
                                         std::pair(owner, "event_status")}) {
            const QString text = textOf(from, name);
            if (!text.isEmpty()) lines << text;
        }
        for (const auto& [list, member] :
             {std::pair("restrictions", "type"), std::pair("types_of_work", "type_name")}) {
            const QStringList names = namesIn(owner, list, member);
            if (!names.isEmpty()) lines << names.join(QStringLiteral(", "));
        }
        const QString limit = textOf(owner, "reduced_speed_limit_kph");
        if (!limit.isEmpty()) lines << QStringLiteral("reduced_speed_limit %1 km/h").arg(limit);
        event.description = lines.join(QLatin1Char('\n'));
        event.begins = m_sink.planned(QStringLiteral("start_date"), viewOf(owner, "start_date"));
        event.ends = m_sink.planned(QStringLiteral("end_date"), viewOf(owner, "end_date"));
        event.reportedAt = updatedAt(core, owner);
        event.geometry = std::move(geometry);
        m_sink.add(std::move(event));
    }

    static QStringList namesIn(element owner, const char* list, const char* member)
    {
        QStringList names;
        forEachIn(owner, list, [&](element one) {
            const QString name = one.is_object() ? textOf(one, member) : shownText(one);
            if (!name.isEmpty()) names << name;
        });
        return names;
    }

    city::Instant updatedAt(element core, element owner)
    {
        const element from = memberOf(core, "update_date") ? core : owner;
        const auto own = m_sink.observed(QStringLiteral("update_date"), viewOf(from, "update_date"));
        return own.value_or(m_updated.value_or(m_sink.context().receivedAt));
    }

    void addDevice(const QString& id, element core, element owner, city::Geometry geometry)
    {
        QString name = textOf(core, "name");
        city::Place place{
            {QStringLiteral("road-device"), id}, localText(name.isEmpty() ? roadOf(core) : name), {}, {}, {}};
        // What each type of device says is in its own members: a pattern, a message, a function.
        for (const element from : {core, owner}) {
            forEachMember(from, [&](std::string_view member, element value) {
                const bool plain = !value.is_object() && !value.is_array() && !value.is_null();
                static constexpr std::array<std::string_view, 10> elsewhere{"name",
                                                                            "description",
                                                                            "road_direction",
                                                                            "direction",
                                                                            "data_source_id",
                                                                            "average_speed_kph",
                                                                            "volume_vph",
                                                                            "occupancy_percent",
                                                                            "collection_interval_start_date",
                                                                            "collection_interval_end_date"};
                const bool said = std::find(elsewhere.begin(), elsewhere.end(), member) != elsewhere.end();
                if (plain && !said) place.details.insert(toQString(member), shownText(value));
            });
        }
        const QStringList messages = textsOf(core, "status_messages");
        if (!messages.isEmpty())
            place.details.insert(QStringLiteral("status_messages"), messages.join(QStringLiteral("; ")));
        const QString road = roadOf(core);
        if (!road.isEmpty()) place.details.insert(QStringLiteral("road"), road);
        if (!geometry.isEmpty()) place.at = middleOf(geometry);
        if (!geometry.lines.empty() || !geometry.polygons.empty()) place.shape = std::move(geometry);
        const city::PlaceId where = place.id;
        city::Place lane = place;
        m_sink.add(std::move(place));
        readSensor(where, core, owner, std::move(lane));
    }

    /// A traffic sensor has measured until the end of its interval; each lane of several is a place of its
    /// own.
    void readSensor(const city::PlaceId& where, element core, element owner, city::Place lane)
    {
        if (viewOf(core, "device_type") != "traffic-sensor") return;
        const auto ended = m_sink.observed(QStringLiteral("collection_interval_end_date"),
                                           viewOf(owner, "collection_interval_end_date"));
        const city::Instant at = ended.value_or(updatedAt(core, owner));
        observe(where, owner, at);
        forEachIn(owner, "lane_data", [&](element one) {
            const QString order = textOf(one, "lane_order");
            if (order.isEmpty()) return;
            lane.id.id = where.id + QLatin1Char('#') + order;
            lane.details = {};
            lane.details.insert(QStringLiteral("lane_order"), order);
            m_sink.add(lane);
            observe(lane.id, one, at);
        });
    }

    void observe(const city::PlaceId& where, element owner, city::Instant at)
    {
        struct Value {
            const char *field, *quantity, *unit;
        };
        for (const Value& value :
             {Value{"average_speed_kph", "road.speed", "km/h"}, Value{"volume_vph", "road.volume", "/h"},
              Value{"occupancy_percent", "road.occupancy", "%"}}) {
            if (const auto number = numberOf(owner, value.field))
                m_sink.observe(where, QString::fromLatin1(value.quantity), QString::fromLatin1(value.field),
                               *number, QString::fromLatin1(value.unit), at);
        }
    }

    FactSink& m_sink;
    std::optional<city::Instant> m_updated;
};

} // namespace

city::Result<Decoded> decodeWzdx(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const bool isFeed = memberOf(root, "feed_info") || memberOf(root, "road_event_feed_info");
    element features; // null: none
    if (viewOf(root, "type") != "FeatureCollection" || !isFeed || root["features"].get(features))
        return city::Problem{
            {},
            {},
            QT_TRANSLATE_NOOP("Message", "is not WZDx: a FeatureCollection with \"feed_info\" was expected")};
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    FactSink sink(context, decoded);
    WorkZoneReader reader(root, sink);
    forEachIn(root, "features", [&](element feature) { reader.read(feature); });
    sink.finish();
    return decoded;
}

} // namespace feeds
