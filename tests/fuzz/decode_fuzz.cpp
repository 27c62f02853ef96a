// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoder.h"

#include <cmath>
#include <cstdlib>

/// One decoder under libFuzzer: CITYOPS_FUZZ names the format. Any bytes end in facts that can be true or in
/// a reason.

namespace {

feeds::FieldRef named(std::initializer_list<const char*> names)
{
    feeds::FieldRef ref;
    for (const char* name : names)
        ref.names << QString::fromUtf8(name);
    return ref;
}

/// A mapping that looks at what the samples and most recorded payloads have, and reads geometry.
void map(feeds::FeedSpec& feed)
{
    feed.mapping.records =
        feed.format == QLatin1String("xml") ? QStringLiteral("Set/S") : QStringLiteral("$[*]");
    feed.mapping.recordsElse = {QStringLiteral("$.records[*]"), QStringLiteral("$.retVal.*"),
                                QStringLiteral("*")};
    feeds::PlaceMapping place;
    place.kind = QStringLiteral("station");
    place.id = named({"id", "sno", "SiteId", "device_id", "#1", "@id"});
    place.name.insert(QString(), named({"name", "sna", "SiteName", "a.b[0].c[d=e]"}));
    place.lon = named({"lon", "lng", "gps_lon"});
    place.lat = named({"lat", "gps_lat"});
    if (feed.format != QLatin1String("geojson")) place.geometry = named({"geometry", "wkt", "bikes"});
    feed.mapping.place = place;
    feeds::TimeMapping time;
    time.fields = {named({"time", "mday", "timestamp"})};
    time.formats = QStringList{QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("iso8601"),
                               QStringLiteral("zh-12h"), QStringLiteral("roc"), QStringLiteral("java-date")};
    feed.mapping.time = time;
    feeds::ObservationMapping count;
    count.quantity = QStringLiteral("bikes.available");
    count.field = named({"bikes", "sbi", "s_d0", "PM2.5"});
    feed.mapping.observe = {count};
}

void check(bool holds)
{
    if (!holds) std::abort();
}

void checkFacts(const feeds::Decoded& decoded)
{
    for (const city::Place& place : decoded.places)
        check(!place.at || (std::abs(place.at->lon) <= 180 && std::abs(place.at->lat) <= 90));
    for (const city::Observation& one : decoded.observations)
        check(std::isfinite(one.value) && !one.quantity.isEmpty());
    for (const city::Vehicle& vehicle : decoded.vehicles)
        check(std::abs(vehicle.at.lon) <= 180 && std::abs(vehicle.at.lat) <= 90 && !vehicle.id.isEmpty());
    for (const city::Alert& alert : decoded.alerts)
        check(!alert.identifier.isEmpty());
    for (const city::Problem& problem : decoded.problems)
        check(!problem.text.isEmpty());
    check(decoded.problemCount >= static_cast<int>(decoded.problems.size()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const feeds::FeedSpec feed = [] {
        feeds::FeedSpec made;
        made.id = made.format = QString::fromLatin1(std::getenv("CITYOPS_FUZZ"));
        made.zone = QTimeZone("Asia/Taipei");
        made.request.maxBytes = 4 * 1024 * 1024;
        if (!feeds::standardFormats().contains(made.format)) map(made);
        return made;
    }();
    static const city::QuantityCatalogue none;
    static const city::Instant now = *city::fromIso(u"2026-11-01T00:00:00Z");
    const QByteArray payload(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    auto decoded = feeds::decode(payload, {feed, none, now, {}});
    if (!decoded) {
        check(!decoded.problem().text.isEmpty());
        return 0;
    }
    feeds::complete(decoded.value());
    checkFacts(*decoded);
    return 0;
}
