// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/crumbs.h"

#include "app/dashboards/comparison.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace app {

namespace {

constexpr double Surroundings = 0.006; // degrees about a place: some 600 m

} // namespace

std::vector<widgets::Crumb> crumbs(const Scope& scope)
{
    std::vector<int> path;
    for (int area = scope.area; area >= 0; area = scope.areas.at(area).parent)
        path.push_back(area);
    std::vector<widgets::Crumb> made;
    made.push_back({scope.text(scope.pack.title), scope.focusOnArea(-1)});
    for (auto area = path.rbegin(); area != path.rend(); ++area)
        made.push_back({scope.areaName(*area), scope.focusOnArea(*area)});
    if (scope.focus.place) {
        QString name = scope.placeRow >= 0 ? scope.placeName(scope.placeRow) : scope.focus.place->id;
        for (const AlertNow& alert : scope.alerts) // An alert goes by its title.
            if (*scope.focus.place == city::PlaceId{QStringLiteral("alert"), alertId(*alert.alert)}) name = alertTitle(scope, alert);
        made.push_back({name, scope.focus});
    }
    if (!scope.focus.outline.empty()) { // A click takes it off, as that on a time does.
        city::Focus all = scope.focus;
        all.outline.clear();
        all.walk.reset();
        made.push_back({groundInFocus(scope).title + QStringLiteral(" ×"), all});
    }
    if (scope.focus.against) {
        city::Focus all = scope.focus;
        all.against.reset();
        made.push_back({say(QT_TRANSLATE_NOOP("Message", "beside %1 ×"), {againstName(scope)}), all});
    }
    if (!scope.focus.picks.isEmpty()) {
        city::Focus all = scope.focus;
        all.picks = {};
        const auto picked = static_cast<int>(std::min<std::size_t>(scope.focus.picks.count(), std::numeric_limits<int>::max()));
        made.push_back({QCoreApplication::translate("Crumbs", "%n selected ×", nullptr, picked), all});
    }
    if (scope.focus.span) { // A click takes it off.
        city::Focus all = scope.focus;
        all.span.reset();
        const auto clock = [&](city::Instant at) { return clockText(at, scope.now, scope.pack.zone); };
        made.push_back({QStringLiteral("%1 – %2 ×").arg(clock(scope.focus.span->from), clock(scope.focus.span->to)), all});
    }
    return made;
}

std::optional<city::LonLatBox> fitOf(const Scope& scope)
{
    const city::Place* place = scope.placeRow >= 0 ? scope.index.at(scope.placeRow).place : nullptr;
    if (place && (place->at || !place->shape.isEmpty())) {
        city::LonLatBox box = place->shape.bounds();
        const city::LonLat at = place->at ? *place->at : place->shape.anchor();
        box.add(city::LonLat{at.lon - Surroundings, at.lat - Surroundings});
        box.add(city::LonLat{at.lon + Surroundings, at.lat + Surroundings});
        return box;
    }
    if (scope.area >= 0 && !scope.areas.at(scope.area).bounds.isEmpty()) return scope.areas.at(scope.area).bounds;
    return scope.pack.extent.isEmpty() ? std::nullopt : std::optional(scope.pack.extent);
}

} // namespace app
