// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/read_out.h"

#include "app/dashboards/format.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/withheld.h"

namespace app {

namespace {

QString span(const Scope& scope, const std::optional<city::Instant>& from, const std::optional<city::Instant>& to)
{
    const auto clock = [&](city::Instant at) { return clockText(at, scope.now, scope.pack.zone); };
    if (from && to) return say(QT_TRANSLATE_NOOP("Message", "From %1 to %2"), {clock(*from), clock(*to)});
    if (from) return say(QT_TRANSLATE_NOOP("Message", "Since %1"), {clock(*from)});
    return to ? say(QT_TRANSLATE_NOOP("Message", "Until %1"), {clock(*to)}) : QString();
}

void add(QStringList& lines, const QString& line)
{
    if (!line.isEmpty()) lines << line;
}

} // namespace

QString valueLine(const Scope& scope, const Measure& measure, const QString& quantity, double value)
{
    const QString text = valueText(scope, measure, value);
    const indicators::Level* level = measure.level(value);
    const QString named = level ? QStringLiteral("%1 (%2)").arg(text, scope.text(level->word)) : text;
    return say(QT_TRANSLATE_NOOP("Message", "%1: %2"), {scope.quantityName(quantity), named});
}

QString ageLine(const Scope& scope, const Reading& reading)
{
    if (!reading.observation || reading.freshness == city::Freshness::Future) return city::freshnessText(reading.freshness).toString();
    const QString age = say(QT_TRANSLATE_NOOP("Message", "%1 ago"), {ageText(scope.now - reading.observation->observedAt)});
    if (reading.freshness <= city::Freshness::Late) return age;
    return say(QT_TRANSLATE_NOOP("Message", "%1, %2"), {city::freshnessText(reading.freshness).toString(), age});
}

map::Ref placeRef(const Scope& scope, int row, const Measure& measure, const QString& quantity)
{
    const PlaceNow& place = scope.index.at(row);
    map::Ref ref{place.id->kind, place.id->id, scope.placeName(row), {}};
    if (!quantity.isEmpty()) {
        const Reading reading = scope.index.reading(row, quantity);
        if (reading) ref.lines << valueLine(scope, measure, quantity, reading.value());
        if (reading.isWithheld()) ref.lines << say(QT_TRANSLATE_NOOP("Message", "%1: %2"), {scope.quantityName(quantity), withheldText(scope, quantity)});
        ref.lines << ageLine(scope, reading);
    }
    add(ref.lines, scope.areaPath(place.area));
    return ref;
}

map::Ref areaRef(const Scope& scope, int area, const Measure& measure, const Aggregated& value, const QString& quantity)
{
    map::Ref ref{QStringLiteral("area"), scope.areas.at(area).code, scope.areaName(area), {}};
    if (value.value)
        ref.lines << valueLine(scope, measure, quantity, *value.value);
    else if (value.isWithheld)
        ref.lines << say(QT_TRANSLATE_NOOP("Message", "%1: %2"), {scope.quantityName(quantity), insteadOfNumber(scope, value, quantity)});
    else
        ref.lines << city::freshnessText(value.freshness).toString();
    ref.lines << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 places"), {number(value.used, 0), number(value.places, 0)});
    add(ref.lines, leftOutText(value));
    return ref;
}

map::Ref alertRef(const Scope& scope, const AlertNow& alert)
{
    map::Ref ref{QStringLiteral("alert"), alertId(*alert.alert), alertTitle(scope, alert), {}};
    ref.lines << severityWord(alert.info->severity);
    add(ref.lines, alertAreas(scope, alert));
    add(ref.lines, span(scope, alert.info->effective, alert.info->expires));
    return ref;
}

map::Ref eventRef(const Scope& scope, const EventNow& event)
{
    map::Ref ref{QStringLiteral("event"), event.event->id, eventTitle(scope, event), {}};
    ref.lines << scope.kindName(event.event->kind);
    for (const city::Observation& one : event.event->measures)
        ref.lines << valueLine(scope, measure(scope, one.quantity), one.quantity, one.value);
    add(ref.lines, span(scope, event.event->begins, event.event->ends));
    add(ref.lines, scope.areaPath(event.area));
    return ref;
}

} // namespace app
