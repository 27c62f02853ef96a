// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/sensor_words.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <QRegularExpression>

namespace feeds {

namespace {

using simdjson::dom::element;

/// Where the pieces of an answer of version 3 belong that do not say so themselves: by the address asked.
QString idInAddress(const QUrl& url, const char* folder)
{
    const QRegularExpression form(QString::fromLatin1(folder) + QStringLiteral("/(\\d+)(/|$)"));
    return form.match(url.path()).captured(1);
}

/// Results of OpenAQ, versions 1 to 3: places of kind "air-station" and what is measured there. What a result
/// is, is told by its members.
class ResultReader {
public:
    explicit ResultReader(FactSink& sink) : m_sink(sink) {}

    void read(element result)
    {
        const QString location = textOf(result, "location");
        QString id = location.isEmpty() ? textOf(result, "id") : location;
        if (id.isEmpty()) id = textOf(result, "locationsId");
        m_sink.turnTo(QStringLiteral("location"), id);
        if (memberOf(result, "measurements"))
            readStation(result, id);
        else if (memberOf(result, "value") && memberOf(result, "parameter"))
            readMeasurement(result);
        else if (memberOf(result, "value"))
            readLatest(result);
        else if (memberOf(result, "sensors") ||
                 (memberOf(result, "coordinates") && memberOf(result, "parameters")))
            readLocation(result, id);
        else if (memberOf(result, "latest") && memberOf(result, "parameter"))
            readSensor(result);
        // Countries, parameters, licences: nothing that is a fact of a city.
    }

private:
    void addPlace(const QString& id, const QString& name, element owner)
    {
        if (m_places.contains(id)) return;
        m_places.insert(id);
        city::Place place{{QStringLiteral("air-station"), id}, localText(name), positionOf(owner), {}, {}};
        for (const char* detail : {"city", "locality", "country", "timezone", "sourceName", "entity"}) {
            const QString text = textOf(owner, detail);
            if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
        }
        for (const char* detail : {"provider", "owner", "country"}) {
            const auto inner = memberOf(owner, detail);
            const QString text = inner ? textOf(*inner, "name") : QString();
            if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
        }
        m_sink.add(std::move(place));
    }

    std::optional<city::LonLat> positionOf(element owner)
    {
        const auto at = memberOf(owner, "coordinates");
        return at ? m_sink.position(QStringLiteral("coordinates"), numberOf(*at, "longitude"),
                                    numberOf(*at, "latitude"))
                  : std::nullopt;
    }

    /// A text, or the "utc" of an object with both clocks.
    std::optional<city::Instant> timeOf(element owner, const char* name)
    {
        const auto inner = memberOf(owner, name);
        if (!inner) return std::nullopt;
        const std::string_view text = inner->is_object() ? viewOf(*inner, "utc") : viewOf(owner, name);
        return m_sink.observed(QString::fromLatin1(name), text);
    }

    /// -999 and its like are how the sources behind OpenAQ say that there is no value; others below zero are
    /// noise of the instrument, and facts.
    void observe(const QString& place, const QString& parameter, const QString& unit, element owner,
                 std::optional<city::Instant> at)
    {
        const auto stated = memberOf(owner, "value");
        const auto value = stated ? numberOf(*stated) : std::nullopt;
        if (stated && !value && !saysNothing(viewOf(owner, "value")))
            m_sink.report(QStringLiteral("value"), {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"),
                                                    {shownText(*stated).left(40)}});
        if (!value || *value <= -99) return;
        if (!at)
            return m_sink.report(QStringLiteral("datetime"),
                                 QT_TRANSLATE_NOOP("Message", "the record states no time"));
        const QString ucum = ucumOf(unit);
        m_sink.observe({QStringLiteral("air-station"), place}, quantityOf(parameter, ucum),
                       QStringLiteral("value"), *value, ucum, *at);
    }

    /// Versions 1 and 2, "latest": a station and its newest values.
    void readStation(element result, const QString& id)
    {
        if (id.isEmpty())
            return m_sink.report(QStringLiteral("location"),
                                 QT_TRANSLATE_NOOP("Message", "the record has no id"));
        const QString name = textOf(result, "name");
        addPlace(id, name.isEmpty() ? id : name, result);
        forEachIn(result, "measurements", [&](element one) {
            observe(id, textOf(one, "parameter"), textOf(one, "unit"), one, timeOf(one, "lastUpdated"));
        });
    }

    /// One value with its parameter: of versions 1 and 2 with its place, of version 3 with neither place nor
    /// id.
    void readMeasurement(element result)
    {
        QString id = textOf(result, "locationId");
        const QString name = textOf(result, "location");
        if (id.isEmpty()) id = name;
        if (!id.isEmpty()) addPlace(id, name, result);
        const auto parameter = memberOf(result, "parameter");
        const bool isV3 = parameter->is_object();
        if (id.isEmpty()) id = placeByAddress();
        const auto period = memberOf(result, "period");
        const auto at = period ? timeOf(*period, "datetimeTo") : timeOf(result, "date");
        observe(id, isV3 ? textOf(*parameter, "name") : textOf(result, "parameter"),
                isV3 ? textOf(*parameter, "units") : textOf(result, "unit"), result, at);
    }

    /// Version 3, "latest": a value of a sensor, whose parameter stands elsewhere.
    void readLatest(element result)
    {
        const QString sensor = textOf(result, "sensorsId");
        const QString id = textOf(result, "locationsId");
        if (id.isEmpty())
            return m_sink.report(QStringLiteral("locationsId"),
                                 QT_TRANSLATE_NOOP("Message", "the record has no id"));
        const auto known = m_sensors.constFind(sensor);
        addPlace(id, {}, result);
        observe(id, known == m_sensors.cend() ? QStringLiteral("sensor-") + sensor : known->first,
                known == m_sensors.cend() ? QString() : known->second, result, timeOf(result, "datetime"));
    }

    void readLocation(element result, const QString& id)
    {
        const QString own = textOf(result, "id");
        addPlace(own.isEmpty() ? id : own, textOf(result, "name"), result);
        forEachIn(result, "sensors", [&](element sensor) {
            const auto parameter = memberOf(sensor, "parameter");
            if (parameter)
                m_sensors.insert(textOf(sensor, "id"),
                                 {textOf(*parameter, "name"), textOf(*parameter, "units")});
        });
        forEachIn(result, "parameters", [&](element one) { // version 2
            const auto value = numberOf(one, "lastValue");
            const auto at = value && *value > -99 ? timeOf(one, "lastUpdated") : std::nullopt;
            if (!at) return;
            const QString ucum = ucumOf(textOf(one, "unit"));
            m_sink.observe({QStringLiteral("air-station"), own.isEmpty() ? id : own},
                           quantityOf(textOf(one, "parameter"), ucum), QStringLiteral("lastValue"), *value,
                           ucum, *at);
        });
    }

    void readSensor(element result)
    {
        const auto latest = memberOf(result, "latest");
        const auto parameter = memberOf(result, "parameter");
        observe(placeByAddress(), textOf(*parameter, "name"), textOf(*parameter, "units"), *latest,
                timeOf(*latest, "datetime"));
    }

    /// The location or sensor of the address that was asked; failing that the feed itself.
    QString placeByAddress() const
    {
        const QUrl& url = m_sink.context().feed.request.url;
        const QString location = idInAddress(url, "locations");
        if (!location.isEmpty()) return location;
        const QString sensor = idInAddress(url, "sensors");
        return sensor.isEmpty() ? m_sink.context().feed.id : QStringLiteral("sensor-") + sensor;
    }

    FactSink& m_sink;
    QSet<QString> m_places;
    QHash<QString, std::pair<QString, QString>> m_sensors; ///< id -> name and unit of its parameter
};

} // namespace

city::Result<Decoded> decodeOpenAq(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    if (!memberOf(root, "results")) {
        const auto stated = memberOf(root, memberOf(root, "message") ? "message" : "detail");
        const QString said = stated ? shownText(*stated) : QString(); // a list where the query was wrong
        if (!said.isEmpty())
            return city::Problem{
                {},
                {},
                {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {said.left(200)}}};
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not OpenAQ: \"results\" were expected")};
    }
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    FactSink sink(context, decoded);
    ResultReader reader(sink);
    forEachIn(root, "results", [&](element result) { reader.read(result); });
    sink.finish();
    return decoded;
}

} // namespace feeds
