// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/feeds/mapping/field.h"

#include <cmath>

namespace feeds {

namespace {

/// Days and times of day stand apart: "20120416", "0907000000" (hours, minutes, seconds and fractions),
/// "-0700".
std::string isoOf(XmlElement time)
{
    const std::string_view day = time.child("date").text(), clock = time.child("time").text(),
                           offset = time.child("offset").text();
    if (day.size() < 8 || clock.size() < 4) return {};
    const auto part = [](std::string_view text, std::size_t at) { return std::string(text.substr(at, 2)); };
    std::string iso = std::string(day.substr(0, 4)) + '-' + part(day, 4) + '-' + part(day, 6) + 'T' +
                      part(clock, 0) + ':' + part(clock, 2) + ':' +
                      (clock.size() >= 6 ? part(clock, 4) : "00");
    if (offset.size() >= 5) iso += std::string(offset.substr(0, 5));
    return iso;
}

/// Millionths of a degree; some publishers write degrees.
std::optional<city::LonLat> positionIn(XmlElement place, FactSink& sink)
{
    const auto degrees = [](std::optional<double> stated) {
        return stated && std::abs(*stated) > 360 ? std::optional(*stated / 1e6) : stated;
    };
    return sink.position(QStringLiteral("geo-location"), degrees(place.child("longitude").number()),
                         degrees(place.child("latitude").number()));
}

/// Where one element of an event is: a point, or the line from its first to its last location.
city::Geometry whereOf(XmlElement element, FactSink& sink)
{
    std::vector<city::LonLat> points;
    for (const XmlElement place : element.child("event-locations").allBelow("geo-location")) {
        const auto at = positionIn(place, sink);
        if (at && (points.empty() || !(points.back() == *at))) points.push_back(*at);
    }
    city::Geometry geometry;
    if (points.size() == 1) geometry.points = std::move(points);
    if (points.size() > 1) geometry.lines.push_back(std::move(points));
    return geometry;
}

/// The standard's headings, in the words of the other road formats where these have one.
QString kindOf(XmlElement headline)
{
    const std::string_view heading =
        headline.children().empty() ? std::string_view() : headline.children().front().name();
    if (heading == "accidents-and-incidents") return QStringLiteral("incident");
    if (heading == "roadwork") return QStringLiteral("roadworks");
    return heading.empty() ? QStringLiteral("road-event") : toQString(heading);
}

QStringList textsBelow(XmlElement owner, std::initializer_list<const char*> names)
{
    QStringList texts;
    for (const char* name : names) {
        for (const XmlElement one : owner.allBelow(name))
            if (!one.text().empty() && !texts.contains(one.qText())) texts << one.qText();
    }
    return texts;
}

/// Lanes that are closed, by their type: "through lanes: 2 of 4 affected".
QStringList lanesOf(XmlElement element)
{
    QStringList lines;
    for (const XmlElement lane : element.child("event-lanes").children("event-lane")) {
        const auto affected = lane.child("lanes-total-affected").number();
        if (!affected || *affected <= 0) continue;
        lines << QStringLiteral("%1: %2/%3")
                     .arg(lane.child("lanes-type").qText(), lane.child("lanes-total-affected").qText(),
                          lane.child("lanes-total-original").qText());
    }
    return lines;
}

void setTimes(XmlElement element, city::Event& event, FactSink& sink)
{
    const XmlElement times = element.child("event-times");
    const auto time = [&](std::initializer_list<const char*> names) -> std::optional<city::Instant> {
        for (const char* name : names)
            if (const auto at = sink.planned(QString::fromLatin1(name), isoOf(times.child(name)))) return at;
        return std::nullopt;
    };
    event.begins = time({"start-time", "expected-start-time"});
    event.ends = time({"end-time", "expected-end-time"});
}

bool isOver(XmlElement full)
{
    const QString state = full.below("event-message-type-version").qText();
    const QStringList states =
        textsBelow(full.child("event-indicators"), {"status", "active-flag"}) + QStringList{state};
    return states.contains(QStringLiteral("ended")) || states.contains(QStringLiteral("cleared")) ||
           states.contains(QStringLiteral("no"));
}

void readEvent(XmlElement full, FactSink& sink)
{
    const XmlElement reference = full.child("event-reference");
    const QString sender = full.child("message-header", "organization-sending", "organization-id").qText();
    const QString number = reference.child("event-id").qText();
    const QString id = sender.isEmpty() ? number : sender + QLatin1Char('/') + number;
    sink.turnTo(QStringLiteral("event-id"), id);
    if (number.isEmpty())
        return sink.report(QStringLiteral("event-id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    if (isOver(full)) return;
    const XmlElement headline = full.child("event-headline", "headline");
    const QString said = headline.children().empty() ? QString() : headline.children().front().qText();
    const XmlElement updated = reference.child("update-time")
                                   ? reference.child("update-time")
                                   : full.child("message-header", "message-time-stamp");
    const auto at = sink.observed(QStringLiteral("update-time"), isoOf(updated));
    const std::vector<XmlElement> elements =
        full.child("event-element-details").children("event-element-detail");
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const XmlElement element = elements[i];
        city::Event event;
        event.id = elements.size() == 1 ? id : QStringLiteral("%1#%2").arg(id).arg(i + 1);
        event.kind = kindOf(headline);
        const QStringList roads = textsBelow(element.child("event-locations"),
                                             {"link-name", "cross-street-name-item", "landmark-name"});
        event.title = localText((QStringList{said} + roads).join(QStringLiteral(", ")));
        QStringList lines =
            textsBelow(element.child("event-descriptions"), {"additional-text", "description"}) +
            lanesOf(element);
        lines += textsBelow(full.child("event-indicators"), {"severity", "status"});
        event.description = lines.join(QLatin1Char('\n'));
        event.reportedAt = at.value_or(sink.context().receivedAt);
        setTimes(element, event, sink);
        event.geometry = whereOf(element, sink);
        sink.add(std::move(event));
    }
}

} // namespace

city::Result<Decoded> decodeTmdd(const QByteArray& payload, const DecodeContext& context)
{
    const XmlReading reading = readXml(payload, context.feed.mapping.encoding);
    if (reading.refused) return *reading.refused;
    const XmlElement root(reading.tree, 0);
    std::vector<XmlElement> events = root.name() == "FEU" ? std::vector{root} : root.allBelow("FEU");
    const bool isMessage = !events.empty() || root.name() == "fEUMsg" || root.below("fEUMsg");
    if (!isMessage)
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is XML but no message of TMDD with events; its root is <%1>"),
             {toQString(root.name())}}};
    Decoded decoded;
    if (reading.mended) decoded.addProblem(*reading.mended);
    FactSink sink(context, decoded);
    for (const XmlElement event : events)
        readEvent(event, sink);
    sink.finish();
    return decoded;
}

} // namespace feeds
