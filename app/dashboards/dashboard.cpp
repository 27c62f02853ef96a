// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/dashboard.h"

#include "app/dashboards/board.h"
#include "app/dashboards/charts.h"
#include "app/dashboards/comparison.h"
#include "app/dashboards/crossings.h"
#include "app/dashboards/crumbs.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/situation.h"
#include "app/dashboards/table.h"
#include "app/dashboards/tiles.h"
#include "app/dashboards/usual.h"

#include <algorithm>

namespace app {

namespace {

void addSelected(const Scope& scope, DashboardPicture& picture)
{
    if (scope.focus.place) {
        picture.selectedKind = scope.focus.place->kind;
        picture.selectedId = scope.focus.place->id;
    } else if (scope.area >= 0) {
        picture.selectedKind = QStringLiteral("area");
        picture.selectedId = scope.focus.area;
    }
}

// The fans that are drawn first, then what may be worth a warning.
std::vector<QPair<city::PlaceId, QString>> forecastsWanted(const Scope& scope)
{
    std::vector<QPair<city::PlaceId, QString>> wanted;
    const auto add = [&](int row, const QString& quantity) {
        const QPair<city::PlaceId, QString> key(*scope.index.at(row).id, quantity);
        if (std::find(wanted.begin(), wanted.end(), key) == wanted.end()) wanted.push_back(key);
    };
    for (const SeriesPlan& plan : seriesPlans(scope)) {
        const std::size_t fans = plan.naming == SeriesPlan::Naming::Quantities ? 2 : 1;
        for (std::size_t i = 0; !plan.incidence && i < std::min(fans, plan.lines.size()); ++i)
            add(plan.lines[i].first, plan.lines[i].second);
    }
    for (const auto& [row, quantity] : warningSeries(scope))
        add(row, quantity);
    return wanted;
}

} // namespace

DashboardPicture compute(const DashboardInput& input)
{
    const Scope scope(input);
    DashboardPicture picture;
    picture.dashboard = scope.focus.dashboard;
    if (scope.spec) {
        picture.title = scope.text(scope.spec->title);
        picture.question = scope.text(scope.spec->question);
        picture.listsSituation = scope.spec->cards.contains(QStringLiteral("situation"));
    }
    picture.situation = situation(scope);
    picture.crumbs = crumbs(scope);
    picture.tiles = tiles(scope);
    addUsual(scope, picture.tiles);
    picture.charts = charts(scope);
    if (auto compared = comparisonTable(scope)) {
        picture.table = std::move(*compared);
    } else {
        picture.table = table(scope);
        addUsual(scope, picture.table);
    }
    DashboardMap map = dashboardMap(scope);
    picture.scene = std::move(map.scene);
    picture.layers = std::move(map.layers);
    picture.feeds = feedAges(scope);
    picture.place = placeCard(scope);
    picture.alerts = alertNotices(scope);
    picture.impact = impactCard(scope);
    if (scope.spec && scope.spec->cards.contains(QStringLiteral("criteria"))) picture.criteria = criteriaBoard(scope);
    picture.fit = fitOf(scope);
    addSelected(scope, picture);
    picture.toForecast = forecastsWanted(scope);
    return picture;
}

} // namespace app
