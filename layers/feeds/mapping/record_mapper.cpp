// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/record_mapper.h"

namespace feeds {

namespace {

constexpr const char* noTime = QT_TRANSLATE_NOOP("Message", "the record states no time");

} // namespace

RecordMapper::RecordMapper(const DecodeContext& context, const Record& envelope)
    : m_context(context), m_envelope(envelope)
{
    const Mapping& mapping = context.feed.mapping;
    for (const RecordFilter& filter : mapping.where)
        m_filters.push_back({Field(filter.field), filter.texts, filter.negate});
    if (!context.feed.request.pages.next.isEmpty()) {
        FieldRef next;
        next.names << context.feed.request.pages.next;
        m_decoded.nextPage = Field(next).text(envelope);
    }
    m_follow = Field(mapping.follow);
    if (mapping.time && !mapping.time->ofAnswer) m_time.emplace(*mapping.time, context.feed.zone, context.receivedAt);
    if (mapping.place) m_place.emplace(context, *mapping.place);
    if (mapping.event) m_event.emplace(context, *mapping.event);
    if (mapping.vehicle) m_vehicle.emplace(context, *mapping.vehicle);
    for (const auto& problem :
         {m_place ? m_place->problem() : std::nullopt, m_event ? m_event->problem() : std::nullopt}) {
        if (problem) m_decoded.addProblem(*problem);
    }
}

bool RecordMapper::isWanted(const Record& record)
{
    for (Filter& filter : m_filters) {
        if (filter.texts.contains(filter.field.text(record)) == filter.negate) return false;
    }
    return true;
}

RecordTime::Reading RecordMapper::timeOf(const Record& record, const RecordLabel& label)
{
    if (!m_time) return {m_context.receivedAt, {}};
    const QStringList& missing = m_context.feed.mapping.missing;
    if (!m_time->ofEnvelope()) {
        RecordTime::Reading reading = m_time->read(record, missing);
        if (!reading.at && m_time->absentFields().isEmpty()) {
            if (!reading.wrong) reading.wrong = city::Message(noTime);
            m_decoded.addProblem({label.toString(), m_time->fieldName(), *reading.wrong});
        } else if (!reading.at && !(m_place && label.id.isEmpty())) { // no id has been told already
            m_withoutTime.add(label);
        }
        return reading;
    }
    if (!m_envelopeTime) {
        m_envelopeTime = m_time->read(m_envelope, missing);
        if (!m_envelopeTime->at && m_time->absentFields().isEmpty()) {
            const city::Message none(QT_TRANSLATE_NOOP("Message", "the payload states no time"));
            m_decoded.addProblem({{}, m_time->fieldName(), m_envelopeTime->wrong.value_or(none)});
        }
    }
    return *m_envelopeTime;
}

bool RecordMapper::pointsOn(const Record& record)
{
    const QUrl link(m_follow.text(record));
    if (link.isEmpty() || !link.isValid()) return false;
    m_decoded.follow.push_back(link);
    return true;
}

void RecordMapper::reserve(std::size_t records)
{
    constexpr std::size_t most = 100'000; // beyond that the room is made as the records come
    if (m_place && m_filters.empty() && !m_follow.isSet())
        m_place->reserve(std::min(records, most), m_decoded);
}

void RecordMapper::add(const Record& record)
{
    ++m_records;
    if (m_records == 1) m_fieldNames = record.fieldNames();
    m_schema.see(record);
    if (!isWanted(record)) return;
    if (m_follow.isSet() && pointsOn(record)) return;
    RecordLabel label{m_records + m_skipped, {}, {}};
    if (m_place) {
        m_place->label(record, label);
        const RecordTime::Reading time =
            m_place->hasMeasures() ? timeOf(record, label) : RecordTime::Reading{};
        m_place->add(record, label, time.at, m_decoded);
    }
    if (m_event) {
        const RecordTime::Reading time =
            m_time ? timeOf(record, label) : RecordTime::Reading{m_context.receivedAt, {}};
        m_event->add(record, label, time.at, m_decoded);
    }
    if (m_vehicle) m_vehicle->add(record, label, timeOf(record, label).at, m_decoded);
}

void RecordMapper::reportRenamed()
{
    if (m_records == 0) return;
    QStringList absent;
    for (const Filter& filter : m_filters) {
        if (!filter.field.wasThere()) absent << filter.field.allNames();
    }
    if (m_time) absent += m_time->absentFields();
    if (m_place) absent += m_place->absentFields();
    if (m_event) absent += m_event->absentFields();
    if (m_vehicle) absent += m_vehicle->absentFields();
    absent.removeDuplicates();
    const QString there = m_fieldNames.mid(0, 40).join(QStringLiteral(", "));
    for (const QString& field : std::as_const(absent)) {
        m_decoded.addProblem(
            {{},
             field,
             {QT_TRANSLATE_NOOP("Message",
                                "no record has this field, it was probably renamed; the fields are: %1"),
              {there}}});
    }
}

Decoded RecordMapper::finish()
{
    if (m_place) m_place->finish(m_decoded);
    if (m_event) m_event->finish(m_decoded);
    if (m_vehicle) m_vehicle->finish(m_decoded);
    if (m_time && !m_time->ofEnvelope() && m_time->absentFields().isEmpty())
        m_withoutTime.report(m_time->fieldName(), noTime, m_decoded);
    // A filter that lets nothing through keeps the other fields from being looked at: they are not missing
    // then.
    if (m_decoded.follow.empty()) reportRenamed();
    const auto last = static_cast<std::size_t>(m_context.feed.mapping.followLast);
    auto& follow = m_decoded.follow;
    if (last > 0 && follow.size() > last)
        follow.erase(follow.begin(), follow.end() - static_cast<std::ptrdiff_t>(last));
    m_decoded.records = m_records + m_skipped;
    m_decoded.schema = m_schema.take();
    return std::move(m_decoded);
}

} // namespace feeds
