// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/scope.h"

#include <algorithm>

namespace app {

namespace {

// The names in the other languages, so that the box finds a thing by any of them.
QStringList otherNames(const city::LocalText& text, const QString& shown)
{
    QStringList names;
    for (const QString& one : text.all())
        if (!one.isEmpty() && one != shown && !names.contains(one)) names << one;
    return names;
}

QString detailOf(QStringList parts, const QStringList& others)
{
    parts += others;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void addAreas(const Scope& scope, std::vector<widgets::SearchEntry>& entries)
{
    for (const QString& level : scope.areas.levels())
        for (std::size_t i = 0; i < scope.areas.areas().size(); ++i) {
            const city::Area& area = scope.areas.areas()[i];
            if (area.level != level) continue;
            city::Focus target;
            target.area = area.code;
            const QString name = scope.text(area.name);
            const QString parent = area.parent >= 0 ? scope.areaPath(area.parent) : QString();
            entries.push_back({name, detailOf({scope.levelName(level), parent}, otherNames(area.name, name)), target});
        }
}

void addPlaces(const Scope& scope, std::vector<widgets::SearchEntry>& entries)
{
    std::vector<std::pair<QString, int>> named;
    for (std::size_t i = 0; i < scope.index.places().size(); ++i) {
        const PlaceNow& place = scope.index.places()[i];
        if (place.place && !scope.areas.levels().contains(place.id->kind))
            named.emplace_back(scope.placeName(static_cast<int>(i)), static_cast<int>(i));
    }
    std::sort(named.begin(), named.end());
    for (const auto& [name, row] : named) {
        const PlaceNow& place = scope.index.at(row);
        city::Focus target = scope.focusOnPlace(row);
        target.dashboard.clear();
        entries.push_back({name,
                           detailOf({scope.kindName(place.id->kind), scope.areaPath(place.area)},
                                    otherNames(place.place->name, name)),
                           target});
    }
}

} // namespace

std::vector<widgets::SearchEntry> searchEntries(const Pack& pack, const city::CitySnapshot& snapshot,
                                                const QString& language)
{
    DashboardInput input;
    input.pack = std::shared_ptr<const Pack>(std::shared_ptr<const Pack>(), &pack); // not owned: used only in here
    input.snapshot = std::shared_ptr<const city::CitySnapshot>(std::shared_ptr<const city::CitySnapshot>(), &snapshot);
    input.language = language;
    input.now = snapshot.at();
    const Scope scope(input);
    std::vector<widgets::SearchEntry> entries;
    for (const DashboardSpec& spec : pack.dashboards) {
        city::Focus target;
        target.dashboard = spec.id;
        const QString name = spec.title.in(language);
        entries.push_back({name, detailOf({spec.question.in(language)}, otherNames(spec.title, name)), target});
    }
    addAreas(scope, entries);
    addPlaces(scope, entries);
    return entries;
}

} // namespace app
