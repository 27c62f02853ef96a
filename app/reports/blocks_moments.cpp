// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/block_scope.h"

namespace app {

namespace {

widgets::TableRow rowAt(const ReportInput& report, const ReportMoment& moment, const ReportBlock& tilesThen, std::vector<Figure>& figures)
{
    widgets::TableRow row;
    row.key = city::toIso(moment.at);
    widgets::TableCell time;
    const bool oneDay = report.order.to - report.order.from <= std::chrono::hours(24);
    time.text = city::inZone(moment.at, report.pack->zone, oneDay ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
    row.cells.push_back(time);
    figures.push_back({});
    const auto& then = std::get<TilesBlock>(tilesThen.content);
    for (std::size_t i = 0; i < then.tiles.size(); ++i) {
        const widgets::TileData& tile = then.tiles[i];
        widgets::TableCell cell;
        const bool current = tile.freshness <= city::Freshness::Late && !tile.value.isEmpty();
        cell.text = tile.value.isEmpty() ? QStringLiteral("–") : tile.word.isEmpty() ? tile.value : tile.value + QStringLiteral(" ") + tile.word.section(QStringLiteral(" · "), 0, 0);
        cell.muted = !current;
        Figure figure = then.figures[i];
        figure.what = time.text + QStringLiteral(" · ") + tile.title;
        if (!current) figure.value.reset();
        cell.number = figure.value;
        cell.colour = tile.colour;
        cell.shape = tile.shape;
        row.cells.push_back(cell);
        figures.push_back(std::move(figure));
    }
    return row;
}

} // namespace

ReportBlock momentsBlock(const ReportInput& report, const ReportBlockSpec& spec)
{
    TableBlock made;
    ReportBlock block;
    std::vector<ReportMoment> moments = report.moments;
    std::erase_if(moments, [&](const ReportMoment& one) { return (report.order.to - one.at).count() % spec.every.count() != 0; });
    moments.push_back({report.order.to, report.snapshot});
    for (const ReportMoment& moment : moments) {
        if (!moment.snapshot) continue;
        const BlockScope then(report, spec, moment.at, moment.snapshot);
        const ReportBlock tilesThen = tilesBlock(then.scope());
        if (made.table.columns.empty()) {
            made.table.columns.push_back({say(QT_TRANSLATE_NOOP("Message", "Time")), {}, false});
            for (const widgets::TileData& tile : std::get<TilesBlock>(tilesThen.content).tiles)
                made.table.columns.push_back({tile.title, tile.unit, true});
        }
        std::vector<Figure> figures;
        made.table.rows.push_back(rowAt(report, moment, tilesThen, figures));
        made.figures.push_back(std::move(figures));
        addNew(block.feeds, tilesThen.feeds);
        addNew(block.scales, tilesThen.scales);
    }
    const auto silent = static_cast<qsizetype>(momentsFor(report.spec, report.order).size() + 1 - moments.size());
    const bool unknown = silent > 0 || std::any_of(moments.begin(), moments.end(), [](const ReportMoment& one) { return !one.snapshot; });
    if (unknown) block.remark = say(QT_TRANSLATE_NOOP("Message", "Moments nothing is known of are left out."));
    block.content = std::move(made);
    return block;
}

} // namespace app
