// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/reports/block_scope.h"

/// Who and what lies in the areas of alerts, as the card of the window tells it.
namespace app {

namespace {

// Cards hold what is read; a number is told from it as any reader would.
std::optional<double> numberIn(const QString& text)
{
    bool counts = false;
    const double value = QString(text).remove(QLatin1Char(',')).toDouble(&counts);
    return counts ? std::optional(value) : std::nullopt;
}

TableBlock tableOf(const widgets::ImpactGroup& group, const QString& about)
{
    TableBlock made;
    made.table.columns = group.columns;
    made.leftOut = group.more;
    for (const QStringList& texts : group.rows) {
        widgets::TableRow row;
        std::vector<Figure> figures;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const widgets::TableColumn& column = group.columns[static_cast<std::size_t>(i)];
            widgets::TableCell cell;
            cell.text = texts[i];
            Figure figure;
            figure.what = QStringList{about, texts.front(), column.title}.join(QStringLiteral(" · "));
            figure.text = texts[i];
            figure.unit = column.unit;
            if (column.numeric) figure.value = cell.number = numberIn(texts[i]);
            row.cells.push_back(std::move(cell));
            figures.push_back(std::move(figure));
        }
        made.table.rows.push_back(std::move(row));
        made.figures.push_back(std::move(figures));
    }
    return made;
}

ImpactBlock::Part partOf(const widgets::ImpactCard& card, int alarm)
{
    ImpactBlock::Part part;
    part.title = card.title;
    part.alarm = alarm;
    part.facts = card.facts;
    part.method = card.method;
    for (const widgets::ImpactGroup& group : card.groups) {
        part.titles.push_back(group.title);
        part.tables.push_back(tableOf(group, card.title));
    }
    return part;
}

} // namespace

ReportBlock impactBlock(const ReportInput& report, const ReportBlockSpec& spec, const Scope& scope)
{
    ReportBlock block;
    ImpactBlock made;
    if (spec.ofArea) {
        Ground ground{scope.areaName(scope.area), {}, {}};
        for (std::size_t i = 0; i < scope.areas.areas().size(); ++i)
            if (scope.area < 0 ? scope.areas.areas()[i].parent < 0 : static_cast<int>(i) == scope.area) ground.areas.push_back(static_cast<int>(i));
        if (!ground.isEmpty()) made.parts.push_back(partOf(impactCard(scope, ground), 0));
    } else {
        block.feeds = feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes});
        for (const AlertNow& alert : alertsInFocus(scope)) {
            if (static_cast<int>(made.parts.size()) >= spec.limit) break;
            if (alert.exercise) continue;
            const BlockScope there(report, spec, scope.now, report.snapshot, impactTarget(scope, alert));
            if (const auto card = impactCard(there.scope())) made.parts.push_back(partOf(*card, alert.alarm));
        }
    }
    if (made.parts.empty())
        block.remark = answered(scope, block.feeds).empty() && !spec.ofArea ? whyNoData(scope, block.feeds)
                                                                            : say(QT_TRANSLATE_NOOP("Message", "No alert is in force here."));
    block.content = std::move(made);
    return block;
}

} // namespace app
