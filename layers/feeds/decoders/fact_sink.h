// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/alert_list.h"
#include "layers/feeds/time/time_reader.h"

#include <QHash>

namespace feeds {

/// Takes the facts of one payload in a standard format and looks at each before it is believed: a time that
/// can be true, a position on Earth and in the feed's area, a value in the unit and the range of its
/// quantity, an id that comes once. What is wrong is reported of the record turned to last. One for each
/// decoding; the context and what is decoded must outlive it.
class FactSink {
public:
    enum class Area {
        OfFeed, ///< Records whose whole geometry lies outside the feed's extent are counted and left out.
        World,  ///< Far away matters too: a quake, a cyclone.
    };
    FactSink(const DecodeContext& context, Decoded& decoded, Area area = Area::OfFeed);

    /// The next record is this one: "#3 id=DBC-1", or "#3" without an id.
    void turnTo(const QString& idField, const QString& id);
    /// The same with an id in UTF-8, which must live until the next record.
    void turnTo(const QString& idField, std::string_view id);
    /// Counts records on from this one: the sink reads a later part of a payload.
    void startAt(int number) { m_number = number; }
    /// Room for so many further facts of one kind.
    void reserve(std::size_t facts);
    /// The facts of a part of the payload that another sink has read, behind those of this one.
    void take(FactSink& part);
    void report(const QString& field, city::Message text);

    /// An ISO 8601 time; without an offset it is of the feed's zone. Nothing for an empty text; anything else
    /// that is no time is reported.
    std::optional<city::Instant> planned(const QString& field, std::string_view text);
    /// As `planned`, but a time before 1990 or more than a day ahead is reported and not used.
    std::optional<city::Instant> observed(const QString& field, std::string_view text);
    /// RFC 1123 ("Mon, 30 Dec 2019 00:17:00 GMT"), or ISO 8601 where a publisher prefers that.
    std::optional<city::Instant> rfc1123(const QString& field, std::string_view text);
    std::optional<city::Instant> plausible(const QString& field, std::optional<city::Instant> at);

    /// A position on Earth; 0,0 is none. Nothing else is nothing without being reported.
    std::optional<city::LonLat> position(const QString& field, std::optional<double> lon,
                                         std::optional<double> lat);
    /// The geometry, or none when a position of it is not on Earth (reported).
    city::Geometry checked(const QString& field, city::Geometry geometry);

    void add(city::Place place);
    void add(city::Event event);
    void add(city::Vehicle vehicle);
    void add(city::Alert alert, const QString& record) { m_alerts.add(std::move(alert), record); }
    void observe(const city::PlaceId& place, const QString& quantity, const QString& field, double value,
                 const QString& unit, city::Instant at);
    void measure(city::Event& event, const QString& quantity, const QString& field, double value,
                 const QString& unit);

    const DecodeContext& context() const { return m_context; }
    Decoded& decoded() { return m_decoded; }
    /// Says how many records lay elsewhere. Call it last.
    void finish();

private:
    struct Known {
        QString unit;
        std::optional<double> least, most;
        bool unitReported = false;
        bool catalogued = false;
    };
    struct Value {
        double value;
        QString unit;
    };
    std::optional<Value> converted(const QString& quantity, const QString& field, double value,
                                   const QString& unit);
    bool isElsewhere(const std::optional<city::LonLat>& at, const city::Geometry& shape);
    template<typename Fact> void keep(std::vector<Fact>& facts, IdIndex& known, std::size_t hash, Fact fact);
    template<typename Fact>
    void takeAll(std::vector<Fact>& from, std::vector<Fact>& facts, IdIndex& theirs, IdIndex& known);

    const DecodeContext& m_context;
    Decoded& m_decoded;
    TimeReader m_iso, m_rfc;
    Area m_area;
    QString m_idField, m_id;   ///< Of the record; put into words only when there is something to report.
    std::string_view m_idUtf8; ///< Instead of m_id.
    int m_number = 0;
    int m_elsewhere = 0;
    QHash<QString, Known> m_quantities;
    IdIndex m_places, m_events, m_vehicles;
    std::size_t m_seed;
    AlertList m_alerts;
    QHash<size_t, int> m_observations; ///< By hash of place, quantity and time.
};

/// A LocalText of one text in a language as the feed names it ("zh-TW", "nl"); empty for an empty text.
city::LocalText localText(const QString& text, const QString& language = {});
/// The pack's name of a language tag: "zh_TW" for "zh-TW" and "zh-Hant", the first part for the others.
QString languageName(const QString& tag);

} // namespace feeds
