// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/board.h"

#include "app/dashboards/aggregate.h"
#include "app/dashboards/format.h"
#include "app/dashboards/levels.h"
#include "app/dashboards/select.h"

#include <algorithm>

namespace app {

namespace {

using widgets::CriterionRow;
using Outcome = widgets::CriterionRow::Outcome;

constexpr qsizetype NamedAreas = 3, NamedInputs = 3;

QString comma()
{
    return say(QT_TRANSLATE_NOOP("Message", ", "));
}

/// The areas a board is worked out for: districts, or the level that is shown within the focus.
std::vector<int> boardAreas(const Scope& scope)
{
    return scope.areasIn(scope.shownLevel());
}

QString listed(const Scope& scope, const std::vector<int>& areas)
{
    QStringList names;
    for (const int area : areas)
        names << scope.areaName(area);
    const qsizetype more = names.size() - NamedAreas;
    const QString few = names.mid(0, NamedAreas).join(comma());
    return more > 0 ? say(QT_TRANSLATE_NOOP("Message", "%1 and %2 more"), {few, number(more)}) : few;
}

/// The worst current value of each quantity by area; nothing where none is current.
QHash<int, Aggregated> worstByArea(const Scope& scope, const QString& quantity)
{
    QHash<int, Aggregated> found;
    const auto groups = groupByArea(scope, placesInFocus(scope, {}, quantity), scope.shownLevel());
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        Aggregated value = aggregate(scope, it.value(), quantity, QStringLiteral("worst"));
        if (value.value && value.freshness <= city::Freshness::Late) found.insert(it.key(), std::move(value));
    }
    return found;
}

city::Focus areaTarget(const Scope& scope, int area)
{
    city::Focus next = scope.focusOnArea(area);
    next.level.clear();
    return next;
}

CriterionRow ofScale(const Scope& scope, const BoardRow& spec)
{
    const indicators::Scale& scale = *scope.pack.scales->constFind(spec.scale);
    CriterionRow row;
    row.name = scope.text(scale.title);
    const indicators::Level* gravest = nullptr;
    std::vector<int> where;
    QString value;
    int known = 0, missing = 0;
    for (const QString& quantity : spec.quantities) {
        const Measure its = measure(scope, quantity);
        const auto worst = worstByArea(scope, quantity);
        known += static_cast<int>(worst.size());
        missing += static_cast<int>(boardAreas(scope).size()) - static_cast<int>(worst.size());
        for (auto it = worst.cbegin(); it != worst.cend(); ++it) {
            const indicators::Level* level = its.level(*it.value().value);
            if (!level || level->number < 1 || (gravest && level->number < gravest->number)) continue;
            if (!gravest || level->number > gravest->number) where.clear();
            gravest = level;
            if (std::find(where.begin(), where.end(), it.key()) == where.end()) where.push_back(it.key());
            value = say(QT_TRANSLATE_NOOP("Message", "%1: %2"),
                        {scope.quantityName(quantity), valueText(scope, its, *it.value().value)});
        }
    }
    std::sort(where.begin(), where.end());
    if (gravest) {
        row.outcome = Outcome::Meets;
        row.level = scope.text(gravest->word);
        row.colour = gravest->colour;
        row.where = listed(scope, where);
        row.detail = value;
        row.target = areaTarget(scope, where.front());
    } else {
        row.outcome = known > 0 && missing == 0 ? Outcome::DoesNotMeet : Outcome::DataMissing;
    }
    if (known == 0)
        row.detail = say(QT_TRANSLATE_NOOP("Message", "no current value"));
    else if (missing > 0 && !gravest)
        row.detail =
            say(QT_TRANSLATE_NOOP("Message", "not met where there are values; %1 areas have none"),
                {number(static_cast<qsizetype>(missing) / std::max<qsizetype>(1, spec.quantities.size()))});
    return row;
}

/// What is known of an area by the names in a criterion.
indicators::KnownValues knownOf(const BoardRow& spec, const QHash<QString, QHash<int, Aggregated>>& worst,
                                int area)
{
    indicators::KnownValues known;
    for (auto it = spec.thresholds.cbegin(); it != spec.thresholds.cend(); ++it)
        known.insert(it.key(), it.value());
    for (auto it = spec.inputs.cbegin(); it != spec.inputs.cend(); ++it) {
        const QHash<int, Aggregated>& all = *worst.constFind(it.value());
        if (const auto found = all.constFind(area); found != all.cend())
            known.insert(it.key(), *found->value);
    }
    return known;
}

CriterionRow ofCriterion(const Scope& scope, const BoardRow& spec, const indicators::Criterion& criterion)
{
    CriterionRow row;
    row.name = scope.text(criterion.title);
    QHash<QString, QHash<int, Aggregated>> worst;
    for (const QString& quantity : spec.inputs)
        worst.insert(quantity, worstByArea(scope, quantity));
    std::optional<std::size_t> gravest;
    std::vector<int> where;
    QStringList missing;
    for (const int area : boardAreas(scope)) {
        const indicators::CriterionOutcome outcome =
            indicators::evaluate(criterion, knownOf(spec, worst, area));
        missing << outcome.missing;
        if (!outcome.level || (gravest && *outcome.level > *gravest)) continue;
        if (!gravest || *outcome.level < *gravest) where.clear(); // Gravest level first.
        gravest = outcome.level;
        where.push_back(area);
    }
    missing.removeDuplicates();
    if (gravest) {
        row.outcome = Outcome::Meets;
        row.level = scope.text(criterion.levels[*gravest].word);
        row.colour = criterion.levels[*gravest].colour;
        row.where = listed(scope, where);
        row.target = areaTarget(scope, where.front());
    } else {
        row.outcome =
            missing.isEmpty() && !boardAreas(scope).empty() ? Outcome::DoesNotMeet : Outcome::DataMissing;
    }
    QStringList names;
    for (const QString& one : std::as_const(missing))
        names << (criterion.names.contains(one) ? scope.text(criterion.names.value(one)) : one);
    if (names.isEmpty()) return row;
    const qsizetype more = names.size() - NamedInputs;
    QString few = names.mid(0, NamedInputs).join(comma());
    if (more > 0) few = say(QT_TRANSLATE_NOOP("Message", "%1 and %2 more"), {few, number(more)});
    row.detail = say(QT_TRANSLATE_NOOP("Message", "missing: %1"), {few});
    return row;
}

} // namespace

std::vector<CriterionRow> criteriaBoard(const Scope& scope)
{
    std::vector<CriterionRow> rows;
    for (const BoardRow& spec : scope.pack.board) {
        if (!spec.scale.isEmpty()) {
            if (scope.pack.scales->contains(spec.scale)) rows.push_back(ofScale(scope, spec));
            continue;
        }
        for (const indicators::Criterion& criterion : scope.pack.criteria)
            if (criterion.id == spec.criterion) rows.push_back(ofCriterion(scope, spec, criterion));
    }
    return rows;
}

} // namespace app
