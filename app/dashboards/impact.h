// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The ground an impact is told of: the union of polygons and of whole areas of the tree.
struct Ground {
    QString title;
    city::Geometry geometry;
    std::vector<int> areas;

    bool isEmpty() const { return geometry.polygons.empty() && areas.empty(); }
};

Ground groundOf(const Scope& scope, const AlertNow& alert);
/// Of the alert in focus, or of the outline drawn; empty: neither.
Ground groundInFocus(const Scope& scope);
bool isInside(const Scope& scope, const Ground& ground, const PlaceNow& place);
bool isInside(const Scope& scope, const Ground& ground, city::LonLat at);

/// Where one gets on foot, as far as that is known without a network of footways: a straight line at 4.8 km/h, shortened by
/// what the way round usually takes in a town. The card says so.
inline constexpr double WalkMetresPerMinute = 80, WalkDetour = 1.3;
city::Focus walkTarget(const Scope& scope, city::LonLat from, int minutes);
/// An alert as what is looked at: its card and what lies in it.
city::Focus impactTarget(const Scope& scope, const AlertNow& alert);

/// Residents of one area and how much of it lies in the ground.
struct PeopleShare {
    int area = -1;
    double share = 0;  ///< Of its surface, 0 to 1.
    double people = 0; ///< Its residents times the share.
};
/// By the level that has numbers of residents, those touched only, most people first.
std::vector<PeopleShare> peopleIn(const Scope& scope, const Ground& ground);
/// Of the innermost level, for the areas in `outer`: residents of the outer one spread evenly over its
/// surface.
std::vector<PeopleShare> peopleInParts(const Scope& scope, const Ground& ground,
                                       const std::vector<PeopleShare>& outer);

/// An estimate by surface does not know single people: rounded to tens, hundreds or thousands.
QString aboutPeople(double people);

/// The measured places inside, by kind.
struct SensorCount {
    QString kind;
    int inside = 0, current = 0;
};
std::vector<SensorCount> sensorsIn(const Scope& scope, const Ground& ground);

/// "Inside: about 480,000 people (270,000 in Xinyi District ...); 38 of 41 sensors report". Empty when
/// nothing is known.
QString insideText(const Scope& scope, const Ground& ground);
/// Everything, as a card; nothing when no ground is in focus.
std::optional<widgets::ImpactCard> impactCard(const Scope& scope);
/// Of any ground.
widgets::ImpactCard impactCard(const Scope& scope, const Ground& ground);

} // namespace app
