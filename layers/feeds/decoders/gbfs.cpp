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
    static constexpr const char* names[]{"system_id", "plans", "versions", "calendars", "rental_hours", "datasets"};
    return std::any_of(std::begin(names), std::end(names),
                       [data](const char* name) { return !data[name].error(); });
}

void followFeeds(simdjson::dom::array feeds, const QUrl& base, Decoded& decoded)
{
    static const QStringList wanted{QStringLiteral("station_information"), QStringLiteral("station_status"),
                                    QStringLiteral("vehicle_status"), QStringLiteral("free_bike_status"),
                                    QStringLiteral("vehicle_types"), QStringLiteral("system_alerts"),
                                    QStringLiteral("system_regions")};
    for (const element feed : feeds) {
        std::string_view name;
        std::string_view url;
        if (!feed.is_object() || feed["name"].get(name) || feed["url"].get(url)) continue;
        if (name.ends_with(".json")) name.remove_suffix(5);
        if (!wanted.contains(toQString(name))) continue;
        const QUrl whole = base.resolved(QUrl(toQString(url)));
        addFollow(whole.toString(), decoded);
        if (whole.isRelative())
            decoded.addProblem({toQString(name), QStringLiteral("url"),
                                {QT_TRANSLATE_NOOP("Message", "\"%1\" is no whole address"), {toQString(url)}}});
    }
}

/// The records of a list; some publishers write a map of them, the one there is, or null for none. Nothing when the
/// document has no such list.
std::optional<GbfsReader::Records> recordsOf(element data, const char* name)
{
    element list;
    if (data[name].get(list)) return std::nullopt;
    GbfsReader::Records records;
    simdjson::dom::array array;
    if (!list.get(array)) {
        records.reserve(array.size());
        for (const element one : array)
            records.push_back(one);
    } else if (list.is_object()) {
        const bool isMap = std::ranges::all_of(fieldsOf(list), [](const auto& field) { return field.value.is_object(); });
        forEachMember(list, [&](std::string_view, element one) {
            if (isMap) records.push_back(one);
        });
        if (!isMap) records.push_back(list);
    } else if (!list.is_null()) {
        return std::nullopt;
    }
    return records;
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
    if (const auto stations = recordsOf(data, "stations"))
        reader.readStations(*stations);
    else if (const auto vehicles = recordsOf(data, "vehicles"))
        reader.readVehicles(*vehicles, "vehicle_id");
    else if (const auto bikes = recordsOf(data, "bikes"))
        reader.readVehicles(*bikes, "bike_id");
    else if (const auto types = recordsOf(data, "vehicle_types"))
        reader.readVehicleTypes(*types);
    else if (const auto regions = recordsOf(data, "regions"))
        reader.readRegions(*regions);
    else if (const auto alerts = recordsOf(data, "alerts"))
        reader.readAlerts(*alerts);
    else if (const auto zones = memberOf(data, "geofencing_zones"))
        reader.readZones(*zones);
    else if (const auto feeds = feedsOf(data))
        followFeeds(*feeds, context.feed.request.url, decoded);
    else if (!isSilent(data))
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is not a file of GBFS that is known")};
    return decoded;
}

} // namespace feeds
