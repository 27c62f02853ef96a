// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
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
    bool hasMeasures() const { return !m_measures.empty(); }
    void label(const Record& record, RecordLabel& label);
    void add(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
             Decoded& decoded);
    void finish(Decoded& decoded);
    QStringList absentFields() const;

private:
    struct Key {
        int place;
        int measure;
        city::Instant at;
        friend bool operator==(const Key&, const Key&) = default;
    };
    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, key.place, key.measure,
                          static_cast<qint64>(key.at.time_since_epoch().count()));
    }
    struct Known {
        int place = 0;
        int record = 0;
        std::optional<city::Instant> at;
    };

    int placeOf(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
                Decoded& decoded);
    city::Place describe(const Record& record, const RecordLabel& label, Decoded& decoded);
    void observe(std::size_t measure, const Measure::Value& value, int place, city::Instant at,
                 Decoded& decoded);

    const DecodeContext& m_context;
    QString m_kind;
    Field m_id;
    NamedTexts m_name, m_details;
    PositionReader m_position;
    std::vector<Measure> m_measures;
    QHash<QString, Known> m_known;
    struct Gathered {
        int observation = 0;
        double sum = 0, weights = 0; ///< Of an average; plain numbers beside for records of no weight.
        double plainSum = 0, count = 0;
    };
    QHash<Key, Gathered> m_observations;
    bool m_addsUp = false;
    int m_added = 0;
};

} // namespace feeds
