// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_realtime_json.h"

#include "layers/feeds/decoders/gtfs_words.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"

#include <cmath>

namespace feeds {

namespace {

using simdjson::dom::element;

/// "stop_time_update", "stopTimeUpdate", "StopTimeUpdate" and "StopTimeUpdates" are one name.
bool isCalled(std::string_view key, std::string_view name)
{
    std::size_t at = 0;
    for (const char c : key) {
        if (c == '_') continue;
        while (at < name.size() && name[at] == '_')
            ++at;
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (at == name.size()) return lower == 's' && &c == &key.back();
        if (lower != name[at]) return false;
        ++at;
    }
    return at == name.size();
}

std::optional<element> member(element owner, std::string_view name)
{
    if (auto exact = memberOf(owner, name)) return exact;
    std::optional<element> found;
    forEachMember(owner, [&](std::string_view key, element value) {
        if (!found && !value.is_null() && isCalled(key, name)) found = value;
    });
    return found;
}

/// The objects of a list, or the one that stands instead of it.
template<typename Visit> void each(element owner, std::string_view name, Visit visit)
{
    const auto list = member(owner, name);
    if (list && list->is_object()) visit(*list);
    if (!list || !list->is_array()) return;
    for (const element one : elementsOf(*list))
        if (one.is_object()) visit(one);
}

/// A whole number: also as a text, also with a fraction, which is dropped (one publisher's times have one).
std::optional<qint64> whole(element owner, std::string_view name)
{
    const auto value = member(owner, name);
    const auto number = value ? numberOf(*value) : std::nullopt;
    if (!number || std::abs(*number) > 9e15) return std::nullopt;
    return static_cast<qint64>(std::floor(*number));
}

/// A number, or one of the words that `words` gives its numbers.
std::optional<int> coded(element owner, std::string_view name, QString (*words)(int))
{
    if (const auto number = whole(owner, name))
        return std::abs(*number) < 1'000'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
    const auto value = member(owner, name);
    const QString said = value ? shownText(*value).toUpper() : QString();
    for (int code = 0; code < 16 && !said.isEmpty(); ++code)
        if (words(code) == said) return code;
    return std::nullopt;
}

QString stopRelationship(int value)
{
    static constexpr const char* names[]{"SCHEDULED", "SKIPPED", "NO_DATA", "UNSCHEDULED"};
    return value >= 0 && value < 4 ? QString::fromLatin1(names[value]) : QString();
}

QString severity(int value)
{
    static constexpr const char* names[]{"", "UNKNOWN_SEVERITY", "INFO", "WARNING", "SEVERE"};
    return value >= 1 && value < 5 ? QString::fromLatin1(names[value]) : QString();
}

std::string text(element owner, std::string_view name)
{
    const auto value = member(owner, name);
    return value && !value->is_object() && !value->is_array() ? shownText(*value).toStdString()
                                                              : std::string();
}

template<typename Set> void setText(element owner, std::string_view name, Set set)
{
    if (std::string said = text(owner, name); !said.empty()) set(std::move(said));
}

void read(element from, gtfsrt::TripDescriptor& trip)
{
    setText(from, "trip_id", [&](std::string said) { trip.set_trip_id(std::move(said)); });
    setText(from, "route_id", [&](std::string said) { trip.set_route_id(std::move(said)); });
    setText(from, "start_time", [&](std::string said) { trip.set_start_time(std::move(said)); });
    setText(from, "start_date", [&](std::string said) { trip.set_start_date(std::move(said)); });
    if (const auto code = coded(from, "schedule_relationship", tripRelationship))
        trip.set_schedule_relationship(*code);
    if (const auto way = whole(from, "direction_id"); way && *way >= 0 && *way < 2)
        trip.set_direction_id(static_cast<quint32>(*way));
}

void read(element from, gtfsrt::VehicleDescriptor& vehicle)
{
    setText(from, "id", [&](std::string said) { vehicle.set_id(std::move(said)); });
    setText(from, "label", [&](std::string said) { vehicle.set_label(std::move(said)); });
    setText(from, "license_plate", [&](std::string said) { vehicle.set_license_plate(std::move(said)); });
}

void read(element from, gtfsrt::Position& position)
{
    const auto number = [from](std::string_view name) {
        const auto value = member(from, name);
        return value ? numberOf(*value) : std::nullopt;
    };
    if (const auto value = number("latitude")) position.set_latitude(static_cast<float>(*value));
    if (const auto value = number("longitude")) position.set_longitude(static_cast<float>(*value));
    if (const auto value = number("bearing")) position.set_bearing(static_cast<float>(*value));
    if (const auto value = number("speed")) position.set_speed(static_cast<float>(*value));
}

void read(element from, gtfsrt::VehiclePosition& vehicle)
{
    each(from, "trip", [&](element one) { read(one, *vehicle.mutable_trip()); });
    each(from, "vehicle", [&](element one) { read(one, *vehicle.mutable_vehicle()); });
    if (const auto position = member(from, "position"); position && position->is_object())
        read(*position, *vehicle.mutable_position());
    setText(from, "stop_id", [&](std::string said) { vehicle.set_stop_id(std::move(said)); });
    if (const auto value = whole(from, "timestamp"); value && *value > 0)
        vehicle.set_timestamp(static_cast<quint64>(*value));
    if (const auto value = whole(from, "current_stop_sequence"); value && *value >= 0)
        vehicle.set_current_stop_sequence(static_cast<quint32>(*value));
    if (const auto code = coded(from, "current_status", stopStatus)) vehicle.set_current_status(*code);
    if (const auto code = coded(from, "congestion_level", congestionLevel))
        vehicle.set_congestion_level(*code);
    if (const auto code = coded(from, "occupancy_status", occupancyStatus))
        vehicle.set_occupancy_status(*code);
    if (const auto value = whole(from, "occupancy_percentage"); value && *value >= 0)
        vehicle.set_occupancy_percentage(static_cast<quint32>(*value));
}

void read(element from, gtfsrt::StopTimeEvent& event)
{
    if (const auto value = whole(from, "delay")) event.set_delay(static_cast<qint32>(*value));
    if (const auto value = whole(from, "time")) event.set_time(*value);
}

void read(element from, gtfsrt::TripUpdate& update)
{
    each(from, "trip", [&](element one) { read(one, *update.mutable_trip()); });
    each(from, "vehicle", [&](element one) { read(one, *update.mutable_vehicle()); });
    if (const auto value = whole(from, "timestamp"); value && *value > 0)
        update.set_timestamp(static_cast<quint64>(*value));
    if (const auto value = whole(from, "delay")) update.set_delay(static_cast<qint32>(*value));
    each(from, "stop_time_update", [&](element one) {
        gtfsrt::StopTimeUpdate& stop = *update.add_stop_time_update();
        setText(one, "stop_id", [&](std::string said) { stop.set_stop_id(std::move(said)); });
        if (const auto value = whole(one, "stop_sequence"); value && *value >= 0)
            stop.set_stop_sequence(static_cast<quint32>(*value));
        if (const auto code = coded(one, "schedule_relationship", stopRelationship))
            stop.set_schedule_relationship(*code);
        if (const auto event = member(one, "arrival"); event && event->is_object())
            read(*event, *stop.mutable_arrival());
        if (const auto event = member(one, "departure"); event && event->is_object())
            read(*event, *stop.mutable_departure());
    });
}

void read(element from, std::string_view name, gtfsrt::TranslatedString* (gtfsrt::Alert::*mutable_text)(),
          gtfsrt::Alert& alert)
{
    const auto said = member(from, name);
    if (!said) return;
    const auto add = [&](std::string words, std::string language) {
        if (words.empty()) return;
        gtfsrt::Translation& one = *(alert.*mutable_text)()->add_translation();
        one.set_text(std::move(words));
        if (!language.empty()) one.set_language(std::move(language));
    };
    if (said->is_string()) return add(shownText(*said).toStdString(), {});
    each(*said, "translation", [&](element one) { add(text(one, "text"), text(one, "language")); });
}

void read(element from, gtfsrt::Alert& alert)
{
    each(from, "active_period", [&](element one) {
        gtfsrt::TimeRange& period = *alert.add_active_period();
        if (const auto value = whole(one, "start"); value && *value > 0)
            period.set_start(static_cast<quint64>(*value));
        if (const auto value = whole(one, "end"); value && *value > 0)
            period.set_end(static_cast<quint64>(*value));
    });
    each(from, "informed_entity", [&](element one) {
        gtfsrt::EntitySelector& entity = *alert.add_informed_entity();
        setText(one, "agency_id", [&](std::string said) { entity.set_agency_id(std::move(said)); });
        setText(one, "route_id", [&](std::string said) { entity.set_route_id(std::move(said)); });
        setText(one, "stop_id", [&](std::string said) { entity.set_stop_id(std::move(said)); });
        if (const auto value = whole(one, "route_type"); value && *value >= 0)
            entity.set_route_type(static_cast<qint32>(*value));
        if (const auto trip = member(one, "trip")) read(*trip, *entity.mutable_trip());
    });
    if (const auto code = coded(from, "cause", alertCause)) alert.set_cause(*code);
    if (const auto code = coded(from, "effect", alertEffect)) alert.set_effect(*code);
    if (const auto code = coded(from, "severity_level", severity)) alert.set_severity_level(*code);
    read(from, "url", &gtfsrt::Alert::mutable_url, alert);
    read(from, "header_text", &gtfsrt::Alert::mutable_header_text, alert);
    read(from, "description_text", &gtfsrt::Alert::mutable_description_text, alert);
}

/// The object that has a list of entities, in whatever envelope.
std::optional<element> feedIn(element root, int depth = 0)
{
    if (root.is_array() && depth == 0 && elementsOf(root).size() > 0)
        return feedIn(elementsOf(root).at(0).value_unsafe(), 1);
    if (!root.is_object() || depth > 2) return std::nullopt;
    for (const char* name : {"entity", "entities"})
        if (const auto list = member(root, name); list && list->is_array()) return root;
    const auto header = member(root, "header"); // a message without entities may leave their list out
    if (header && (member(*header, "gtfs_realtime_version") || member(*header, "timestamp"))) return root;
    for (const char* envelope : {"response", "data", "feed", "feed_message", "message"})
        if (const auto inside = member(root, envelope)) return feedIn(*inside, depth + 1);
    return std::nullopt;
}

} // namespace

std::optional<gtfsrt::FeedMessage> messageFromJson(element root)
{
    const auto feed = feedIn(root);
    if (!feed) return std::nullopt;
    gtfsrt::FeedMessage message;
    gtfsrt::FeedHeader& header = *message.mutable_header();
    if (const auto stated = member(*feed, "header")) {
        header.set_gtfs_realtime_version(text(*stated, "gtfs_realtime_version"));
        if (const auto at = whole(*stated, "timestamp"); at && *at > 0)
            header.set_timestamp(static_cast<quint64>(*at));
    }
    const auto add = [&message](element one) {
        gtfsrt::FeedEntity& entity = *message.add_entity();
        setText(one, "id", [&](std::string said) { entity.set_id(std::move(said)); });
        if (const auto gone = member(one, "is_deleted"))
            entity.set_is_deleted(shownText(*gone) == QLatin1String("true"));
        if (const auto part = member(one, "trip_update"); part && part->is_object())
            read(*part, *entity.mutable_trip_update());
        if (const auto part = member(one, "vehicle"); part && part->is_object())
            read(*part, *entity.mutable_vehicle());
        if (const auto part = member(one, "alert"); part && part->is_object())
            read(*part, *entity.mutable_alert());
    };
    each(*feed, member(*feed, "entity") ? "entity" : "entities", add);
    return message;
}

} // namespace feeds
