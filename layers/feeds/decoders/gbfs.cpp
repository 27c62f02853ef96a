// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gbfs_reader.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// Files of GBFS that say nothing that is a fact of the city; by the name of their content.
bool isSilent(element data)
{
    static constexpr const char* names[]{"system_id", "plans", "regions", "versions", "calendars", "rental_hours", "datasets"};
    return std::any_of(std::begin(names), std::end(names),
                       [data](const char* name) { return !data[name].error(); });
}

void followFeeds(simdjson::dom::array feeds, Decoded& decoded)
{
    static const QStringList wanted{QStringLiteral("station_information"), QStringLiteral("station_status"),
                                    QStringLiteral("vehicle_status"), QStringLiteral("free_bike_status"),
                                    QStringLiteral("vehicle_types"), QStringLiteral("system_alerts")};
    for (const element feed : feeds) {
        std::string_view name;
        std::string_view url;
        if (!feed.is_object() || feed["name"].get(name) || feed["url"].get(url)) continue;
        if (name.ends_with(".json")) name.remove_suffix(5);
        if (wanted.contains(toQString(name))) addFollow(toQString(url), decoded);
    }
}

/// Up to version 2 the list stands once for each language, with the same files behind it: one of them is
/// enough.
std::optional<simdjson::dom::array> feedsOf(element data)
{
    simdjson::dom::array feeds;
    if (!data["feeds"].get(feeds)) return feeds;
    std::optional<simdjson::dom::array> any;
    const simdjson::dom::object languages = fieldsOf(data);
    for (const auto language : languages) {
        if (!language.value.is_object() || language.value["feeds"].get(feeds)) continue;
        const bool local = language.key == "zh-TW" || language.key == "zh-Hant";
        if (!any || any->size() == 0 || (local && feeds.size() > 0)) any = feeds;
    }
    return any;
}

} // namespace

city::Result<Decoded> decodeGbfs(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    element data;
    if (!root.is_object() || root["data"].get(data) || !data.is_object())
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GBFS: an object with \"data\" was expected")};
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    GbfsReader reader(root, context, decoded);
    simdjson::dom::array list;
    if (!data["stations"].get(list))
        reader.readStations(list);
    else if (!data["vehicles"].get(list))
        reader.readVehicles(list, "vehicle_id");
    else if (!data["bikes"].get(list))
        reader.readVehicles(list, "bike_id");
    else if (!data["vehicle_types"].get(list))
        reader.readVehicleTypes(list);
    else if (!data["alerts"].get(list))
        reader.readAlerts(list);
    else if (const auto zones = memberOf(data, "geofencing_zones"))
        reader.readZones(*zones);
    else if (const auto feeds = feedsOf(data))
        followFeeds(*feeds, decoded);
    else if (!isSilent(data))
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is not a file of GBFS that is known")};
    return decoded;
}

} // namespace feeds
