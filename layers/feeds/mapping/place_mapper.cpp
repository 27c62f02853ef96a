// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/place_mapper.h"

#include "layers/city/interned.h"
#include "layers/feeds/reasons.h"

#include <QHashSeed>

namespace feeds {

namespace {

constexpr const char* noId = QT_TRANSLATE_NOOP("Message", "the record has no id");

} // namespace

PlaceMapper::PlaceMapper(const DecodeContext& context, const PlaceMapping& mapping)
    : m_context(context), m_kind(city::interned(mapping.kind)), m_id(mapping.id), m_name(mapping.name),
      m_details(mapping.details), m_position(mapping.lon, mapping.lat, mapping.geometry, mapping.lineLonLat,
                                             mapping.crs, context.feed.extent),
      m_seed(QHashSeed::globalSeed())
{
    for (const ObservationMapping& entry : context.feed.mapping.observe) {
        m_measures.emplace_back(entry, context.feed.mapping.missing, context.quantities);
        m_addsUp = m_addsUp || m_measures.back().gathers();
    }
}

void PlaceMapper::label(const Record& record, RecordLabel& label)
{
    label.id = m_id.text(record);
    label.field = &m_id;
}

void PlaceMapper::add(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
                      Decoded& decoded)
{
    ++m_added;
    if (label.id.isEmpty()) {
        if (m_id.wasThere())
            decoded.addProblem({label.toString(), m_id.name(), noId});
        else
            m_withoutId.add(label);
        return;
    }
    const bool isElsewhere = m_context.feed.leaveOutside && m_position.isSet() &&
                             m_position.read(record, m_context.feed.mapping.missing).isOutside();
    if (isElsewhere) return;
    const int place = placeOf(record, label, at, decoded);
    for (std::size_t i = 0; i < m_measures.size(); ++i) {
        Measure& measure = m_measures[i];
        if (measure.problem()) continue;
        const Measure::Value value = measure.read(record);
        if (value.wrong) decoded.addProblem({label.toString(), measure.field().name(), *value.wrong});
        if (value.number && at) observe(i, value, place, *at, decoded);
    }
}

int PlaceMapper::placeOf(const Record& record, const RecordLabel& label, std::optional<city::Instant> at,
                         Decoded& decoded)
{
    const std::size_t hash = qHash(label.id, m_seed);
    const int found = m_index.findOrAdd(
        hash, [&](int place) { return decoded.places[static_cast<std::size_t>(place)].id.id == label.id; });
    m_placeIsNew = found < 0;
    if (found < 0) {
        m_known.push_back({label.number, at});
        describe(record, label, decoded.places.emplace_back(), decoded);
        return static_cast<int>(decoded.places.size()) - 1;
    }
    Known& known = m_known[static_cast<std::size_t>(found)];
    if (m_addsUp) return found;
    if (known.at == at) {
        decoded.addProblem(
            {label.toString(), m_id.name(), {reasons::idAgainInRecord, {QString::number(known.record)}}});
    }
    city::Place& place = decoded.places[static_cast<std::size_t>(found)];
    place = {};
    describe(record, label, place, decoded);
    known = {label.number, at};
    return found;
}

void PlaceMapper::describe(const Record& record, const RecordLabel& label, city::Place& place, Decoded& decoded)
{
    place.id.kind = m_kind;
    place.id.id = label.id;
    m_name.read(record, place.name);
    place.details = m_details.details(record);
    if (!m_position.isSet()) return;
    Position position = m_position.read(record, m_context.feed.mapping.missing);
    if (position.wrong) decoded.addProblem({label.toString(), position.field, *position.wrong});
    place.at = position.at;
    place.shape = std::move(position.shape);
}

void PlaceMapper::append(std::size_t measure, const Measure::Value& value, int place, city::Instant at,
                         Decoded& decoded)
{
    m_origins.push_back({place, static_cast<int>(measure)});
    if (m_addsUp) m_gathered.push_back({*value.number * value.weight, value.weight, *value.number, 1});
    const city::PlaceId& id = decoded.places[static_cast<std::size_t>(place)].id;
    decoded.observations.push_back({id, m_measures[measure].quantity(), *value.number,
                                    m_measures[measure].unit(), at, m_context.receivedAt});
}

int PlaceMapper::earlier(std::size_t measure, int place, city::Instant at, const Decoded& decoded)
{
    const auto find = [&](const Origin& wanted, city::Instant time) {
        const std::size_t hash = qHashMulti(m_seed, wanted.place, wanted.measure,
                                            static_cast<qint64>(time.time_since_epoch().count()));
        return m_observations.findOrAdd(hash, [&](int index) {
            const auto i = static_cast<std::size_t>(index);
            return m_origins[i].place == wanted.place && m_origins[i].measure == wanted.measure &&
                   decoded.observations[i].observedAt == time;
        });
    };
    for (; m_indexed < m_origins.size(); ++m_indexed)
        find(m_origins[m_indexed], decoded.observations[m_indexed].observedAt);
    const int found = find({place, static_cast<int>(measure)}, at);
    if (found < 0) ++m_indexed;
    return found;
}

void PlaceMapper::observe(std::size_t measure, const Measure::Value& value, int place, city::Instant at,
                          Decoded& decoded)
{
    // Two measures of one quantity and of a new place are two observations all the same.
    const int found = m_placeIsNew ? -1 : earlier(measure, place, at, decoded);
    if (found < 0) return append(measure, value, place, at, decoded);
    city::Observation& known = decoded.observations[static_cast<std::size_t>(found)];
    if (!m_measures[measure].gathers()) {
        known.value = *value.number;
        return;
    }
    Gathered& sums = m_gathered[static_cast<std::size_t>(found)];
    sums.sum += *value.number * value.weight;
    sums.weights += value.weight;
    sums.plainSum += *value.number;
    ++sums.count;
    if (m_measures[measure].addsUp())
        known.value = sums.plainSum;
    else
        known.value = sums.weights > 0 ? sums.sum / sums.weights : sums.plainSum / sums.count;
}

void PlaceMapper::reserve(std::size_t records, Decoded& decoded)
{
    decoded.places.reserve(records);
    m_known.reserve(records);
    m_index.reserve(records);
    decoded.observations.reserve(records * m_measures.size());
    m_origins.reserve(records * m_measures.size());
}

void PlaceMapper::finish(Decoded& decoded)
{
    if (m_id.wasThere()) m_withoutId.report(m_id.name(), noId, decoded);
    for (const Measure& measure : m_measures) {
        if (measure.problem() && m_added > 0)
            decoded.addProblem({{}, measure.quantity(), *measure.problem()});
    }
}

QStringList PlaceMapper::absentFields() const
{
    if (m_added == 0) return {};
    QStringList absent;
    if (!m_id.wasThere()) absent << m_id.allNames();
    absent += m_name.absentFields();
    if (m_known.empty()) return absent;
    absent += m_position.absentFields();
    return absent + absentFieldsOf(m_measures);
}

} // namespace feeds
