// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/feed_schema.h"
#include "layers/city/quantity.h"
#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/text/encoding.h"

#include <QByteArray>
#include <memory>

namespace feeds {

/// A kind of vehicle as a feed describes it by an id of its own (GBFS vehicle_types).
struct VehicleType {
    QString kind; ///< form_factor: "bicycle", "car", "scooter_standing".
    city::LocalText name;
    QString propulsion;
};

/// A vehicle that stands where the station of its "station_id" is, which other documents say.
struct DockedVehicle {
    QString record; ///< As a problem names it.
    city::Vehicle vehicle;
};

/// What a payload said.
struct Decoded {
    std::vector<city::Place> places;
    std::vector<city::Observation> observations;
    std::vector<city::Alert> alerts;
    std::vector<city::Event> events;
    std::vector<city::Vehicle> vehicles;
    std::vector<city::Problem> problems; ///< The first 1,000, each naming its record and field.
    int problemCount = 0;                ///< All of them.
    std::vector<QUrl> follow; ///< Further documents of the same feed that this one points to (an index).
    int records = 0;          ///< Of a mapping: all that were there, used or not.
    QString nextPage;         ///< As the document states it, when the feed comes in pages and it states one.
    TextEncoding encoding;
    city::FeedSchema schema; ///< Of a mapping: which fields its records had.

    QHash<QString, VehicleType> vehicleTypes; ///< Of use to `complete`.
    QHash<QString, QString> regions;          ///< The names of stations' regions (GBFS), of use to `complete`.
    std::vector<DockedVehicle> docked;        ///< Of use to `complete`.

    void addProblem(city::Problem problem);
    int factCount() const;
};

class JoinTable;
using JoinTables = std::vector<std::shared_ptr<const JoinTable>>;
class GtfsSchedule;

struct DecodeContext {
    const FeedSpec& feed;
    const city::QuantityCatalogue& quantities; ///< Empty: units are kept as the feed states them.
    city::Instant receivedAt;
    JoinTables joined{};      ///< The documents of the feed's joins that are there.
    QByteArray contentType{}; ///< Of HTTP; may be empty.
    std::shared_ptr<const GtfsSchedule> schedule{}; ///< Of a GTFS-Realtime feed; null: there is none.
};

/// Bytes in, facts out. Pure: no network, no clock, no state; any thread. Bad records are named in `problems`
/// and left out, good ones of the same payload are kept. A payload that is not of the format at all (empty,
/// an HTML error page, cut off, nested too deep) is refused: the Result holds the Problem. A valid payload
/// without records is an empty Decoded. Ends in time proportional to the payload for any bytes.
city::Result<Decoded> decode(const QByteArray& payload, const DecodeContext& context);

/// Adds what another document of the same feed said.
void append(Decoded& to, const Decoded& from);

/// Puts together what only the documents of a feed as a whole can say: vehicles get their kind and, in a
/// station, its position; of several reports of one event the latest counts. Call it once, when all are
/// there.
void complete(Decoded& decoded);

/// The formats `decode` knows, in the order shown to people.
QStringList knownFormats();

/// The formats among them whose standard says what is what, so that a feed in one of them needs no mapping.
QStringList standardFormats();

/// Whether a text is a way to the records of a JSON payload: "$[*]", "$.data.park[*]", "$.retVal.*".
bool isRecordPath(const QString& path);

} // namespace feeds
