// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/mapping_choices.h"

#include "layers/feeds/proposal/choose_measures.h"
#include "layers/feeds/proposal/choose_names.h"
#include "layers/feeds/proposal/choose_position.h"
#include "layers/feeds/proposal/choose_time.h"

#include <algorithm>

namespace feeds {

namespace {

FieldRef ref(const QString& field)
{
    FieldRef made;
    if (!field.isEmpty()) made.names << field;
    return made;
}

FieldRef part(const QString& field, bool first)
{
    FieldRef made = ref(field);
    const QString pattern =
        first ? QStringLiteral("^\\W*?(-?\\d+\\.?\\d*)") : QStringLiteral("(-?\\d+\\.?\\d*)\\W*$");
    made.clean.push_back({TextRule::Kind::Match, QRegularExpression(pattern), {}});
    return made;
}

/// The parts of a position, for places and events alike.
template<typename Thing> void setPosition(const MappingChoices& choices, Thing& thing)
{
    thing.crs = choices.crs;
    if (!choices.shape.isEmpty()) {
        thing.geometry = ref(choices.shape);
    } else if (!choices.position.isEmpty()) {
        thing.lat = part(choices.position, choices.positionLatFirst);
        thing.lon = part(choices.position, !choices.positionLatFirst);
    } else if (!choices.lon.isEmpty() && !choices.lat.isEmpty()) {
        thing.lon = ref(choices.lon);
        thing.lat = ref(choices.lat);
    }
}

TimeMapping timeOf(const MappingChoices& choices)
{
    TimeMapping time;
    for (const QString& field : choices.time)
        time.fields.push_back(ref(field));
    time.formats = choices.timeFormats;
    time.ofEnvelope = choices.timeOfEnvelope;
    if (!choices.timeZone.isEmpty()) time.zone = QTimeZone(choices.timeZone.toUtf8());
    return time;
}

QMap<QString, FieldRef> namesOf(const MappingChoices& choices)
{
    QMap<QString, FieldRef> names;
    for (auto it = choices.name.cbegin(); it != choices.name.cend(); ++it) {
        if (it.value().isEmpty()) continue;
        FieldRef name = ref(it.value());
        name.without = choices.nameWithout;
        names.insert(it.key(), name);
    }
    return names;
}

/// A short key for a detail: "town" of "GeoInfo.TownName".
QString detailKey(const QString& path)
{
    QString key = namesOfField(path).last();
    key.remove(QLatin1Char('@'));
    return key;
}

std::vector<ObservationMapping> measuresOf(const MappingChoices& choices)
{
    std::vector<ObservationMapping> measures;
    for (const MappingChoices::Measure& measure : choices.measures) {
        if (!measure.wanted || measure.quantity.isEmpty()) continue;
        ObservationMapping one;
        one.quantity = measure.quantity;
        one.field = ref(measure.field);
        one.unit = measure.unit;
        if (!measure.onlyField.isEmpty())
            one.only = QPair<FieldRef, QStringList>(ref(measure.onlyField), {measure.onlyText});
        measures.push_back(std::move(one));
    }
    return measures;
}

/// Numbers that the publisher writes with a comma are numbers once it is a point.
void keepDecimalCommas(const PayloadSample& sample, MappingChoices& choices)
{
    for (const SampleField& field : sample.fields) {
        if (field.decimalComma) choices.decimalCommas << field.path;
    }
}

void setPoint(const MappingChoices& choices, FieldRef& field)
{
    if (field.names.isEmpty() || !choices.decimalCommas.contains(field.names.first())) return;
    field.clean.push_back(
        {TextRule::Kind::Replace, QRegularExpression(QStringLiteral(",")), QStringLiteral(".")});
}

void setPoints(const MappingChoices& choices, Mapping& mapping)
{
    std::vector<FieldRef*> fields;
    if (mapping.place) fields = {&mapping.place->lon, &mapping.place->lat};
    if (mapping.event) fields = {&mapping.event->lon, &mapping.event->lat};
    for (ObservationMapping& one : mapping.observe)
        fields.push_back(&one.field);
    if (mapping.event) {
        for (ObservationMapping& one : mapping.event->measures)
            fields.push_back(&one.field);
    }
    for (FieldRef* field : fields)
        setPoint(choices, *field);
}

bool tellsOfEvents(const MappingChoices& choices, const FieldWords& words)
{
    // What is measured from one time to another is measured at a place.
    const bool measures = std::any_of(choices.measures.begin(), choices.measures.end(), [](const auto& one) {
        return one.wanted && !one.quantity.startsWith(QLatin1String("quake."));
    });
    if (measures) return false;
    const bool quakes = std::any_of(choices.measures.begin(), choices.measures.end(), [](const auto& one) {
        return one.wanted && one.quantity == QLatin1String("quake.magnitude");
    });
    if (quakes && !choices.time.isEmpty() && !choices.timeOfEnvelope) return true;
    if (!choices.ends.isEmpty()) return true;
    if (choices.time.isEmpty() || choices.timeOfEnvelope) return false;
    const QString& time = choices.time.first();
    return fitOfName(time, words.roles.value(QStringLiteral("begins"))) >= 0.9 &&
           fitOfName(time, words.roles.value(QStringLiteral("time"))) < 0.9;
}

} // namespace

MappingChoices proposeChoices(const PayloadSample& sample, const ProposalContext& context)
{
    MappingChoices choices;
    choosePosition(sample, context.words, choices);
    chooseTime(sample, context.words, context.zone, context.now, choices);
    chooseId(sample, context.words, choices);
    chooseName(sample, context.words, choices);
    chooseMeasures(sample, context.words, context.hint, choices);
    keepDecimalCommas(sample, choices);
    chooseMissing(sample, choices);
    chooseDetails(sample, context.words, choices);
    if (tellsOfEvents(choices, context.words)) choices.record = MappingChoices::Record::Event;
    choices.kind = kindOf(sample, choices, context.words, context.hint);
    if (choices.id.isEmpty() && !choices.name.isEmpty()) {
        choices.id = choices.name.first();
        choices.confidence.insert(QStringLiteral("id"), 40);
        choices.reasons.push_back(QT_TRANSLATE_NOOP(
            "Message", "no field tells the records apart but their name, which may change"));
    }
    return choices;
}

int worthOf(const MappingChoices& choices)
{
    const auto sure = [&](const char* role, int most) {
        return choices.confidence.value(QLatin1String(role)) * most / 100;
    };
    const auto known = std::count_if(choices.measures.begin(), choices.measures.end(),
                                     [](const auto& one) { return one.wanted; });
    return sure("id", 25) + sure("position", 40) + sure("time", choices.timeOfEnvelope ? 10 : 20) +
           sure("name", 12) + 6 * static_cast<int>(std::min<std::ptrdiff_t>(known, 6));
}

Mapping mappingOf(const MappingChoices& choices, const PayloadSample& sample)
{
    Mapping mapping;
    static_cast<RecordLayout&>(mapping) = sample.layout;
    mapping.missing = choices.missing;
    if (choices.record == MappingChoices::Record::Event) {
        EventMapping event;
        event.kind = choices.kind;
        event.id = ref(choices.id);
        event.title = namesOf(choices);
        setPosition(choices, event);
        event.begins = timeOf(choices);
        if (!choices.ends.isEmpty()) {
            event.ends = timeOf(choices);
            event.ends.fields = {ref(choices.ends)};
        }
        event.measures = measuresOf(choices);
        mapping.event = std::move(event);
        setPoints(choices, mapping);
        return mapping;
    }
    PlaceMapping place;
    place.kind = choices.kind;
    place.id = ref(choices.id);
    place.name = namesOf(choices);
    setPosition(choices, place);
    for (const QString& field : choices.line)
        place.lineLonLat.push_back(ref(field));
    for (const QString& field : choices.details)
        place.details.insert(detailKey(field), ref(field));
    mapping.place = std::move(place);
    mapping.observe = measuresOf(choices);
    // Without values there is nothing that a time could be of.
    if (!choices.time.isEmpty() && !mapping.observe.empty()) mapping.time = timeOf(choices);
    setPoints(choices, mapping);
    return mapping;
}

city::Result<Proposal> propose(const QByteArray& payload, const QString& format,
                               const ProposalContext& context, const PayloadHints& hints)
{
    auto samples = samplesOf(payload, format, hints);
    if (!samples) return samples.problem();
    Proposal proposal;
    proposal.samples = std::move(samples.value());
    int most = -1, longest = 0;
    for (const PayloadSample& sample : proposal.samples)
        longest = std::max(longest, sample.records);
    for (std::size_t i = 0; i < proposal.samples.size(); ++i) {
        proposal.choices.push_back(proposeChoices(proposal.samples[i], context));
        // What stands around a list has every field of its first records, and is one record.
        const bool isAround = proposal.samples[i].records < 3 && longest >= 20;
        const int worth = worthOf(proposal.choices.back()) / (isAround ? 3 : 1);
        if (worth <= most) continue;
        most = worth;
        proposal.chosen = i;
    }
    return proposal;
}

} // namespace feeds
