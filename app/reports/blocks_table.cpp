// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/select.h"
#include "app/dashboards/table.h"
#include "app/reports/block_scope.h"

namespace app {

namespace {

/// The figures behind the cells of one table; what the rows are of decides where they come from.
class CellFigures {
public:
    CellFigures(const Scope& scope, const TableSpec& spec) : m_scope(scope), m_spec(spec)
    {
        if (m_spec.rows != QLatin1String("areas")) return;
        const QString level = scope.shownLevel();
        for (const QString& id : spec.columns)
            if (scope.quantity(id)) m_groups.insert(id, groupByArea(scope, placesInFocus(scope, spec.of, id), level));
    }

    Figure of(const widgets::TableRow& row, qsizetype column, const QString& name) const
    {
        const QString& id = m_spec.columns[column];
        const widgets::TableCell& cell = row.cells[static_cast<std::size_t>(column)];
        const QString what = name + QStringLiteral(" · ") + (m_scope.quantity(id) ? m_scope.quantityName(id) : id);
        Figure figure;
        figure.what = what;
        if (!m_scope.quantity(id)) { // residents are a number, ages and times are not
            if (id == QLatin1String("people")) figure.value = cell.number;
            figure.text = cell.text;
            return figure;
        }
        if (m_spec.rows == QLatin1String("areas")) {
            const int area = m_scope.areas.find(row.key);
            figure = figureOf(m_scope, what, id, aggregateOwn(m_scope, m_groups.value(id).value(area), id), cell.text);
        } else if (const int place = m_scope.index.row({m_spec.of, row.key}); place >= 0) {
            figure = figureOf(m_scope, what, id, m_scope.index.reading(place, id));
        } else {
            figure.quantity = id;
            figure.unit = unitOf(m_scope, measure(m_scope, id));
        }
        figure.value = cell.number;
        figure.text = cell.text;
        return figure;
    }

private:
    const Scope& m_scope;
    const TableSpec& m_spec;
    QHash<QString, QHash<int, std::vector<int>>> m_groups;
};

} // namespace

ReportBlock tableBlock(const Scope& scope, const ReportBlockSpec& spec)
{
    const TableSpec& what = spec.parts.table;
    TableBlock made;
    made.table = table(scope);
    const auto most = static_cast<std::size_t>(spec.limit);
    if (spec.limit > 0 && made.table.rows.size() > most) {
        made.leftOut = static_cast<int>(made.table.rows.size() - most);
        made.table.rows.resize(most);
    }
    ReportBlock block;
    const CellFigures cells(scope, what);
    const qsizetype nameColumn = std::max<qsizetype>(0, what.columns.indexOf(QStringLiteral("name")));
    for (const widgets::TableRow& row : made.table.rows) {
        std::vector<Figure> figures;
        for (qsizetype i = 0; i < what.columns.size(); ++i) {
            figures.push_back(cells.of(row, i, row.cells[static_cast<std::size_t>(nameColumn)].text));
            addNew(block.feeds, figures.back().feeds);
            if (figures.back().value) addNew(block.scales, {figures.back().scale});
        }
        made.figures.push_back(std::move(figures));
    }
    if (block.feeds.isEmpty() && what.rows == QLatin1String("alerts")) block.feeds = feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes});
    if (made.leftOut > 0)
        block.remark = say(QT_TRANSLATE_NOOP("Message", "%1 more are left out here."), {number(static_cast<qsizetype>(made.leftOut))});
    block.content = std::move(made);
    return block;
}

} // namespace app
