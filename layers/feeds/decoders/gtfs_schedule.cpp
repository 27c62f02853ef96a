// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_schedule.h"

#include "layers/feeds/decoders/gtfs_table.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/encoding.h"
#include "layers/feeds/zip.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace feeds {

namespace {

constexpr int namedProblems = 100;
constexpr std::size_t mostTimes = 20'000'000;

template<typename Item>
const Item* itemOf(const std::vector<Item>& items, const QHash<QString, int>& index, const QString& id)
{
    const auto found = index.constFind(id);
    return found == index.cend() ? nullptr : &items[static_cast<std::size_t>(*found)];
}

/// Reads the files of one zip into a schedule.
class ScheduleReader {
public:
    ScheduleReader(const QByteArray& zip, qint64 maxBytes, const QStringList& names)
        : m_zip(zip), m_left(maxBytes), m_names(names)
    {
    }

    std::optional<city::Problem> read()
    {
        using Part = void (ScheduleReader::*)(GtfsTable&);
        struct File {
            const char* name;
            bool needed;
            Part part;
        };
        static constexpr File files[]{
            {"agency.txt", false, &ScheduleReader::agencies},
            {"stops.txt", true, &ScheduleReader::stops},
            {"routes.txt", true, &ScheduleReader::routes},
            {"trips.txt", false, &ScheduleReader::trips},
            {"frequencies.txt", false, &ScheduleReader::frequencies},
            {"stop_times.txt", false, &ScheduleReader::times},
            {"shapes.txt", false, &ScheduleReader::shapes},
        };
        for (const File& file : files) {
            m_file = QString::fromLatin1(file.name);
            if (!file.needed && !isThere()) continue;
            const city::Result<QByteArray> content = zipMember(m_zip, m_file, m_left);
            if (!content) return content.problem();
            m_left -= content->size();
            const QByteArray utf8 = toText(*content, QStringLiteral("UTF-8")).utf8;
            if (auto page = webPage(utf8)) return page;
            GtfsTable table(utf8);
            (this->*file.part)(table);
            if (table.isCutOff()) report(table, "", QT_TRANSLATE_NOOP("Message", "is cut off within quotes"));
        }
        return std::nullopt;
    }

    GtfsSchedule schedule;

private:
    bool isThere() const
    {
        return std::any_of(m_names.begin(), m_names.end(), [this](const QString& name) {
            return name.section(QLatin1Char('/'), -1).compare(m_file, Qt::CaseInsensitive) == 0;
        });
    }

    void report(const GtfsTable& table, const char* field, const char* text)
    {
        if (++schedule.problemCount > namedProblems) return;
        schedule.problems.push_back(
            {QStringLiteral("%1:%2").arg(m_file).arg(table.row()), QString::fromLatin1(field), text});
    }

    /// The id of a row, unless it has none or came before.
    QString idOf(const GtfsTable& table, const char* column, const QHash<QString, int>& known)
    {
        const QString id = table.text(column);
        if (id.isEmpty()) report(table, column, QT_TRANSLATE_NOOP("Message", "the record has no id"));
        if (!id.isEmpty() && known.contains(id)) {
            report(table, column,
                   QT_TRANSLATE_NOOP("Message", "this id came before; the earlier record counts"));
            return {};
        }
        return id;
    }

    void agencies(GtfsTable& table)
    {
        if (!table.next()) return;
        const QTimeZone zone(table.text("agency_timezone").toUtf8());
        if (zone.isValid())
            schedule.zone = zone;
        else
            report(table, "agency_timezone", QT_TRANSLATE_NOOP("Message", "is no time zone"));
    }

    void stops(GtfsTable& table)
    {
        while (table.next()) {
            GtfsSchedule::Stop stop;
            stop.id = idOf(table, "stop_id", schedule.stopIndex);
            if (stop.id.isEmpty()) continue;
            stop.code = table.text("stop_code");
            stop.name = table.text("stop_name");
            stop.parent = table.text("parent_station");
            stop.locationType = table.whole("location_type").value_or(0);
            const auto lat = table.number("stop_lat");
            const auto lon = table.number("stop_lon");
            const bool good = lat && lon && std::abs(*lat) <= 90 && std::abs(*lon) <= 180;
            if (good && (*lat != 0 || *lon != 0)) stop.at = city::LonLat{*lon, *lat};
            if (!good && stop.locationType < 3)
                report(table, "stop_lat", QT_TRANSLATE_NOOP("Message", "the station has no position"));
            schedule.stopIndex.insert(stop.id, static_cast<int>(schedule.stops.size()));
            schedule.stops.push_back(std::move(stop));
        }
    }

    void routes(GtfsTable& table)
    {
        while (table.next()) {
            const QString id = idOf(table, "route_id", schedule.routeIndex);
            if (id.isEmpty()) continue;
            schedule.routeIndex.insert(id, static_cast<int>(schedule.routes.size()));
            schedule.routes.push_back({id, table.text("route_short_name"), table.text("route_long_name"),
                                       table.text("agency_id"), table.whole("route_type").value_or(-1)});
        }
    }

    void trips(GtfsTable& table)
    {
        while (table.next()) {
            const QString id = idOf(table, "trip_id", schedule.tripIndex);
            if (id.isEmpty()) continue;
            GtfsSchedule::Trip trip;
            trip.route = schedule.routeIndex.value(table.text("route_id"), -1);
            if (trip.route < 0)
                report(table, "route_id", QT_TRANSLATE_NOOP("Message", "is no route of routes.txt"));
            trip.headsign = table.text("trip_headsign");
            trip.shortName = table.text("trip_short_name");
            trip.shape = table.text("shape_id");
            schedule.tripIndex.insert(id, static_cast<int>(schedule.trips.size()));
            schedule.trips.push_back(std::move(trip));
        }
    }

    void frequencies(GtfsTable& table)
    {
        while (table.next()) {
            const int index = schedule.tripIndex.value(table.text("trip_id"), -1);
            if (index >= 0 && table.whole("exact_times") != 1)
                schedule.trips[static_cast<std::size_t>(index)].byFrequency = true;
        }
    }

    void times(GtfsTable& table)
    {
        struct Row {
            int trip;
            GtfsSchedule::StopTime time;
        };
        std::vector<Row> rows;
        while (table.next() && rows.size() < mostTimes) {
            const int trip = schedule.tripIndex.value(table.text("trip_id"), -1);
            if (trip < 0) {
                report(table, "trip_id", QT_TRANSLATE_NOOP("Message", "is no trip of trips.txt"));
                continue;
            }
            GtfsSchedule::StopTime time;
            time.stop = schedule.stopIndex.value(table.text("stop_id"), -1);
            time.sequence = table.whole("stop_sequence").value_or(0);
            time.arrival = table.time("arrival_time").value_or(-1);
            time.departure = table.time("departure_time").value_or(-1);
            rows.push_back({trip, time});
        }
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return a.trip != b.trip ? a.trip < b.trip : a.time.sequence < b.time.sequence;
        });
        for (const Row& row : rows) {
            GtfsSchedule::Trip& trip = schedule.trips[static_cast<std::size_t>(row.trip)];
            if (trip.times++ == 0) trip.firstTime = schedule.stopTimes.size();
            schedule.stopTimes.push_back(row.time);
        }
    }

    void shapes(GtfsTable& table)
    {
        QHash<QString, std::vector<std::pair<double, city::LonLat>>> found;
        while (table.next()) {
            const auto lat = table.number("shape_pt_lat");
            const auto lon = table.number("shape_pt_lon");
            const auto sequence = table.number("shape_pt_sequence");
            if (lat && lon && sequence && std::abs(*lat) <= 90 && std::abs(*lon) <= 180)
                found[table.text("shape_id")].emplace_back(*sequence, city::LonLat{*lon, *lat});
            else
                report(table, "shape_pt_lat", QT_TRANSLATE_NOOP("Message", "is no position of a line"));
        }
        for (auto it = found.begin(); it != found.end(); ++it) {
            std::stable_sort(it->begin(), it->end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            std::vector<city::LonLat>& line = schedule.shapes[it.key()];
            for (const auto& [sequence, at] : *it)
                line.push_back(at);
        }
    }

    const QByteArray& m_zip;
    qint64 m_left;
    QStringList m_names;
    QString m_file;
};

} // namespace

const GtfsSchedule::Stop* GtfsSchedule::stop(const QString& id) const
{
    return itemOf(stops, stopIndex, id);
}

const GtfsSchedule::Route* GtfsSchedule::route(const QString& id) const
{
    return itemOf(routes, routeIndex, id);
}

const GtfsSchedule::Trip* GtfsSchedule::trip(const QString& id) const
{
    return itemOf(trips, tripIndex, id);
}

const GtfsSchedule::Route* GtfsSchedule::routeOf(const Trip& trip) const
{
    return trip.route < 0 ? nullptr : &routes[static_cast<std::size_t>(trip.route)];
}

const GtfsSchedule::StopTime* GtfsSchedule::call(const Trip& trip, std::optional<int> sequence,
                                                 const QString& stopId) const
{
    const int wanted = stopIndex.value(stopId, -1);
    const StopTime* byStop = nullptr;
    for (std::size_t i = 0; i < trip.times; ++i) {
        const StopTime& time = stopTimes[trip.firstTime + i];
        const bool sameStop = wanted < 0 || time.stop == wanted;
        if (sequence && time.sequence == *sequence && sameStop) return &time;
        if (!byStop && wanted >= 0 && time.stop == wanted) byStop = &time;
    }
    return sequence && wanted < 0 ? nullptr : byStop;
}

std::optional<city::Instant> GtfsSchedule::instant(const QString& serviceDay, int time) const
{
    const QDate day = QDate::fromString(serviceDay, QStringLiteral("yyyyMMdd"));
    if (!day.isValid() || time < 0) return std::nullopt;
    // Twelve hours before noon, not midnight: on the two days when clocks change that is not the same.
    const QDateTime noon(day, QTime(12, 0), zone);
    return city::Instant{city::Duration{noon.toMSecsSinceEpoch() + (time - 12 * 3600) * 1000LL}};
}

city::Result<GtfsSchedule> readGtfsSchedule(const QByteArray& zip, qint64 maxBytes)
{
    if (auto page = webPage(zip.left(2000))) return *page;
    if (!isZip(zip))
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is no zip archive; it begins with \"%1\""), {beginning(zip)}}};
    const city::Result<QStringList> names = zipNames(zip);
    if (!names) return names.problem();
    ScheduleReader reader(zip, maxBytes, *names);
    if (auto refused = reader.read()) return *refused;
    return std::move(reader.schedule);
}

} // namespace feeds
