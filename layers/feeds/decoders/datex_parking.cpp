// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/position.h"

namespace feeds {

namespace {

/// The first of these elements below that is a count.
struct Count {
    std::optional<double> number;
    QString field;
};

Count countIn(XmlElement owner, std::initializer_list<const char*> names, FactSink& sink)
{
    for (const char* name : names) {
        const XmlElement one = owner.below(name);
        if (one.text().empty()) continue;
        const auto number = one.number();
        if (number && *number >= 0) return {number, QString::fromLatin1(name)};
        sink.report(QString::fromLatin1(name), QT_TRANSLATE_NOOP("Message", "is no count"));
    }
    return {};
}

void observe(const city::PlaceId& place, const char* quantity, const Count& count,
             std::optional<city::Instant> at, FactSink& sink)
{
    if (count.number && at)
        sink.observe(place, QString::fromLatin1(quantity), count.field, *count.number, QStringLiteral("1"),
                     *at);
}

void readCarPark(XmlElement record, std::optional<city::Instant> at, FactSink& sink)
{
    const QString id = record.qAttribute("id");
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Place place{{QStringLiteral("car-park"), id}, {}, {}, {}, {}};
    for (const char* name : {"parkingName", "parkingFacilityName"})
        if (place.name.isEmpty()) place.name = datexTexts(record.child(name));
    for (const char* name :
         {"parkingLocation", "entranceLocation", "facilityLocation", "parkingLocationReference"}) {
        if (!place.shape.isEmpty()) break;
        place.shape = datexGeometry(record.child(name), sink);
    }
    if (!place.shape.isEmpty()) place.at = middleOf(place.shape);
    if (place.shape.points.size() == 1 && place.shape.lines.empty() && place.shape.polygons.empty())
        place.shape = {};
    for (const char* detail : {"parkingType", "parkingLayout", "operator"}) {
        const QString text = record.child(detail).qText();
        if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
    }
    const city::PlaceId placeId = place.id;
    sink.add(std::move(place));
    observe(placeId, "parking.cars.total",
            countIn(record, {"parkingNumberOfSpaces", "totalParkingCapacity"}, sink), at, sink);
}

void readStatusOf(XmlElement status, std::optional<city::Instant> published, FactSink& sink)
{
    XmlElement reference = status.child("parkingRecordReference");
    if (!reference) reference = status.child("parkingFacilityReference");
    const QString id = reference.qAttribute("id");
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("parkingRecordReference"),
                           QT_TRANSLATE_NOOP("Message", "the record has no id"));
    std::optional<city::Instant> at = published;
    for (const char* name : {"parkingStatusOriginTime", "parkingFacilityStatusTime"})
        if (const XmlElement own = status.child(name))
            at = sink.observed(QString::fromLatin1(name), own.text());
    const QStringList states{status.below("parkingSiteOpeningStatus").qText(),
                             status.below("parkingFacilityStatus").qText(),
                             status.below("operationStatus").qText()};
    for (const QString& state : states)
        if (state.contains(QLatin1String("closed"), Qt::CaseInsensitive))
            return; // nobody can have what is free
    const city::PlaceId place{QStringLiteral("car-park"), id};
    observe(place, "parking.cars.available",
            countIn(status, {"parkingNumberOfVacantSpaces", "totalNumberOfVacantParkingSpaces"}, sink), at,
            sink);
    observe(place, "parking.cars.total",
            countIn(status, {"parkingNumberOfSpacesOverride", "totalParkingCapacityOverride"}, sink), at,
            sink);
}

std::optional<city::Instant> timeOf(XmlElement publication, FactSink& sink)
{
    return sink.observed(QStringLiteral("publicationTime"), publication.child("publicationTime").text());
}

} // namespace

void readParking(XmlElement publication, FactSink& sink)
{
    const auto at = timeOf(publication, sink);
    for (const char* name : {"parkingRecord", "parkingFacility"}) {
        for (const XmlElement record : publication.allBelow(name))
            readCarPark(record, at, sink);
    }
    for (const char* name : {"parkingRecordStatus", "parkingFacilityStatus"}) {
        for (const XmlElement status : publication.allBelow(name))
            if (!status.children().empty())
                readStatusOf(status, at, sink); // the older form has a word of this name too
    }
}

} // namespace feeds
