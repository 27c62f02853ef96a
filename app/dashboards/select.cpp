// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/select.h"

#include "app/dashboards/levels.h"

#include <algorithm>

namespace app {

std::vector<int> placesAnywhere(const Scope& scope, const QString& kind, const QString& quantity)
{
    return kind.isEmpty() ? scope.index.withQuantity(quantity) : scope.index.ofKind(kind);
}

bool isInFocus(const Scope& scope, int row)
{
    const PlaceNow& one = scope.index.at(row);
    return scope.isInFocus(one.area) && scope.isPicked(one.id->kind, one.id->id);
}

std::vector<int> placesInFocus(const Scope& scope, const QString& kind, const QString& quantity)
{
    std::vector<int> rows = placesAnywhere(scope, kind, quantity);
    std::erase_if(rows, [&](int row) { return !isInFocus(scope, row); });
    return rows;
}

QHash<int, std::vector<int>> groupByArea(const Scope& scope, const std::vector<int>& rows, const QString& level)
{
    const std::vector<int>& ancestors = scope.ancestorsIn(level);
    QHash<int, std::vector<int>> groups;
    for (const int row : rows) {
        const int area = scope.index.at(row).area;
        const int shown = area < 0 ? -1 : ancestors[static_cast<std::size_t>(area)];
        if (shown >= 0) groups[shown].push_back(row);
    }
    return groups;
}

QString levelFor(const Scope& scope, const QString& kind)
{
    const QStringList& levels = scope.areas.levels();
    const qsizetype own = levels.indexOf(kind);
    return own >= 0 && own < levels.indexOf(scope.shownLevel()) ? kind : scope.shownLevel();
}

void rankWorstFirst(const Scope& scope, std::vector<int>& rows, const QString& quantity)
{
    struct Ranked {
        int row;
        bool current;
        double value;
    };
    const bool high = measure(scope, quantity).worstIsHigh();
    std::vector<Ranked> ranked;
    ranked.reserve(rows.size());
    for (const int row : rows) {
        const Reading reading = scope.index.reading(row, quantity);
        ranked.push_back({row, reading.isCurrent(), reading.isCurrent() ? reading.value() : 0});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        if (a.current != b.current) return a.current;
        return a.current && a.value != b.value && (high ? a.value > b.value : a.value < b.value);
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = ranked[i].row;
}

} // namespace app
