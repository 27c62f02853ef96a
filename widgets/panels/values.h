// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/focus.h"
#include "layers/city/freshness.h"
#include "layers/city/series.h"
#include "layers/map/scene/scene.h"

#include <QColor>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

/// What the panels show, as plain values: computed elsewhere, off the GUI thread, from (snapshot, focus).
/// Texts are ready to read, in the language and zone of the moment, and are always shown as plain text.
namespace widgets {

/// Where a number came from; shown on hover and in "why this number".
struct Provenance {
    QStringList lines; ///< "Feed: ...", "Observed: ...", "Scale: ... (version ...)", "Inputs: ..."
};

/// What is usual at one time: the band that holds the middle 80 % of such days, and their median.
struct UsualPoint {
    city::Instant at;
    double low = 0, median = 0, high = 0;
};

/// What is expected at one time, with the bands that should hold 80 and 50 % of what comes.
struct FanPoint {
    city::Instant at;
    double value = 0, low = 0, high = 0, lowHalf = 0, highHalf = 0;
};

/// Which number somebody asks about.
struct WhyAsk {
    enum class Of { Tile, Cell, PlaceValue, ChartPoint, Sentence } of = Of::Tile;
    QString id;        ///< Of the tile or chart; key of the row; of a sentence: its number.
    int part = 0;      ///< Column of the cell, series of the chart.
    QString quantity;  ///< Of a place's value.
    city::Instant at;  ///< Of the chart's point.
};

/// A KPI tile.
struct TileData {
    QString id;
    QString title;
    QString value; ///< Formatted; empty: no data, `note` says why.
    QString unit;
    QString word;  ///< Name of the level, or the place that is worst; may be empty.
    QColor colour; ///< Of the level; invalid: none.
    map::Shape shape = map::Shape::Circle;
    QString change; ///< "▲ 12 in 1 h"; may be empty.
    std::vector<city::Sample> spark;
    city::Freshness freshness = city::Freshness::Missing;
    QString age;  ///< "2 min"
    QString note; ///< What is missing, what to do.
    Provenance source;
    std::optional<city::Focus> target; ///< Where a click leads.
    std::optional<double> number = {};       ///< `value` as a number, where it speaks of now.
    QString usual = {};                      ///< "38 % above usual Wed 17:30"; empty: not known.
    std::vector<UsualPoint> sparkUsual = {}; ///< Behind `spark`.
};

/// One line or set of bars of a chart.
struct ChartSeries {
    QString name;
    QColor colour;                     ///< Invalid: the theme's next.
    std::vector<city::Sample> samples; ///< For "series".
    std::vector<UsualPoint> usual = {}; ///< Drawn behind; empty: not known.
    std::vector<FanPoint> fan = {};     ///< After ChartData::now; empty: no forecast that is worth showing.
};

struct ChartBar {
    QString label;
    std::optional<double> value; ///< Nothing: no data, hatched.
    QString valueText;           ///< Formatted, with unit.
    QColor colour;               ///< Invalid: the theme's data colour.
    QString tip;
    bool selected = false;
    std::optional<city::Focus> target;
    QString usual = {}; ///< "38 % below usual"; behind the value where there is room.
};

struct ChartBand { ///< A level of a scale behind a series.
    double from, to;
    QColor colour;
    QString word;
};

/// A point of a chart that something is said of, such as where a forecast crosses a limit.
struct ChartMark {
    city::Instant at;
    double value = 0;
    QString text; ///< Short: "Unhealthy 21:00".
};

struct ChartData {
    enum class Kind { Series, Bars } kind = Kind::Series;
    QString id;
    QString title;
    QString unit;
    std::vector<ChartSeries> series;
    std::vector<ChartBar> bars;
    std::vector<ChartBand> bands;
    city::Instant from, to; ///< Time axis of a series, UTC.
    city::Duration gap{0};  ///< Samples further apart are not joined by a line; 0: always joined.
    int decimals = 0;
    QString note; ///< Shown instead when there is nothing to draw: why, and what to do.
    city::Freshness freshness = city::Freshness::Missing;
    QString age;
    Provenance source;
    QStringList forecastLines = {};        ///< Model and measured skill of each fan, or why there is none.
    std::optional<city::Instant> now = {}; ///< Where what was measured ends and a forecast begins.
    std::vector<ChartMark> marks = {};
    std::optional<city::Instant> incompleteFrom = {}; ///< What is later is still being reported: hatched.
};

struct TableCell {
    QString text;
    std::optional<double> number; ///< Sorts by this when there, else by text.
    QColor colour;                ///< Swatch of the level; invalid: none.
    map::Shape shape = map::Shape::Circle;
    bool muted = false;
    std::optional<city::Freshness> freshness{}; ///< Its symbol stands before the text.
    QString usual{};                            ///< As TileData::usual.
};

struct TableColumn {
    QString title;
    QString unit;
    bool numeric = false;
};

struct TableRow {
    std::vector<TableCell> cells;
    QString key; ///< Place id, area code, alert id: links the row to the map.
    bool selected = false;
    std::optional<city::Focus> target;
    QString tip;
};

struct TableData {
    QString title;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    int sortColumn = 0;
    bool descending = false;
    QString note; ///< Shown when there are no rows.
};

/// One step of the breadcrumb, outermost first.
struct Crumb {
    QString text;
    city::Focus target;
};

/// A feed in the list of data ages.
struct FeedAge {
    QString id, title;
    city::Freshness freshness = city::Freshness::Missing;
    QString age;    ///< "2 min", "3 h"
    QString detail; ///< Why it is late: "HTTP 503 since 14:05"; plain text.
};

/// One stretch of a feed's day, ready to show.
struct StripCell {
    std::optional<city::Freshness> state; ///< Nothing: nobody watched.
    bool failed = false;                  ///< A question in it was not answered.
    QString tip;                          ///< "14:00 to 14:15: fresh, 15 questions, 1 without an answer"
};

/// A layer in the layer panel.
struct LayerEntry {
    QString id, title, group;
    bool shown = true;
    bool removable = false; ///< Dropped on the window by the user.
    std::vector<map::LegendEntry> legend;
    city::Freshness freshness = city::Freshness::Fresh;
    QString age = {};       ///< Empty for layers that are not live; how far the reading of one is.
    QString trouble = {};   ///< What is wrong with it; empty: nothing.
    bool styleable = false; ///< Its style can be edited.
};

/// A dashboard in the rail on the left.
struct RailEntry {
    QString id, title, icon, question;
};

} // namespace widgets
