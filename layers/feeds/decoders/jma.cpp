// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/jma.h"

#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

/// The levels at which intensities are reported, outermost first.
struct Level {
    const char* element;
    const char* placeKind;
    const char* value;
};

constexpr Level levels[]{{"Pref", "jma-prefecture", "MaxInt"},
                         {"Area", "jma-area", "MaxInt"},
                         {"City", "jma-city", "MaxInt"},
                         {"IntensityStation", "seismic-station", "Int"}};

void observeIntensities(XmlElement owner, std::size_t level, city::Instant at, FactSink& sink)
{
    if (level == std::size(levels)) return;
    for (const XmlElement one : owner.children(levels[level].element)) {
        const QString code = one.child("Code").qText();
        const XmlElement value = one.child(levels[level].value);
        city::Place place{{QString::fromLatin1(levels[level].placeKind), code},
                          localText(one.child("Name").qText(), QStringLiteral("ja")),
                          {},
                          {},
                          {}};
        const city::PlaceId id = place.id;
        if (!code.isEmpty()) sink.add(std::move(place));
        const auto intensity = jmaIntensity(value.text());
        if (intensity && !code.isEmpty())
            sink.observe(id, QStringLiteral("quake.intensity.jma"), QString::fromLatin1(levels[level].value),
                         *intensity, QStringLiteral("1"), at);
        // "震度５弱以上未入電" is a station that should have reported and has not: no value.
        observeIntensities(one, level + 1, at, sink);
    }
}

QString titleOf(XmlElement report, XmlElement quake)
{
    const QString where = quake.child("Hypocenter", "Area", "Name").qText();
    const QString magnitude = jmaPlain(quake.child("Magnitude").qAttribute("description"));
    if (where.isEmpty()) return report.child("Head", "Title").qText();
    return magnitude.isEmpty() ? where : where + QLatin1Char(' ') + magnitude;
}

QString descriptionOf(XmlElement report)
{
    QStringList lines;
    for (const XmlElement text :
         {report.child("Head", "Headline", "Text"),
          report.child("Body", "Comments", "ForecastComment", "Text"), report.child("Body", "Text")})
        if (!text.text().empty()) lines << text.qText();
    return lines.join(QLatin1Char('\n'));
}

void measureQuake(XmlElement quake, city::Event& event, FactSink& sink)
{
    const XmlElement coordinate = quake.child("Hypocenter", "Area", "Coordinate");
    // The datum of the older forms is Tokyo's; at a tenth of a degree the 400 m do not show.
    const JmaHypocentre hypocentre = jmaHypocentre(coordinate.text());
    if (hypocentre.at) event.geometry.points.push_back(*hypocentre.at);
    if (hypocentre.depthKm)
        sink.measure(event, QStringLiteral("quake.depth"), QStringLiteral("Coordinate"), *hypocentre.depthKm,
                     QStringLiteral("km"));
    // "NaN" with the condition 不明 or M8を超える: not known.
    if (const auto magnitude = quake.child("Magnitude").number())
        sink.measure(event, QStringLiteral("quake.magnitude"), QStringLiteral("Magnitude"), *magnitude,
                     QStringLiteral("1"));
}

void addQuake(XmlElement report, city::Instant reported, FactSink& sink)
{
    const XmlElement head = report.child("Head");
    const XmlElement body = report.child("Body");
    const std::vector<XmlElement> quakes = body.children("Earthquake");
    const XmlElement quake = quakes.empty() ? XmlElement() : quakes.front();
    city::Event event;
    event.id = head.child("EventID").qText();
    if (event.id.isEmpty())
        return sink.report(QStringLiteral("EventID"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    const bool cancelled = head.child("InfoType").text() == "取消";
    event.kind = cancelled ? QStringLiteral("earthquake-cancelled") : QStringLiteral("earthquake");
    event.title = localText(titleOf(report, quake), QStringLiteral("ja"));
    event.description = descriptionOf(report);
    event.reportedAt = reported;
    const std::string_view origin =
        quake.child(quake.child("OriginTime") ? "OriginTime" : "ArrivalTime").text();
    event.begins = origin.empty() && !quake
                       ? sink.observed(QStringLiteral("TargetDateTime"), head.child("TargetDateTime").text())
                       : sink.observed(QStringLiteral("OriginTime"), origin);
    if (cancelled) return sink.add(std::move(event));
    measureQuake(quake, event, sink);
    const XmlElement observation = body.child("Intensity", "Observation");
    if (const auto strongest = jmaIntensity(observation.child("MaxInt").text()))
        sink.measure(event, QStringLiteral("quake.intensity.jma"), QStringLiteral("MaxInt"), *strongest,
                     QStringLiteral("1"));
    observeIntensities(observation, 0, event.begins.value_or(reported), sink);
    sink.add(std::move(event));
}

void readReport(XmlElement report, FactSink& sink)
{
    const XmlElement head = report.child("Head");
    sink.turnTo(QStringLiteral("EventID"), head.child("EventID").qText());
    const auto reported =
        sink.observed(QStringLiteral("ReportDateTime"), head.child("ReportDateTime").text());
    if (!reported) {
        if (head.child("ReportDateTime").text().empty())
            sink.report(QStringLiteral("ReportDateTime"),
                        QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
        return;
    }
    const XmlElement body = report.child("Body");
    const QString title = report.child("Control", "Title").qText();
    const bool tsunami = title.contains(QStringLiteral("津波"));
    const bool quake =
        !tsunami && (body.child("Earthquake") || body.child("Intensity") ||
                     title.contains(QStringLiteral("震源")) || title.contains(QStringLiteral("震度")));
    const bool real = report.child("Control", "Status").text() == "通常";
    if (quake && real) return addQuake(report, *reported, sink);
    if (quake)
        return sink.report(QStringLiteral("Status"),
                           QT_TRANSLATE_NOOP("Message", "is an exercise or a test, and no fact"));
    sink.add(jmaAlert(report, *reported), QStringLiteral("EventID=") + head.child("EventID").qText());
}

} // namespace

city::Result<Decoded> decodeJma(const QByteArray& payload, const DecodeContext& context)
{
    const XmlReading reading = readXml(payload, context.feed.mapping.encoding);
    if (reading.refused) return *reading.refused;
    const XmlElement root(reading.tree, 0);
    Decoded decoded;
    if (reading.mended) decoded.addProblem(*reading.mended);
    FactSink sink(context, decoded, FactSink::Area::World);
    if (isAlertIndex(reading.tree)) {
        followIndex(reading.tree, context.feed.request.url, decoded);
        return decoded;
    }
    if (root.name() != "Report" || !root.child("Control") || !root.child("Head"))
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "is XML but no report of JMA; its root is <%1>"),
                              {toQString(root.name())}}};
    readReport(root, sink);
    return decoded;
}

} // namespace feeds
