// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/event_mapper.h"
#include "layers/feeds/mapping/place_mapper.h"
#include "layers/feeds/mapping/schema_observer.h"
#include "layers/feeds/mapping/vehicle_mapper.h"

namespace feeds {

/// Makes facts of the records of one payload by the mapping of its feed, whatever the format: `add` each
/// record, then `finish`. What is wrong with a record is named ("#12 sno=500101001") and the rest of it kept.
/// A field of the mapping that no record has is reported once, with the fields there are.
class RecordMapper {
public:
    /// `envelope`: the document around the records; it must outlive the mapper.
    RecordMapper(const DecodeContext& context, const Record& envelope);

    /// Room for so many records.
    void reserve(std::size_t records);
    void add(const Record& record);
    /// Counts a record that was left out, so that the numbers of the others stay right; returns its own.
    int skip() { return m_records + ++m_skipped; }
    Decoded finish();
    Decoded& decoded() { return m_decoded; }

private:
    struct Filter {
        Field field;
        QStringList texts;
        bool negate = false;
    };

    bool isWanted(const Record& record);
    RecordTime::Reading timeOf(const Record& record, const RecordLabel& label);
    bool pointsOn(const Record& record);
    void reportRenamed();

    const DecodeContext& m_context;
    const Record& m_envelope;
    Decoded m_decoded;
    std::vector<Filter> m_filters;
    std::optional<RecordTime> m_time;
    DoubtfulRecords m_withoutTime;
    std::optional<RecordTime::Reading> m_envelopeTime;
    std::optional<PlaceMapper> m_place;
    std::optional<EventMapper> m_event;
    std::optional<VehicleMapper> m_vehicle;
    QStringList m_fieldNames; ///< Of the first record.
    SchemaObserver m_schema;
    Field m_follow;
    int m_records = 0, m_skipped = 0;
};

} // namespace feeds
