// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/fact_sink.h"

#include <QSet>
#include <simdjson.h>

namespace feeds {

/// Entities of OGC SensorThings 1.0 and 1.1, whichever way they are nested by $expand: Things with Locations
/// and Datastreams, Datastreams with their Thing and Observations, Observations with their Datastream.
/// A Thing is a place of kind "sensor"; a Datastream without its Thing stands for one.
class SensorThingsReader {
public:
    explicit SensorThingsReader(FactSink& sink) : m_sink(sink) {}

    /// One entity, told by what is in it. False when it is none.
    bool read(simdjson::dom::element entity);
    /// Observations by column ("components" and "dataArray").
    void readDataArray(simdjson::dom::element group);

private:
    using Element = simdjson::dom::element;

    /// What the observations of a datastream are of.
    struct Series {
        struct Part {
            QString quantity, unit;
        };
        city::PlaceId place;
        std::vector<Part> parts; ///< Several of a MultiDatastream.
        bool combined = false;
    };

    city::PlaceId readThing(Element thing, const Element* around = nullptr);
    void readDatastream(Element datastream, const city::PlaceId* thing);
    void readObservation(Element observation, const Series* around);
    Series seriesOf(Element datastream, const city::PlaceId* thing);
    Series seriesByAddress(Element observation);
    void observe(const Series& series, Element result, std::string_view phenomenonTime,
                 std::string_view resultTime);

    void addOnce(city::Place place); ///< Expanded entities come again with each that refers to them.

    FactSink& m_sink;
    QSet<city::PlaceId> m_places;
};

} // namespace feeds
