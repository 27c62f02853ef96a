// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/event_mapper.h"

#include "layers/feeds/reasons.h"

namespace feeds {

namespace {

constexpr const char* noId = QT_TRANSLATE_NOOP("Message", "the record has no id");

} // namespace

EventMapper::EventMapper(const DecodeContext& context, const EventMapping& mapping)
    : m_context(context), m_kind(mapping.kind), m_id(mapping.id), m_description(mapping.description),
      m_title(mapping.title),
      m_position(mapping.lon, mapping.lat, mapping.geometry, {}, mapping.crs, context.feed.extent),
      m_begins(mapping.begins, context.feed.zone, context.receivedAt),
      m_ends(mapping.ends, context.feed.zone, context.receivedAt), m_merge(mapping.merge)
{
    for (const ObservationMapping& entry : mapping.measures)
        m_measures.emplace_back(entry, context.feed.mapping.missing, context.quantities);
}

void EventMapper::readTimes(const Record& record, const RecordLabel& label, city::Event& event,
                            Decoded& decoded)
{
    const QStringList& missing = m_context.feed.mapping.missing;
    const auto read = [&](RecordTime& time) {
        const RecordTime::Reading reading =
            time.isSet() ? time.readPlanned(record, missing) : RecordTime::Reading{};
        if (reading.wrong) decoded.addProblem({label.toString(), time.fieldName(), *reading.wrong});
        return reading.at;
    };
    event.begins = read(m_begins);
    event.ends = read(m_ends);
    if (event.begins && event.ends && *event.ends < *event.begins) {
        decoded.addProblem(
            {label.toString(), m_ends.fieldName(),
             QT_TRANSLATE_NOOP("Message", "the end lies before the beginning and is not used")});
        event.ends.reset();
    }
}

void EventMapper::readMeasures(const Record& record, const RecordLabel& label, city::Event& event,
                               Decoded& decoded)
{
    for (Measure& measure : m_measures) {
        if (measure.problem()) continue;
        const Measure::Value value = measure.read(record);
        if (value.wrong) decoded.addProblem({label.toString(), measure.field().name(), *value.wrong});
        if (!value.number) continue;
        const city::Instant at = event.begins.value_or(event.reportedAt);
        event.measures.push_back(
            {{}, measure.quantity(), *value.number, measure.unit(), at, m_context.receivedAt});
    }
}

void EventMapper::add(const Record& record, RecordLabel label, std::optional<city::Instant> reportedAt,
                      Decoded& decoded)
{
    ++m_added;
    label.id = m_id.text(record);
    label.idField = m_id.name();
    if (label.id.isEmpty()) {
        if (m_id.wasThere())
            decoded.addProblem({label.toString(), m_id.name(), noId});
        else
            m_withoutId.add(label);
        return;
    }
    city::Event event;
    event.id = label.id;
    event.kind = m_kind;
    event.title = m_title.localText(record);
    event.description = m_description.text(record);
    event.reportedAt = reportedAt.value_or(m_context.receivedAt);
    readTimes(record, label, event, decoded);
    readMeasures(record, label, event, decoded);
    if (m_position.isSet()) {
        Position position = m_position.read(record, m_context.feed.mapping.missing);
        if (m_context.feed.leaveOutside && position.isOutside()) return;
        if (position.wrong) decoded.addProblem({label.toString(), position.field, *position.wrong});
        event.geometry = std::move(position.shape);
        if (event.geometry.isEmpty() && position.at) event.geometry.points.push_back(*position.at);
    }
    keep(std::move(event), label, decoded);
}

void EventMapper::keep(city::Event event, const RecordLabel& label, Decoded& decoded)
{
    const auto known = m_known.constFind(event.id);
    if (known == m_known.cend()) {
        m_known.insert(event.id, static_cast<int>(decoded.events.size()));
        decoded.events.push_back(std::move(event));
        return;
    }
    if (m_merge) {
        city::Event& whole = decoded.events[static_cast<std::size_t>(*known)];
        whole.measures.insert(whole.measures.end(), event.measures.begin(), event.measures.end());
        if (whole.title.isEmpty()) whole.title = event.title;
        if (whole.description.isEmpty()) whole.description = event.description;
        if (whole.geometry.isEmpty()) whole.geometry = std::move(event.geometry);
        return;
    }
    decoded.addProblem({label.toString(), m_id.name(), reasons::idAgain});
    decoded.events[static_cast<std::size_t>(*known)] = std::move(event);
}

void EventMapper::finish(Decoded& decoded)
{
    if (m_id.wasThere()) m_withoutId.report(m_id.name(), noId, decoded);
}

QStringList EventMapper::absentFields() const
{
    if (m_added == 0) return {};
    QStringList absent;
    if (m_id.isSet() && !m_id.wasThere()) return {m_id.allNames()};
    absent += m_title.absentFields();
    absent += m_position.absentFields();
    absent += m_begins.absentFields();
    absent += m_ends.absentFields();
    return absent + absentFieldsOf(m_measures);
}

} // namespace feeds
