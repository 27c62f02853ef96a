// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/dashboard.h"

#include "app/dashboards/board.h"
#include "app/dashboards/charts.h"
#include "app/dashboards/crumbs.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/situation.h"
#include "app/dashboards/table.h"
#include "app/dashboards/tiles.h"
#include "app/dashboards/usual.h"

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
    picture.table = table(scope);
    addUsual(scope, picture.table);
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
    return picture;
}

} // namespace app
