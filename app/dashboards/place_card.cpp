// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/crumbs.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/usual.h"
#include "app/dashboards/withheld.h"

namespace app {

namespace {

widgets::PlaceValue placeValue(const Scope& scope, const QString& quantity)
{
    const Reading reading = scope.index.reading(scope.placeRow, quantity);
    const Measure scale = measure(scope, quantity);
    widgets::PlaceValue value;
    value.quantity = quantity;
    value.name = scope.quantityName(quantity);
    value.unit = unitOf(scope, scale);
    value.freshness = reading.freshness;
    value.source = provenance(scope, reading, scale).lines.join(QLatin1Char('\n'));
    if (reading.isWithheld()) {
        value.value = withheldText(scope, quantity);
        value.unit.clear();
        value.age = ageText(scope.now - reading.observation->observedAt);
    }
    if (!reading || reading.freshness == city::Freshness::Future) return value;
    value.value = number(reading.value(), scale.decimals());
    value.age = ageText(scope.now - reading.observation->observedAt);
    if (scope.in.usual && reading.isCurrent() && !isDirection(scale.quantity))
        if (const auto usual = scope.in.usual->at({*scope.index.at(scope.placeRow).id, quantity}, reading.observation->observedAt))
            value.usual = usualText(scope, *usual, reading.value(), {value.unit, scale.decimals(), hasRatios(scale.quantity)},
                                    reading.observation->observedAt);
    if (const indicators::Level* level = scale.level(reading.value())) {
        value.word = scope.text(level->word);
        value.colour = level->colour;
        value.shape = shapeOf(level->symbol);
    }
    return value;
}

/// What lies in reach on foot, and this place beside another one.
void addActions(const Scope& scope, widgets::PlaceCard& card)
{
    const city::Place* place = scope.index.at(scope.placeRow).place;
    if (place && (place->at || !place->shape.isEmpty()))
        for (const int minutes : {5, 10, 15})
            card.actions.push_back({say(QT_TRANSLATE_NOOP("Message", "%1 min on foot"), {number(static_cast<qsizetype>(minutes))}),
                                    walkTarget(scope, place->at ? *place->at : place->shape.anchor(), minutes)});
    city::Focus next = scope.focus;
    next.against = scope.focus.against == card.id ? std::nullopt : std::optional(card.id);
    card.actions.push_back({next.against ? say(QT_TRANSLATE_NOOP("Message", "Compare with …"))
                                         : say(QT_TRANSLATE_NOOP("Message", "No longer compare")),
                            next});
}

} // namespace

std::optional<widgets::PlaceCard> placeCard(const Scope& scope)
{
    if (!scope.focus.place) return std::nullopt;
    widgets::PlaceCard card;
    card.id = *scope.focus.place;
    card.kind = scope.kindName(card.id.kind);
    if (scope.placeRow < 0) {
        card.name = card.id.id;
        card.note = say(QT_TRANSLATE_NOOP("Message", "No feed knows this place now. Go one step out to see the others."));
        return card;
    }
    const PlaceNow& place = scope.index.at(scope.placeRow);
    card.name = scope.placeName(scope.placeRow);
    card.where = scope.areaPath(place.area);
    for (const QString& quantity : scope.index.quantitiesOf(scope.placeRow))
        card.values.push_back(placeValue(scope, quantity));
    if (place.place)
        for (auto it = place.place->details.cbegin(); it != place.place->details.cend(); ++it)
            card.details.emplace_back(it.key(), it.value());
    addActions(scope, card);
    if (card.values.empty()) card.note = whyNoData(scope, feedsFor(scope, {{}, card.id.kind, {}, FeedsFor::Alerts::No}));
    return card;
}

} // namespace app
