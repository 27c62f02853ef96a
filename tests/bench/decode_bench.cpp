// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoder.h"

#include <QXmlStreamReader>
#include <decoders/gtfs_realtime.pb.h>
#include <google/protobuf/arena.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <simdjson.h>

/// How long decoding takes against the bare parser library on the same bytes, in the same run: a ratio, so
/// that the machine does not matter. The payloads are made here, in the shape of real ones.
/// `decode_bench TEXT` runs only those whose name holds TEXT.
namespace {

constexpr int rounds = 15;
const char* only = "";

/// What a piece of work has made. It is taken apart after the clock has stopped: facts and parsed messages
/// alike live on when decoding is done.
using Made = std::shared_ptr<const void>;

double secondsOf(const std::function<Made()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    const Made made = work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    return took.count();
}

feeds::FeedSpec feedOf(const char* format)
{
    feeds::FeedSpec feed;
    feed.id = feed.format = QString::fromLatin1(format);
    feed.zone = QTimeZone::utc();
    feed.request.maxBytes = 1024LL * 1024 * 1024;
    return feed;
}

Made factsOf(const QByteArray& payload, const feeds::FeedSpec& feed, std::size_t& facts)
{
    static const city::QuantityCatalogue none;
    const city::Instant now = *city::fromIso(u"2026-10-01T12:00:00Z");
    auto decoded =
        std::make_shared<city::Result<feeds::Decoded>>(feeds::decode(payload, {feed, none, now, {}}));
    if (!*decoded) qFatal("%s", qPrintable(decoded->problem().toString()));
    facts = static_cast<std::size_t>((**decoded).factCount());
    return decoded;
}

void compare(const char* name, const QByteArray& payload, const feeds::FeedSpec& feed, double limit,
             const std::function<Made()>& bare)
{
    if (!std::strstr(name, only)) return;
    std::size_t facts = 0;
    double ours = 1e9;
    double theirs = 1e9;
    for (int i = 0; i < rounds; ++i) { // in turn, so that a busy machine is unkind to both
        ours = std::min(ours, secondsOf([&] { return factsOf(payload, feed, facts); }));
        theirs = std::min(theirs, secondsOf(bare));
    }
    const double megabytes = static_cast<double>(payload.size()) / 1e6;
    std::printf("%-22s %7.2f MB %8zu facts  bare %8.1f MB/s  decode %8.1f MB/s  ratio %5.2f (limit %.1f)\n",
                name, megabytes, facts, megabytes / theirs, megabytes / ours, ours / theirs, limit);
}

QByteArray stationStatus(int count)
{
    QByteArray json = "{\"last_updated\":1790848800,\"ttl\":5,\"version\":\"2.2\",\"data\":{\"stations\":[";
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        json += "{\"station_id\":\"3e9f6a8c-4a7b-" + n +
                "\",\"num_bikes_available\":" + QByteArray::number(i % 30) +
                ",\"num_bikes_disabled\":1,\"num_docks_available\":" + QByteArray::number(30 - i % 30) +
                ",\"num_docks_disabled\":0,\"is_installed\":true,\"is_renting\":true,\"is_returning\":true,"
                "\"last_reported\":1790848701,\"eightd_has_available_keys\":false,\"legacy_id\":\"" +
                n + "\"},";
    }
    json.back() = ']';
    return json + "}}";
}

QByteArray measuredData(int sites)
{
    QByteArray xml = "<d2LogicalModel xmlns=\"http://datex2.eu/schema/2/2_0\" "
                     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><payloadPublication "
                     "xsi:type=\"MeasuredDataPublication\">";
    for (int i = 0; i < sites; ++i) {
        xml += "<siteMeasurements><measurementSiteReference id=\"RWS01_MONIBAS_" + QByteArray::number(i) +
               "\" version=\"1\" targetClass=\"MeasurementSiteRecord\"/><measurementTimeDefault>"
               "2026-10-01T08:00:00Z</measurementTimeDefault>";
        for (int k = 1; k <= 8; ++k) {
            const QByteArray index = QByteArray::number(k);
            xml += "<measuredValue index=\"" + index + "\"><measuredValue>";
            xml += k % 2 ? "<basicData xsi:type=\"TrafficFlow\"><vehicleFlow><vehicleFlowRate>" +
                               QByteArray::number(60 * k) + "</vehicleFlowRate></vehicleFlow></basicData>"
                         : "<basicData xsi:type=\"TrafficSpeed\"><averageVehicleSpeed "
                           "numberOfInputValuesUsed=\"4\"><speed>" +
                               QByteArray::number(40 + k) + "</speed></averageVehicleSpeed></basicData>";
            xml += "</measuredValue></measuredValue>";
        }
        xml += "</siteMeasurements>";
    }
    return xml + "</payloadPublication></d2LogicalModel>";
}

QByteArray message(int vehicles, int trips)
{
    feeds::gtfsrt::FeedMessage made;
    made.mutable_header()->set_gtfs_realtime_version("2.0");
    made.mutable_header()->set_timestamp(1790848800);
    for (int i = 0; i < vehicles; ++i) {
        auto* entity = made.add_entity();
        entity->set_id("v" + std::to_string(i));
        auto* vehicle = entity->mutable_vehicle();
        vehicle->mutable_trip()->set_trip_id("trip-2026-" + std::to_string(i));
        vehicle->mutable_trip()->set_route_id("route-" + std::to_string(i % 90));
        vehicle->mutable_position()->set_latitude(25.0F + static_cast<float>(i) / 1e5F);
        vehicle->mutable_position()->set_longitude(121.5F);
        vehicle->set_timestamp(1790848790);
        vehicle->mutable_vehicle()->set_id("bus-" + std::to_string(i));
    }
    for (int i = 0; i < trips; ++i) {
        auto* entity = made.add_entity();
        entity->set_id("t" + std::to_string(i));
        auto* trip = entity->mutable_trip_update();
        trip->mutable_trip()->set_trip_id("trip-2026-" + std::to_string(i));
        for (unsigned k = 0; k < 30; ++k) {
            auto* update = trip->add_stop_time_update();
            update->set_stop_sequence(k);
            update->set_stop_id("stop-" + std::to_string(k * 37));
            update->mutable_arrival()->set_time(1790848800 + static_cast<int>(k) * 90);
            update->mutable_arrival()->set_delay(static_cast<int>(k));
        }
    }
    return QByteArray::fromStdString(made.SerializeAsString());
}

Made parseJsonBare(const QByteArray& payload)
{
    auto parser = std::make_shared<simdjson::dom::parser>();
    simdjson::dom::element root;
    if (parser->parse(payload.constData(), static_cast<std::size_t>(payload.size())).get(root))
        qFatal("no JSON");
    return parser;
}

Made readXmlBare(const QByteArray& payload)
{
    QXmlStreamReader reader(payload);
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError()) qFatal("no XML");
    return {};
}

Made parseMessageBare(const QByteArray& payload)
{
    auto arena = std::make_shared<google::protobuf::Arena>();
    auto* parsed = google::protobuf::Arena::CreateMessage<feeds::gtfsrt::FeedMessage>(arena.get());
    if (!parsed->ParseFromArray(payload.constData(), static_cast<int>(payload.size()))) qFatal("no message");
    return arena;
}

/// A table of stations: id, name, position, time and three counts.
QByteArray table(int rows)
{
    QByteArray csv = "id,name,lon,lat,time,bikes,docks,empty\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "S" + n + ",Station " + n + ",121." + QByteArray::number(500000 + i) + ",25.0" +
               QByteArray::number(10000 + i % 80000) + ",2026-10-01 08:00:00," + QByteArray::number(i % 40) +
               ",40," + QByteArray::number(40 - i % 40) + "\n";
    }
    return csv;
}

QByteArray list(int rows)
{
    QByteArray json = "[";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        json += "{\"id\":\"S" + n + "\",\"name\":\"Station " + n + "\",\"lon\":121." +
                QByteArray::number(500000 + i) + ",\"lat\":25.0" + QByteArray::number(10000 + i % 80000) +
                ",\"time\":\"2026-10-01 08:00:00\",\"bikes\":" + QByteArray::number(i % 40) +
                ",\"docks\":\"40\",\"empty\":" + QByteArray::number(40 - i % 40) + "},";
    }
    json.back() = ']';
    return json;
}

QByteArray elements(int rows)
{
    QByteArray xml = "<Set>";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        xml += "<S><id>S" + n + "</id><name>Station " + n + "</name><lon>121." +
               QByteArray::number(500000 + i) + "</lon><lat>25.0" + QByteArray::number(10000 + i % 80000) +
               "</lat><time>2026-10-01 08:00:00</time><bikes>" + QByteArray::number(i % 40) +
               "</bikes><docks>40</docks><empty>" + QByteArray::number(40 - i % 40) + "</empty></S>";
    }
    return xml + "</Set>";
}

feeds::FieldRef named(const char* name)
{
    feeds::FieldRef ref;
    ref.names << QString::fromLatin1(name);
    return ref;
}

feeds::FeedSpec mappingOf(const char* format, const char* records)
{
    feeds::FeedSpec feed = feedOf(format);
    feed.mapping.records = QString::fromLatin1(records);
    feeds::PlaceMapping place;
    place.kind = QStringLiteral("bike-station");
    place.id = named("id");
    place.name.insert(QString(), named("name"));
    place.lon = named("lon");
    place.lat = named("lat");
    feed.mapping.place = place;
    feeds::TimeMapping time;
    time.fields = {named("time")};
    time.formats = QStringList{QStringLiteral("yyyy-MM-dd HH:mm:ss")};
    feed.mapping.time = time;
    for (const char* name : {"bikes", "docks", "empty"}) {
        feeds::ObservationMapping count;
        count.quantity = QString::fromLatin1(name);
        count.field = named(name);
        count.least = 0;
        count.most = 200;
        feed.mapping.observe.push_back(count);
    }
    return feed;
}

/// Lines by memchr, fields by memchr, and those that are numbers turned into numbers.
Made scanBare(const QByteArray& payload)
{
    double sum = 0;
    const char* at = payload.constData();
    const char* const end = at + payload.size();
    while (at < end) {
        const auto* stop =
            static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (!stop) stop = end;
        while (at < stop) {
            const auto* comma =
                static_cast<const char*>(std::memchr(at, ',', static_cast<std::size_t>(stop - at)));
            if (!comma) comma = stop;
            double value = 0;
            if (std::from_chars(at, comma, value).ec == std::errc()) sum += value;
            at = comma + 1;
        }
        at = stop + 1;
    }
    return std::make_shared<double>(sum);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1) only = argv[1];
    const QByteArray json = stationStatus(20'000);
    compare("GBFS status (JSON)", json, feedOf("gbfs"), 2.5, [&] { return parseJsonBare(json); });
    const QByteArray xml = measuredData(5'000);
    compare("DATEX II (XML)", xml, feedOf("datex2"), 2, [&] { return readXmlBare(xml); });
    const QByteArray csv = table(40'000);
    compare("mapping (CSV)", csv, mappingOf("csv", ""), 2.5, [&] { return scanBare(csv); });
    const QByteArray rows = list(40'000);
    compare("mapping (JSON)", rows, mappingOf("json", "$[*]"), 2.5, [&] { return parseJsonBare(rows); });
    const QByteArray sets = elements(40'000);
    compare("mapping (XML)", sets, mappingOf("xml", "Set/S"), 2, [&] { return readXmlBare(sets); });
    const QByteArray trips = message(0, 3'000);
    compare("GTFS-RT trip updates", trips, feedOf("gtfs-rt"), 1.5, [&] { return parseMessageBare(trips); });
    const QByteArray vehicles = message(20'000, 0);
    compare("GTFS-RT vehicles", vehicles, feedOf("gtfs-rt"), 1.5, [&] { return parseMessageBare(vehicles); });
}
