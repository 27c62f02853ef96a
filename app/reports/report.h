// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/indicators/typical.h"
#include "layers/map/scene/scene.h"
#include "widgets/panels/cards.h"
#include "widgets/panels/values.h"

#include <QTimeZone>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// A report as one value: everything it says, in words and numbers, before anybody decides how paper, a browser or a
/// spreadsheet shows it. Made by buildReport, written by the writers, compared by verification.
namespace app {

/// What was asked for. Together with the pack and the history it determines every number of a report.
struct ReportOrder {
    QString report; ///< Id of its spec.
    QString area;   ///< Code; empty: the whole pack.
    city::Instant from, to;
    std::optional<city::Instant> asOf; ///< Only what was known then; nothing: what was known at `to`.
    QString language = QStringLiteral("en");
    QString note; ///< By hand; shown where the report has room for it.

    friend bool operator==(const ReportOrder&, const ReportOrder&) = default;
};

/// One number with all that has to be said about it.
struct Figure {
    QString what;     ///< "Worst AQI"; of a table "Xinyi · AQI".
    QString quantity; ///< Id; empty for counts of alerts and the like.
    std::optional<double> value;
    QString text;  ///< As it is written, without unit.
    QString unit;  ///< As people read it.
    QString level; ///< Word of its scale.
    QString scale; ///< "tw-aqi-2025 2025-01"
    QStringList feeds; ///< Ids.
    std::optional<city::Instant> observed; ///< The oldest value in it.
    city::Freshness freshness = city::Freshness::Missing;
    QString note; ///< Why there is none, or what was left out.
    std::optional<indicators::Typical> usual = {}; ///< Of the same time on days like this one.
};

/// A feed this report rests on, as it was at the time of the data.
struct FeedUsed {
    QString id, title, publisher, licence;
    city::Freshness state = city::Freshness::Missing;
    QString stateWord, age, detail;
    std::optional<city::Instant> observed;
};

struct HeadlinesBlock {
    QString first;
    QStringList more;
    int alarm = 0; ///< As widgets::Situation has it.
};
struct TilesBlock {
    std::vector<widgets::TileData> tiles;
    std::vector<Figure> figures; ///< One for each tile.
};
struct MapBlock {
    std::shared_ptr<const map::Scene> scene;
    city::LonLatBox fit;
    struct Legend {
        QString title;
        std::vector<map::LegendEntry> entries;
    };
    std::vector<Legend> legends; ///< Topmost layer first.
    std::vector<Figure> figures; ///< Of the places shown, by layer.
    struct Feature { ///< Where the figure of the same number lies.
        QString layer, kind, id;
        city::Geometry geometry;
        QColor colour; ///< Of its level; invalid: none.
    };
    std::vector<Feature> features;
};
struct ChartsBlock {
    std::vector<widgets::ChartData> charts;
    struct Facts { ///< Of the chart of the same number.
        QString quantity, scale;
        QStringList feeds;
    };
    std::vector<Facts> facts;
    bool columns = false; ///< Bars stand side by side in the order of time.
};
struct TableBlock {
    widgets::TableData table;
    std::vector<std::vector<Figure>> figures; ///< Row by row, cell by cell; without value for cells of text.
    int leftOut = 0;                          ///< Rows there was no room for.
};
struct AlertsBlock {
    std::vector<widgets::AlertNotice> alerts;
    QStringList feeds;
};
/// Who and what lies in the area of an alert, or in that of the report.
struct ImpactBlock {
    struct Part {
        QString title;
        int alarm = 0; ///< Of the alert, 1 to 3; 0: of none.
        QStringList facts;
        QString method;
        std::vector<QString> titles;    ///< Of the tables.
        std::vector<TableBlock> tables; ///< People, sensors, what is exposed.
    };
    std::vector<Part> parts;
};
struct TextBlock {
    QString text;
};
struct NoteBlock {
    QString text; ///< Empty: lines to write on.
};
struct PageBlock {};

struct ReportBlock {
    QString title;
    std::variant<HeadlinesBlock, TilesBlock, MapBlock, ChartsBlock, TableBlock, AlertsBlock, ImpactBlock, TextBlock, NoteBlock, PageBlock> content;
    QString remark{};      ///< Beneath it, small.
    QStringList feeds{};   ///< Ids of those it rests on.
    QStringList scales{};  ///< "tw-aqi-2025 2025-01"
};

/// What every page and sheet says about where its numbers come from.
struct ReportEvidence {
    std::vector<FeedUsed> feeds; ///< Worst first.
    QStringList scales, licences, attributions, suppressions, methods;
    QString pack, program; ///< "taipei 1", "CityOps 0.1.0"
    QString code;          ///< "K7Q2M-9XHMT"; of all figures and the order.
};

struct Report {
    ReportOrder order;
    QString id, title, purpose;
    QString city, place; ///< `place` is empty for the whole pack.
    QString period;      ///< In the city's zone.
    QString dataTime;    ///< "2026-03-18 17:30 (UTC+08:00)"
    QTimeZone zone;
    bool slides = false;
    QString stamp; ///< "DEMO DATA"; empty: nothing.
    std::vector<ReportBlock> blocks;
    ReportEvidence evidence;
};

/// One figure and where in the report it stands.
struct PlacedFigure {
    int block = 0; ///< Index into Report::blocks.
    QString where; ///< Title of the block, or of the chart.
    Figure figure;
};

/// Every number of a report in reading order.
std::vector<PlacedFigure> figuresOf(const Report& report);
/// Of the order, the pack's version and every figure: the same for the same numbers, another for any other. "K7Q2M-9XHMT"
QString codeOf(const Report& report);
/// ISO 8601 with the offset of the city.
QString isoIn(city::Instant at, const QTimeZone& zone);

} // namespace app
