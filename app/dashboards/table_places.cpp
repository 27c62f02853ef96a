// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/people.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/table.h"

namespace app {

namespace {

std::optional<double> currentValue(const Reading& reading)
{
    return reading.isCurrent() ? std::optional(reading.value()) : std::nullopt;
}

// What the columns need, found once and not for every row.
struct Columns {
    QString leading;
    Measure leadingMeasure;
    std::vector<Measure> measures;
};

Columns columnsOf(const Scope& scope, const TableSpec& spec)
{
    Columns found;
    found.leading = leadingQuantity(scope, spec);
    found.leadingMeasure = measure(scope, found.leading);
    for (const QString& id : spec.columns)
        found.measures.push_back(measure(scope, id));
    return found;
}

widgets::TableCell placeCell(const Scope& scope, int row, const QString& id, const Measure& measure, const Columns& columns)
{
    if (id == QLatin1String("name")) return textCell(scope.placeName(row));
    const PlaceNow& place = scope.index.at(row);
    if (id == QLatin1String("area")) return textCell(scope.districtName(place.area));
    const Reading leading = scope.index.reading(row, columns.leading);
    if (id == QLatin1String("level")) return levelCell(scope, columns.leadingMeasure, currentValue(leading));
    if (id == QLatin1String("age"))
        return ageCell(scope, leading ? std::optional(leading.observation->observedAt) : std::nullopt, leading.freshness);
    return valueCell(measure, scope.index.reading(row, id));
}

} // namespace

void addPlaceRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table)
{
    const Columns columns = columnsOf(scope, spec);
    // A list shows what is there, also without a value.
    const auto [rows, instead] = placesSpeaking(scope, spec.of, placesInFocus(scope, spec.of, columns.leading).empty() ? columns.leading : QString());
    table.title = instead.isEmpty() ? scope.kindName(spec.of)
                                    : say(QT_TRANSLATE_NOOP("Message", "%1 (%2)"), {scope.kindName(spec.of), instead});
    for (const int row : rows) {
        if (!passesLevel(scope, columns.leadingMeasure, scope.index.reading(row, columns.leading))) continue;
        widgets::TableRow made;
        made.cells.reserve(static_cast<std::size_t>(spec.columns.size()));
        for (qsizetype i = 0; i < spec.columns.size(); ++i)
            made.cells.push_back(placeCell(scope, row, spec.columns[i], columns.measures[static_cast<std::size_t>(i)], columns));
        made.key = scope.index.at(row).id->id;
        made.selected = row == scope.placeRow;
        made.target = scope.focusOnPlace(row);
        table.rows.push_back(std::move(made));
    }
    if (!table.rows.empty()) return;
    table.note = scope.focus.level.isEmpty()
                     ? whyNoData(scope, feedsFor(scope, {columns.leading, spec.of, {}, FeedsFor::Alerts::No}))
                     : say(QT_TRANSLATE_NOOP("Message", "Nothing is in this level. Take the filter off to see all."));
}

void addAreaRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table)
{
    const QString level = scope.shownLevel();
    table.title = scope.levelName(level);
    const Columns columns = columnsOf(scope, spec);
    // Where the focus is the very area of a row, its neighbours give it a measure.
    std::vector<int> areas = scope.areasIn(level);
    const bool alone = areas.size() == 1 && areas.front() == scope.area;
    if (alone) areas = scope.areas.children(scope.areas.at(scope.area).parent);
    QHash<QString, QHash<int, std::vector<int>>> groups;
    for (const QString& id : QStringList{columns.leading} + spec.columns)
        if (scope.quantity(id) && !groups.contains(id))
            groups.insert(id, groupByArea(scope, alone ? placesAnywhere(scope, spec.of, id) : placesInFocus(scope, spec.of, id), level));
    for (const int area : areas) {
        const auto value = [&](const QString& id) { return aggregateOwn(scope, groups.value(id).value(area), id); };
        widgets::TableRow made;
        for (qsizetype i = 0; i < spec.columns.size(); ++i) {
            const QString& id = spec.columns[i];
            if (id == QLatin1String("name")) {
                made.cells.push_back(textCell(scope.areaName(area)));
            } else if (id == QLatin1String("area")) {
                made.cells.push_back(textCell(scope.areaName(scope.areas.at(area).parent)));
            } else if (id == QLatin1String("people")) {
                const auto people = peopleIn(scope.areas, area);
                made.cells.push_back({people ? number(*people, 0) : QStringLiteral("–"), people, {}, map::Shape::Circle, !people});
            } else if (id == QLatin1String("level")) {
                made.cells.push_back(levelCell(scope, columns.leadingMeasure, value(columns.leading).value));
            } else if (id == QLatin1String("age")) {
                const Aggregated leading = value(columns.leading);
                made.cells.push_back(ageCell(scope, leading.oldest, leading.freshness));
            } else {
                made.cells.push_back(valueCell(columns.measures[static_cast<std::size_t>(i)], value(id), ownAggregate(scope, id)));
            }
        }
        made.key = scope.areas.at(area).code;
        made.selected = area == scope.area;
        made.target = scope.focusOnArea(area);
        table.rows.push_back(std::move(made));
    }
    if (table.rows.empty()) table.note = say(QT_TRANSLATE_NOOP("Message", "The pack has no areas here."));
}

} // namespace app
