// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/decoders/id_index.h"
#include "layers/feeds/mapping/doubtful_records.h"
#include "layers/feeds/mapping/measure.h"
#include "layers/feeds/mapping/named_texts.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/mapping/record_label.h"

namespace feeds {

/// Places and what is observed at them. Of two records with the same id the later one counts, and is reported
/// when they speak of the same time; several times of one place are several observations. Measures that add
/// up gather the records of one place and time instead.
class PlaceMapper {
public:
    PlaceMapper(const DecodeContext& context, const PlaceMapping& mapping);

    const std::optional<city::Problem>& problem() const { return m_position.problem(); }
    /// Room for so many records.
    void reserve(std::size_t records, Decoded& decoded);
    bool hasMeasures() const { return !m_measures.empty(); }
    void label(const Record& record, RecordLabel& label);
    void add(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
             Decoded& decoded);
    void finish(Decoded& decoded);
    QStringList absentFields() const;

private:
    /// The record that told of a place last.
    struct Known {
        int record = 0;
        std::optional<city::Instant> at;
    };
    /// Of which place and measure an observation is; its time is its own.
    struct Origin {
        int place;
        int measure;
    };

    int placeOf(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
                Decoded& decoded);
    void describe(const Record& record, const RecordLabel& label, city::Place& place, Decoded& decoded);
    void observe(std::size_t measure, const Measure::Value& value, int place, city::Instant at,
                 Decoded& decoded);
    void append(std::size_t measure, const Measure::Value& value, int place, city::Instant at, Decoded& decoded);
    /// Where the observation of this place, measure and time stands; -1: nowhere, and the next one to come is it.
    int earlier(std::size_t measure, int place, city::Instant at, const Decoded& decoded);

    const DecodeContext& m_context;
    QString m_kind;
    Field m_id;
    NamedTexts m_name, m_details;
    PositionReader m_position;
    std::vector<Measure> m_measures;
    IdIndex m_index;
    std::vector<Known> m_known; ///< By place.
    struct Gathered {
        double sum = 0, weights = 0; ///< Of an average; plain numbers beside for records of no weight.
        double plainSum = 0, count = 0;
    };
    IdIndex m_observations; ///< Filled when the first place comes again: most payloads tell of each once.
    std::size_t m_indexed = 0;        ///< So many observations are in it.
    bool m_placeIsNew = false;        ///< No record before the present one told of its place.
    std::vector<Origin> m_origins;    ///< By observation.
    std::vector<Gathered> m_gathered; ///< By observation, where measures gather.
    std::size_t m_seed;
    bool m_addsUp = false;
    int m_added = 0;
    DoubtfulRecords m_withoutId;
};

} // namespace feeds
