// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/record_label.h"
#include "layers/feeds/time/time_reader.h"

#include <QHash>
#include <QSet>
#include <array>
#include <simdjson.h>

namespace feeds {

/// A plain text, or from version 3 on a list of texts by language.
city::LocalText textsByLanguage(simdjson::dom::element owner, const char* name);

/// Stations and vehicles of GBFS 1, 2 and 3, told apart by what is in them: version numbers in the wild are
/// wrong too often.
class GbfsReader {
public:
    GbfsReader(simdjson::dom::element root, const DecodeContext& context, Decoded& decoded);

    using Records = std::vector<simdjson::dom::element>;
    void readStations(const Records& stations);
    void readVehicles(const Records& vehicles, const char* idName);
    void readVehicleTypes(const Records& types);
    /// What the regions that stations lie in are called.
    void readRegions(const Records& regions);
    /// Where riding or parking is restricted, as places of kind "geofence".
    void readZones(simdjson::dom::element zones);

    /// What riders are told (system_alerts), as alerts.
    void readAlerts(const Records& alerts);

private:
    using Element = simdjson::dom::element;

    void readAlert(Element said, const QString& id);

    void readInformation(Element station, const QString& id);
    class StatusFields;
    void readStatus(Element station, const StatusFields& fields, const QString& id);
    void readVehicle(Element vehicle, const QString& id, const char* idName);
    /// What is counted at a station, and the field and quantity of it.
    enum class Count { Vehicles, FreeDocks, Docks };
    struct Station {
        int place = -1; ///< Index of the place; -1 as long as only its status came.
        bool hasStatus = false;
        std::array<int, 3> counts{-1, -1, -1}; ///< Indexes of the observations, by Count.
    };
    void count(Element station, const city::PlaceId& place, const char* field, Count what, city::Instant at,
               Station& known);
    void countDocksByType(Element station, const city::PlaceId& place, city::Instant at, Station& known);
    void keepCount(const char* field, std::optional<double> number, const city::PlaceId& place, Count what,
                   city::Instant at, Station& known);
    std::optional<city::LonLat> position(Element at);
    /// The item's own time, or the file's where it has none; nothing when neither is plausible.
    std::optional<city::Instant> timeOf(Element item);
    std::optional<city::Instant> statedTime(Element value);
    /// A time in numbers that can be true, as nearly all are.
    std::optional<city::Instant> soundTime(Element value);
    std::optional<city::Instant> readTime(Element owner, const char* name);
    bool begin(Element item, const char* idName, QString& id);
    void report(const char* field, city::Message text);

    const DecodeContext& m_context;
    Decoded& m_decoded;
    TimeReader m_times;
    std::optional<city::Instant> m_lastUpdated;
    QHash<QString, Station> m_stations;
    QHash<QString, int> m_vehicles;
    RecordLabel m_record; ///< Put into words only when there is something to report.
};

} // namespace feeds
