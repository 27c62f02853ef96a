// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/table.h"

#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"

#include <algorithm>

namespace app {

namespace {

const QHash<QString, const char*>& fixedTitles()
{
    static const QHash<QString, const char*> titles{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("Message", "Name")},
        {QStringLiteral("area"), QT_TRANSLATE_NOOP("Message", "Area")},
        {QStringLiteral("level"), QT_TRANSLATE_NOOP("Message", "Level")},
        {QStringLiteral("age"), QT_TRANSLATE_NOOP("Message", "Age")},
        {QStringLiteral("people"), QT_TRANSLATE_NOOP("Message", "Residents")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("Message", "Kind")},
        {QStringLiteral("severity"), QT_TRANSLATE_NOOP("Message", "Severity")},
        {QStringLiteral("urgency"), QT_TRANSLATE_NOOP("Message", "Urgency")},
        {QStringLiteral("certainty"), QT_TRANSLATE_NOOP("Message", "Certainty")},
        {QStringLiteral("effective"), QT_TRANSLATE_NOOP("Message", "From")},
        {QStringLiteral("expires"), QT_TRANSLATE_NOOP("Message", "Until")},
        {QStringLiteral("sender"), QT_TRANSLATE_NOOP("Message", "Sender")},
        {QStringLiteral("begins"), QT_TRANSLATE_NOOP("Message", "From")},
        {QStringLiteral("ends"), QT_TRANSLATE_NOOP("Message", "Until")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("Message", "State")},
        {QStringLiteral("publisher"), QT_TRANSLATE_NOOP("Message", "Publisher")}};
    return titles;
}

widgets::TableColumn column(const Scope& scope, const QString& id)
{
    const auto fixed = fixedTitles().constFind(id);
    if (fixed != fixedTitles().cend()) return {say(*fixed), {}, id == QLatin1String("age") || id == QLatin1String("people")};
    return {scope.quantityName(id), unitOf(scope, measure(scope, id)), true};
}

bool comesBefore(const widgets::TableCell& a, const widgets::TableCell& b, bool descending)
{
    if (a.number && b.number) return descending ? *a.number > *b.number : *a.number < *b.number;
    if (a.number || b.number) return a.number.has_value(); // what has no value is last either way
    const int order = QString::localeAwareCompare(a.text, b.text);
    return descending ? order > 0 : order < 0;
}

void sort(widgets::TableData& table)
{
    const auto by = static_cast<std::size_t>(table.sortColumn);
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const widgets::TableRow& a, const widgets::TableRow& b) {
        return comesBefore(a.cells[by], b.cells[by], table.descending);
    });
}

} // namespace

QString sortColumn(const TableSpec& spec)
{
    return spec.sort.startsWith(QLatin1Char('-')) ? spec.sort.mid(1) : spec.sort;
}

QString leadingQuantity(const Scope& scope, const TableSpec& spec)
{
    QString first;
    for (const QString& one : QStringList{sortColumn(spec)} + spec.columns) {
        if (!scope.quantity(one)) continue;
        if (measure(scope, one).scale) return one;
        if (first.isEmpty()) first = one;
    }
    return first;
}

widgets::TableData table(const Scope& scope)
{
    widgets::TableData made;
    if (!scope.spec || scope.spec->table.columns.isEmpty()) return made;
    const TableSpec& spec = scope.spec->table;
    for (const QString& id : spec.columns)
        made.columns.push_back(column(scope, id));
    made.sortColumn = static_cast<int>(std::max<qsizetype>(0, spec.columns.indexOf(sortColumn(spec))));
    made.descending = spec.sort.startsWith(QLatin1Char('-'));
    if (spec.rows == QLatin1String("areas"))
        addAreaRows(scope, spec, made);
    else if (spec.rows == QLatin1String("alerts"))
        addAlertRows(scope, spec, made);
    else if (spec.rows == QLatin1String("events"))
        addEventRows(scope, spec, made);
    else if (spec.rows == QLatin1String("feeds"))
        addFeedRows(scope, spec, made);
    else
        addPlaceRows(scope, spec, made);
    sort(made);
    return made;
}

} // namespace app
