// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/read_style.h"
#include "layers/city/local_text.h"
#include "layers/city/time.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace app {

/// "worst aqi", "sum bikes.available", "count rain-gauge where rain.1h >= 40", "people where aqi > 100",
/// "count alerts", "count roadworks": what a tile shows, already parsed.
struct Expression {
    enum class What { Quantity, Places, People, Alerts, Events } what = What::Quantity;
    /// "worst", "sum", "mean", "median", "max", "min", "share", "count"
    QString aggregate;
    QString quantity;      ///< For Quantity; also what `where` compares, if it names no other.
    QString kind;          ///< Place or event kind; empty: every place that has the quantity.
    QString whereQuantity; ///< Empty: no condition.
    QString comparison;    ///< ">", ">=", "<", "<=", "="
    double threshold = 0;
    QString text; ///< As written.
};

struct MapLayerSpec {
    QString layer; ///< Id within the dashboard.
    city::LocalText title;
    QString kind; ///< "points", "clusters", "choropleth", "lines", "hexagons", "heat", "flows", "wind",
                  ///< "isolines", "vehicles", "alerts", "events"
    QString
        of; ///< Kind of the places, events or vehicles shown; for a choropleth: whose values are added up.
    QString value;   ///< Quantity that gives colour (by its scale) and label; empty: one colour.
    QString scale;   ///< Instead of the quantity's own.
    QString palette; ///< For quantities without a scale: "viridis", "cividis", ...
    QString label;   ///< "value", "name" or empty.
    QString colour;  ///< Style token when there is no value.
    QString size;    ///< Quantity that gives the radius; empty: one size.
    bool show = true;
    QString direction = {}; ///< Wind: quantity in degrees.
    std::optional<ReadStyle> style = {};
    double minMetresPerPixel = 0, maxMetresPerPixel = 1e12;
};

struct TileSpec {
    city::LocalText title;
    Expression value;
    QString by;    ///< Administrative level the worst place is named in; empty: none.
    QString spark; ///< Quantity whose recent series is drawn small; empty: none.
    QString detail = {}; ///< A detail of the worst place that is said with it, such as the pollutant.
    city::LocalText needs = {}; ///< What feed would answer it; said where the pack has none.
};

struct ChartSpec {
    /// "series", "bars", "levels", "events", "histogram", "exceedance", "divert", "incidence"
    QString kind;
    city::LocalText title;
    QString value;    ///< Quantity.
    QStringList also; ///< Further quantities of the same unit in a series.
    QString of;       ///< Place kind.
    QString by;       ///< "next level down", a level, "places" or "corridors".
    std::optional<city::Duration> range;
    int limit = 12;
    double threshold = 0; ///< Of exceedance: days above it count. Of divert: places from it on are full.
    QString ofDay = {};   ///< Of exceedance: "mean" or "max" of a day.
    city::LocalText needs = {}; ///< As TileSpec::needs.
};

struct TableSpec {
    QString rows;        ///< "places", "areas", "alerts", "events", "feeds"
    QString of;          ///< Place or event kind.
    QStringList columns; ///< "name", "area", quantities, "level", "age", "severity", "expires", ...
    QString sort;        ///< Column; a leading "-" sorts downwards.
};

/// dashboards/*.yaml
struct DashboardSpec {
    QString id;
    QString icon;
    city::LocalText title, question;
    std::vector<MapLayerSpec> map;
    QStringList layers; ///< GIS layers of the pack shown beneath.
    std::vector<TileSpec> tiles;
    std::vector<ChartSpec> charts;
    TableSpec table;
    QStringList cards; ///< "situation": its sentences; "criteria": the board of criteria.
    int order = 0;
};

} // namespace app
