// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/evaluate.h"

#include "app/dashboards/event_measures.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/people.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/select.h"
#include "app/dashboards/soon.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/withheld.h"

namespace app {

namespace {

QString conditionQuantity(const Expression& expression)
{
    return expression.whereQuantity.isEmpty() ? expression.quantity : expression.whereQuantity;
}

bool isCondition(const Expression& expression)
{
    return !expression.comparison.isEmpty();
}

QString conditionText(const Scope& scope, const Expression& expression)
{
    const QString quantity = conditionQuantity(expression);
    const Measure limit = measure(scope, quantity);
    return QStringLiteral("%1 %2 %3").arg(scope.quantityName(quantity), expression.comparison,
                                          withUnit(number(expression.threshold, limit.decimals()),
                                                   unitOf(scope, limit)));
}

void finish(const Scope& scope, Evaluation& found, const FeedsFor& sources)
{
    if (found.result.isWithheld)
        found.note = insteadOfNumber(scope, found.result, sources.quantity);
    else if (!found.result.value)
        found.note = whyNoData(scope, feedsFor(scope, sources));
    else if (found.result.freshness > city::Freshness::Late)
        found.note = say(QT_TRANSLATE_NOOP("Message", "Last known, not current. %1"),
                         {whyNoData(scope, feedsFor(scope, sources))});
    else if (found.result.stale + found.result.dead + found.result.future + found.result.withheld > 0)
        found.note = leftOutText(found.result);
}

void findRows(const Scope& scope, const Expression& expression, const QString& quantity, Reach reach, Evaluation& found)
{
    if (reach == Reach::Focus) {
        found.rows = placesInFocus(scope, expression.kind, quantity);
        return;
    }
    Speaking speaking = placesSpeaking(scope, expression.kind, quantity);
    found.rows = std::move(speaking.rows);
    found.instead = std::move(speaking.instead);
}

Evaluation ofQuantity(const Scope& scope, const Expression& expression, Reach reach)
{
    Evaluation found;
    found.quantity = expression.quantity;
    found.measure = measure(scope, expression.quantity);
    found.unit = unitOf(scope, found.measure);
    found.decimals = found.measure.decimals();
    findRows(scope, expression, expression.quantity, reach, found);
    if (isCondition(expression))
        std::erase_if(found.rows, [&](int row) {
            const Reading reading = scope.index.reading(row, conditionQuantity(expression));
            return !reading.isCurrent() || !compare(reading.value(), expression.comparison, expression.threshold);
        });
    const QString how = expression.aggregate.isEmpty() ? ownAggregate(scope, expression.quantity) : expression.aggregate;
    found.result = aggregate(scope, found.rows, expression.quantity, how);
    const bool likeOnePlace = how != QLatin1String("sum") && how != QLatin1String("count");
    if (how == QLatin1String("count")) {
        found.unit.clear();
        found.decimals = 0;
    }
    if (likeOnePlace && found.result.value) found.level = found.measure.level(*found.result.value);
    found.source = provenance(scope, found.result, found.measure);
    finish(scope, found, {expression.quantity, {}, {}, FeedsFor::Alerts::No});
    return found;
}

// How many places there are: known from their descriptions, without any value.
Evaluation ofPlacesAlone(const Scope& scope, const Expression& expression)
{
    Evaluation found;
    found.rows = placesInFocus(scope, expression.kind, expression.quantity);
    const QStringList feeds = feedsFor(scope, {expression.quantity, expression.kind, {}, FeedsFor::Alerts::No});
    found.result.feeds = answered(scope, feeds);
    found.result.freshness = freshnessOf(scope, feeds);
    found.result.places = found.result.used = static_cast<int>(found.rows.size());
    if (!found.result.feeds.empty()) found.result.value = static_cast<double>(found.rows.size());
    for (const city::FeedPicture* feed : found.result.feeds)
        if (const auto at = feed->state.speaksOf()) found.result.oldest = std::min(*at, found.result.oldest.value_or(*at));
    found.result.newest = found.result.oldest;
    found.source = provenance(scope, found.result.feeds);
    if (!found.result.value) found.note = whyNoData(scope, feeds);
    return found;
}

/// Places that will meet the condition soon. Of whom nobody knows where they are going is said.
Evaluation ofPlacesSoon(const Scope& scope, const Expression& expression, Reach reach)
{
    Evaluation found;
    found.quantity = expression.whereQuantity;
    found.measure = measure(scope, found.quantity);
    findRows(scope, expression, found.quantity, reach, found);
    found.result = usable(scope, found.rows, found.quantity).counts;
    qsizetype meeting = 0, known = 0, done = 0;
    std::vector<int> rows;
    for (const int row : found.rows) {
        const Reading reading = scope.index.reading(row, found.quantity);
        if (reading.isCurrent() && compare(reading.value(), expression.comparison, expression.threshold)) {
            ++done; // tells nothing of where the others are going
            continue;
        }
        const std::optional<bool> soon = soonMeets(scope, row, expression);
        known += soon.has_value();
        meeting += soon.value_or(false);
        if (soon.value_or(false)) rows.push_back(row);
    }
    if (known > 0 || (done > 0 && done == found.result.used)) found.result.value = static_cast<double>(meeting);
    known += done;
    found.source = provenance(scope, found.result, found.measure);
    found.source.lines.prepend(say(QT_TRANSLATE_NOOP("Message", "Counted: places that go on as they have changed in the last half hour, or by their forecast, and will have %1 within 30 min; known of %2 of %3"),
                                   {conditionText(scope, expression), number(known), number(static_cast<qsizetype>(found.rows.size()))}));
    finish(scope, found, {found.quantity, {}, {}, FeedsFor::Alerts::No});
    if (!found.result.value && found.result.used > 0) found.note = say(QT_TRANSLATE_NOOP("Message", "Where it is going is not known yet."));
    found.rows = std::move(rows);
    return found;
}

Evaluation ofPlaces(const Scope& scope, const Expression& expression, Reach reach)
{
    if (!isCondition(expression)) return ofPlacesAlone(scope, expression);
    if (expression.aggregate == QLatin1String("soon")) return ofPlacesSoon(scope, expression, reach);
    Evaluation found;
    const QString quantity = conditionQuantity(expression);
    found.quantity = quantity;
    found.measure = measure(scope, quantity);
    findRows(scope, expression, quantity, reach, found);
    Usable inputs = usable(scope, found.rows, quantity);
    found.result = std::move(inputs.counts);
    if (!inputs.readings.empty()) {
        double meeting = 0;
        for (const auto& [row, reading] : inputs.readings)
            if (compare(reading.value(), expression.comparison, expression.threshold)) ++meeting;
        const bool share = expression.aggregate == QLatin1String("share");
        found.result.value = share ? 100 * meeting / static_cast<double>(inputs.readings.size()) : meeting;
        if (share) found.unit = QStringLiteral("%");
    }
    found.source = provenance(scope, found.result, found.measure);
    found.source.lines.prepend(
        say(QT_TRANSLATE_NOOP("Message", "Counted: places with %1"), {conditionText(scope, expression)}));
    finish(scope, found, {quantity, {}, {}, FeedsFor::Alerts::No});
    return found;
}

/// The areas people are counted in: of the innermost level that has numbers, or the one around a smaller focus.
std::vector<int> areasOfPeople(const Scope& scope, const QString& level)
{
    if (level.isEmpty()) return {};
    std::vector<int> areas = scope.areasIn(level);
    const int around = areas.empty() && scope.area >= 0 ? scope.areas.ancestor(scope.area, level) : -1;
    if (around >= 0) areas.push_back(around);
    return areas;
}

// Residents of the areas whose own value (worst, unless the quantity is judged by its mean) meets the condition.
Evaluation ofPeople(const Scope& scope, const Expression& expression, Reach reach)
{
    Evaluation found;
    const QString quantity = conditionQuantity(expression);
    found.quantity = quantity;
    found.measure = measure(scope, quantity);
    findRows(scope, expression, quantity, reach, found);
    found.result = usable(scope, found.rows, quantity).counts;
    const QString level = peopleLevel(scope.areas);
    const QString how = expression.aggregate == QLatin1String("mean") ? QStringLiteral("mean") : QStringLiteral("worst");
    std::vector<int> meeting;
    int known = 0;
    std::optional<double> worst;
    const auto groups = groupByArea(scope, found.rows, level);
    const std::vector<int> areas = areasOfPeople(scope, level);
    const bool around = areas.size() == 1 && scope.area >= 0 && !scope.areas.isWithin(areas.front(), scope.area);
    if (around && found.instead.isEmpty()) found.instead = scope.areaName(areas.front());
    for (const int area : areas) {
        // Nobody in the area measures: what is nearest speaks for all of it.
        const bool ofOthers = !groups.contains(area) && !found.instead.isEmpty();
        const Aggregated value = aggregate(scope, ofOthers ? found.rows : groups.value(area), quantity, how);
        if (!value.value) continue;
        ++known;
        if (!compare(*value.value, expression.comparison, expression.threshold)) continue;
        meeting.push_back(area);
        const bool worse = !worst || (found.measure.worstIsHigh() ? *value.value > *worst : *value.value < *worst);
        if (worse) {
            worst = value.value;
            found.worstArea = area;
        }
    }
    if (known > 0) found.result.value = meeting.empty() ? 0 : peopleIn(scope.areas, meeting);
    found.source = provenance(scope, found.result, found.measure);
    found.source.lines.prepend(
        say(how == QLatin1String("mean")
                ? QT_TRANSLATE_NOOP("Message", "Counted: residents of the %1 of %2 areas whose mean has %3; %4 have no value")
                : QT_TRANSLATE_NOOP("Message", "Counted: residents of the %1 of %2 areas whose worst place has %3; %4 have no value"),
            {number(static_cast<qsizetype>(meeting.size())), scope.levelName(level), conditionText(scope, expression),
             number(static_cast<qsizetype>(areas.size()) - known)}));
    finish(scope, found, {quantity, {}, {}, FeedsFor::Alerts::No});
    if (level.isEmpty()) found.note = say(QT_TRANSLATE_NOOP("Message", "The pack has no numbers of residents."));
    return found;
}

Evaluation ofFeeds(const Scope& scope, const FeedsFor& sources, int count)
{
    Evaluation found;
    const QStringList feeds = feedsFor(scope, sources);
    found.result.feeds = answered(scope, feeds);
    found.result.freshness = freshnessOf(scope, feeds);
    // None in force is a fact only when somebody who would know has answered.
    if (!found.result.feeds.empty()) found.result.value = count;
    for (const city::FeedPicture* feed : found.result.feeds)
        if (const auto at = feed->state.speaksOf()) found.result.oldest = std::min(*at, found.result.oldest.value_or(*at));
    found.result.newest = found.result.oldest;
    found.source = provenance(scope, found.result.feeds);
    finish(scope, found, sources);
    return found;
}

QString eventKind(const Expression& expression)
{
    return expression.kind.isEmpty() ? QStringLiteral("*") : expression.kind;
}

std::vector<EventNow> eventsMeeting(const Scope& scope, const Expression& expression)
{
    std::vector<EventNow> found = eventsInFocus(scope, expression.kind);
    if (isCondition(expression))
        std::erase_if(found, [&](const EventNow& one) {
            const auto value = measureOf(*one.event, conditionQuantity(expression));
            return !value || !compare(*value, expression.comparison, expression.threshold);
        });
    return found;
}

// "worst quake.magnitude of earthquake": the values are the events' own. None going on is no value, not a zero.
Evaluation ofEventMeasures(const Scope& scope, const Expression& expression)
{
    Evaluation found = ofFeeds(scope, {{}, {}, expression.kind, FeedsFor::Alerts::No}, 0);
    found.quantity = expression.quantity;
    found.measure = measure(scope, expression.quantity);
    found.unit = unitOf(scope, found.measure);
    found.decimals = found.measure.decimals();
    std::vector<double> values;
    for (const EventNow& one : eventsMeeting(scope, expression))
        if (const auto value = measureOf(*one.event, expression.quantity)) values.push_back(*value);
    const bool answeredAtAll = found.result.value.has_value();
    found.result.value.reset();
    if (values.empty()) {
        if (answeredAtAll) found.note = say(QT_TRANSLATE_NOOP("Message", "Nothing is going on here."));
        return found;
    }
    const bool low = expression.aggregate == QLatin1String("worst") && !found.measure.worstIsHigh();
    const QString how = expression.aggregate != QLatin1String("worst") ? expression.aggregate
                        : low ? QStringLiteral("min") : QStringLiteral("max");
    found.result.value = aggregateNumbers(values, how);
    if (how != QLatin1String("sum") && how != QLatin1String("count")) found.level = found.measure.level(*found.result.value);
    return found;
}

bool isOfEvents(const Scope& scope, const Expression& expression)
{
    return !expression.kind.isEmpty() && scope.index.ofKind(expression.kind).empty() &&
           !feedsFor(scope, {{}, {}, expression.kind, FeedsFor::Alerts::No}).isEmpty();
}

} // namespace

Evaluation evaluate(const Scope& scope, const Expression& expression, Reach reach)
{
    switch (expression.what) {
    case Expression::What::Quantity:
        return isOfEvents(scope, expression) ? ofEventMeasures(scope, expression) : ofQuantity(scope, expression, reach);
    case Expression::What::Places: return ofPlaces(scope, expression, reach);
    case Expression::What::People: return ofPeople(scope, expression, reach);
    case Expression::What::Alerts:
        return ofFeeds(scope, {{}, {}, {}, FeedsFor::Alerts::Yes}, countActual(alertsInFocus(scope)));
    case Expression::What::Events:
        return ofFeeds(scope, {{}, {}, eventKind(expression), FeedsFor::Alerts::No},
                       static_cast<int>(eventsMeeting(scope, expression).size()));
    }
    return {};
}

} // namespace app
