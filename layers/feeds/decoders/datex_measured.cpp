// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/position.h"

#include <array>

namespace feeds {

namespace {

/// A value of basicData: the element that holds it, the number in it, what it is and in which unit.
struct Kind {
    const char* element;
    const char* number;
    const char* quantity;
    const char* unit;
    bool negativeIsNone; ///< -1: nothing passed.
};

constexpr std::array<Kind, 17> kinds{{
    {"averageVehicleSpeed", "speed", "road.speed", "km/h", true},
    {"vehicleFlow", "vehicleFlowRate", "road.volume", "/h", true},
    {"occupancy", "percentage", "road.occupancy", "%", true},
    {"travelTime", "duration", "road.travel-time", "s", true},
    {"freeFlowTravelTime", "duration", "road.travel-time.free-flow", "s", true},
    {"normallyExpectedTravelTime", "duration", "road.travel-time.usual", "s", true},
    {"averageTimeHeadway", "duration", "road.headway", "s", true},
    {"averageDistanceHeadway", "floatingPointMetreDistance", "road.headway.distance", "m", true},
    {"concentration", "concentrationOfVehicles", "road.density", "/km", true},
    {"airTemperature", "temperature", "air.temperature", "Cel", false},
    {"roadSurfaceTemperature", "temperature", "road.temperature", "Cel", false},
    {"relativeHumidity", "percentage", "air.humidity", "%", true},
    {"windSpeed", "speed", "wind.speed", "km/h", true},
    {"maximumWindSpeed", "speed", "wind.gust", "km/h", true},
    {"windDirectionBearing", "directionBearing", "wind.direction", "deg", true},
    {"precipitationIntensity", "millimetresPerHourIntensity", "rain.intensity", "mm/h", true},
    {"minimumVisibilityDistance", "integerMetreDistance", "air.visibility", "m", true},
}};

/// The kinds of specificMeasurementValueType of a site table, by the quantities above.
const char* quantityOfType(std::string_view type)
{
    if (type == "trafficSpeed") return "road.speed";
    if (type == "trafficFlow") return "road.volume";
    if (type == "trafficConcentration") return "road.occupancy";
    if (type == "travelTimeInformation") return "road.travel-time";
    if (type == "trafficHeadway") return "road.headway";
    return "";
}

struct Found {
    const Kind* kind = nullptr;
    XmlElement value;
};

/// The words of a traffic status in their own order, 1 to 4. Which speeds they mean, each publisher says.
std::optional<double> statusOf(std::string_view word)
{
    constexpr std::array<std::string_view, 4> words{"freeFlow", "heavy", "congested", "impossible"};
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<double>(found - words.begin() + 1));
}

constexpr Kind status{"trafficStatus", "trafficStatusValue", "datex.traffic-status", "1", true};

/// A travel time may come with the free-flow one, a concentration with the occupancy.
void findValues(XmlElement basicData, std::vector<Found>& all)
{
    for (const XmlElement child : basicData.children()) {
        for (const Kind& kind : kinds) {
            if (child.name() == kind.element) all.push_back({&kind, child});
        }
        if (child.name() == status.element) all.push_back({&status, child});
        // Weather data have one more level: temperature/airTemperature, wind/windSpeed.
        constexpr std::array<std::string_view, 6> groups{"temperature",
                                                         "wind",
                                                         "humidity",
                                                         "visibility",
                                                         "precipitationDetail",
                                                         "roadSurfaceConditionMeasurements"};
        if (std::find(groups.begin(), groups.end(), child.name()) != groups.end()) findValues(child, all);
    }
}

std::vector<Found> valuesIn(XmlElement basicData)
{
    std::vector<Found> all;
    findValues(basicData, all);
    return all;
}

/// The number, unless the publisher says that it is none.
std::optional<double> numberIn(const Found& found, FactSink& sink)
{
    const XmlElement value = found.value;
    if (datexTrue(value.child("dataError"))) return std::nullopt;
    if (value.attribute("numberOfInputValuesUsed") == "0") return std::nullopt;
    if (value.child("numberOfInputValuesUsed").text() == "0") return std::nullopt;
    const XmlElement number = value.child(found.kind->number);
    if (number.text().empty()) return std::nullopt;
    if (found.kind == &status) return statusOf(number.text());
    const auto read = number.number();
    if (!read)
        sink.report(toQString(number.name()),
                    {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"), {number.qText().left(40)}});
    if (read && *read < 0 && found.kind->negativeIsNone) return std::nullopt;
    return read;
}

QString siteAndIndex(const QString& site, std::string_view index)
{
    return site + QLatin1Char('#') + toQString(index);
}

/// One site of the measured data: all that is measured there, before it is said where it belongs.
class SiteValues {
public:
    explicit SiteValues(QString site) : m_site(std::move(site)) {}

    /// `at`: of this value, where it states a time of its own.
    void add(std::string_view index, const Found& found, std::optional<city::Instant> at)
    {
        m_values.push_back({index, found, at});
    }
    bool needTime() const
    {
        return std::any_of(m_values.begin(), m_values.end(), [](const Value& value) { return !value.at; });
    }

    void observe(std::optional<city::Instant> siteTime, FactSink& sink) const
    {
        for (const Value& value : m_values) {
            const auto at = value.at ? value.at : siteTime;
            if (!at) continue;
            const auto number = numberIn(value.found, sink);
            if (!number) continue;
            const bool alone = std::count_if(m_values.begin(), m_values.end(), [&](const Value& other) {
                                   return other.found.kind == value.found.kind;
                               }) == 1;
            const QString id = alone || value.index.empty() ? m_site : siteAndIndex(m_site, value.index);
            sink.observe({QStringLiteral("road-site"), id}, QString::fromLatin1(value.found.kind->quantity),
                         toQString(value.found.value.name()), *number,
                         QString::fromLatin1(value.found.kind->unit), *at);
        }
    }

private:
    struct Value {
        std::string_view index;
        Found found;
        std::optional<city::Instant> at;
    };
    QString m_site;
    std::vector<Value> m_values;
};

/// A time: v2 states it directly, v3 within timeValue, or as the end of a period.
std::optional<city::Instant> timeIn(XmlElement owner, const char* name, FactSink& sink)
{
    const XmlElement stated = owner.child(name);
    const XmlElement ended = stated.child("period", "endOfPeriod");
    const XmlElement inner = stated.child("timeValue") ? stated.child("timeValue") : ended ? ended : stated;
    return sink.observed(QString::fromLatin1(name), inner.text());
}

/// Whether no text stands in it at all: what cannot be read is reported where it is read.
bool isEmptyBelow(XmlElement element)
{
    return element.text().empty() &&
           std::ranges::all_of(element.children(), [](XmlElement child) { return isEmptyBelow(child); });
}

/// The innermost of a value: both versions put one of the same name within that which has the index.
XmlElement innermost(XmlElement value)
{
    for (const char* name : {"measuredValue", "physicalQuantity"}) {
        if (const XmlElement inner = value.child(name)) return innermost(inner);
    }
    return value;
}

void readSite(XmlElement site, FactSink& sink)
{
    const QString id = site.child("measurementSiteReference").qAttribute("id");
    sink.turnTo(QStringLiteral("site"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("measurementSiteReference"),
                           QT_TRANSLATE_NOOP("Message", "the record has no id"));
    SiteValues values(id);
    for (const char* name : {"measuredValue", "physicalQuantity"}) {
        for (const XmlElement one : site.children(name)) {
            const XmlElement value = innermost(one);
            if (datexTrue(value.child("forecast"))) continue; // has not been measured
            const XmlElement basicData = value.child("basicData");
            const auto own = timeIn(basicData, "measurementOrCalculationTime", sink);
            for (const Found& found : valuesIn(basicData))
                values.add(one.attribute("index"), found, own);
        }
    }
    const auto time = timeIn(site, "measurementTimeDefault", sink);
    if (values.needTime() && isEmptyBelow(site.child("measurementTimeDefault")))
        sink.report(QStringLiteral("measurementTimeDefault"),
                    QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
    values.observe(time, sink);
}

QString laneAndClass(XmlElement characteristics)
{
    QStringList parts;
    for (const char* name : {"specificLane", "specificMeasurementValueType"}) {
        const XmlElement said = characteristics.below(name);
        if (said) parts << said.qText();
    }
    const XmlElement vehicles = characteristics.below("specificVehicleCharacteristics");
    for (const XmlElement type : vehicles.allBelow("vehicleType"))
        parts << type.qText();
    for (const XmlElement length : vehicles.allBelow("lengthCharacteristic"))
        parts << length.child("comparisonOperator").qText() + QLatin1Char(' ') +
                     length.child("vehicleLength").qText() + QStringLiteral(" m");
    return parts.join(QStringLiteral(", "));
}

/// A place for each index of a quantity that a site measures several times.
void addIndexes(XmlElement record, const city::Place& site, FactSink& sink)
{
    QHash<QString, int> counts;
    std::vector<std::pair<QString, XmlElement>> all;
    for (const char* name : {"measurementSpecificCharacteristics",
                             "measurementSiteRecordIndexMeasurementSpecificCharacteristics"}) {
        for (const XmlElement one : record.children(name)) {
            const QString quantity =
                QString::fromLatin1(quantityOfType(one.below("specificMeasurementValueType").text()));
            ++counts[quantity];
            all.emplace_back(quantity, one);
        }
    }
    for (const auto& [quantity, one] : all) {
        if (counts[quantity] < 2 || one.attribute("index").empty()) continue;
        city::Place place = site;
        place.id.id = siteAndIndex(site.id.id, one.attribute("index"));
        place.details.insert(QStringLiteral("measures"), laneAndClass(one));
        sink.add(std::move(place));
    }
}

void readSiteRecord(XmlElement record, FactSink& sink)
{
    const QString id = record.qAttribute("id");
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Place place{
        {QStringLiteral("road-site"), id}, datexTexts(record.child("measurementSiteName")), {}, {}, {}};
    for (const char* detail : {"measurementEquipmentReference", "measurementSide",
                               "measurementSiteNumberOfLanes", "computationMethod"}) {
        const QString text = record.child(detail).qText();
        if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
    }
    XmlElement location = record.child("measurementSiteLocation");
    if (!location) location = record.child("measurementSiteLocationReference");
    place.shape = datexGeometry(location, sink);
    if (!place.shape.isEmpty()) place.at = middleOf(place.shape);
    if (place.shape.points.size() == 1 && place.shape.lines.empty()) place.shape = {};
    addIndexes(record, place, sink);
    sink.add(std::move(place));
}

/// The id of the location that data belong to. A location that is spelled out and has none becomes a place
/// named by where it is; `known` are those that already are.
QString placeOfElaborated(XmlElement data, QSet<QString>& known, FactSink& sink)
{
    const XmlElement basic = data.child("basicData");
    XmlElement where = basic.below("predefinedLocationReference");
    if (!where) where = data.below("predefinedLocationReference");
    const QString id = where ? where.qAttribute("id") : data.qAttribute("id");
    sink.turnTo(QStringLiteral("id"), id);
    if (where) return id;
    city::Geometry shape = datexGeometry(basic.child("pertinentLocation") ? basic.child("pertinentLocation")
                                                                          : data.child("pertinentLocation"),
                                         sink);
    if (shape.isEmpty()) {
        if (id.isEmpty())
            sink.report(QStringLiteral("pertinentLocation"),
                        QT_TRANSLATE_NOOP("Message", "the record has no id"));
        return id;
    }
    const city::LonLat at = middleOf(shape);
    city::Place place{{QStringLiteral("road-site"), id}, {}, at, {}, {}};
    if (id.isEmpty()) place.id.id = QStringLiteral("%1,%2").arg(at.lat, 0, 'f', 5).arg(at.lon, 0, 'f', 5);
    if (!shape.lines.empty() || !shape.polygons.empty()) place.shape = std::move(shape);
    const QString named = place.id.id;
    if (!known.contains(named)) sink.add(std::move(place));
    known.insert(named);
    return named;
}

/// What holds for all data of a publication that do not say otherwise.
struct Defaults {
    std::optional<city::Instant> at;
    bool forecast = false;
};

void observeElaborated(XmlElement data, const Defaults& defaults, QSet<QString>& places, FactSink& sink)
{
    const XmlElement forecast = data.child("forecast");
    if (forecast ? datexTrue(forecast) : defaults.forecast) return; // has not been measured
    const XmlElement basic = data.child("basicData");
    const std::vector<Found> all = valuesIn(basic);
    if (all.empty()) return;
    const QString id = placeOfElaborated(data, places, sink);
    const auto own = timeIn(basic, "measurementOrCalculationTime", sink);
    const auto at = basic.child("measurementOrCalculationTime") ? own : defaults.at;
    if (!at || id.isEmpty()) return;
    for (const Found& found : all) {
        if (const auto number = numberIn(found, sink))
            sink.observe({QStringLiteral("road-site"), id}, QString::fromLatin1(found.kind->quantity),
                         toQString(found.value.name()), *number, QString::fromLatin1(found.kind->unit), *at);
    }
}

} // namespace

void readMeasuredData(XmlElement publication, FactSink& sink)
{
    if (publication.name() == "siteMeasurements") return readSite(publication, sink);
    for (const XmlElement site : publication.children("siteMeasurements"))
        readSite(site, sink);
}

void readElaboratedData(XmlElement publication, FactSink& sink)
{
    const char* time = publication.child("timeDefault") ? "timeDefault" : "publicationTime";
    const Defaults defaults{sink.observed(QString::fromLatin1(time), publication.child(time).text()),
                            datexTrue(publication.child("forecastDefault"))};
    QSet<QString> places;
    for (const char* name : {"elaboratedData", "physicalQuantity"}) { // of version 2, of version 3
        for (const XmlElement data : publication.children(name))
            observeElaborated(innermost(data), defaults, places, sink);
    }
}

void readMeasurementSites(XmlElement publication, FactSink& sink)
{
    if (publication.name() == "measurementSiteRecord" || publication.name() == "measurementSite")
        return readSiteRecord(publication, sink);
    std::vector<XmlElement> tables = publication.children("measurementSiteTable");
    if (publication.name() == "measurementSiteTable") tables.clear();
    tables.push_back(publication); // some publishers leave the table out
    for (const XmlElement table : tables) {
        for (const char* name : {"measurementSiteRecord", "measurementSite"}) {
            for (const XmlElement record : table.children(name))
                readSiteRecord(record, sink);
        }
    }
}

void readPredefinedLocations(XmlElement publication, FactSink& sink)
{
    for (const char* name : {"predefinedLocation", "predefinedLocationReference"}) {
        for (const XmlElement one : publication.allBelow(name)) {
            const QString id = one.qAttribute("id");
            if (id.isEmpty() || !one.attribute("targetClass").empty()) continue;
            sink.turnTo(QStringLiteral("id"), id);
            city::Place place{{QStringLiteral("road-site"), id},
                              datexTexts(one.child("predefinedLocationName")),
                              {},
                              {},
                              {}};
            place.shape = datexGeometry(one, sink);
            if (!place.shape.isEmpty()) place.at = middleOf(place.shape);
            sink.add(std::move(place));
        }
    }
}

} // namespace feeds
