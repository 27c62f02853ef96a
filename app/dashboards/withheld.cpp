// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/withheld.h"

#include "app/dashboards/format.h"

#include <QSet>

namespace app {

namespace {

const city::Privacy* privacyOf(const Scope& scope, const QString& quantity)
{
    const city::Quantity* known = scope.quantity(quantity);
    return known && known->privacy ? &*known->privacy : nullptr;
}

QString leastToTell(const city::Privacy& privacy)
{
    return number(static_cast<qsizetype>(privacy.k));
}

/// The places a released sum is made of; empty where one of them is none of `rows`.
QSet<int> members(const Scope& scope, const city::ReleasedSum& sum, const QSet<int>& rows)
{
    QSet<int> found;
    for (const int row : scope.index.ofKind(sum.kind)) {
        const bool inside = sum.area < 0 || scope.areas.isWithin(scope.index.at(row).area, sum.area);
        const Reading reading = scope.index.reading(row, sum.quantity);
        if (!inside || !reading.observation || reading.observation->observedAt != sum.at) continue;
        if (!rows.contains(row)) return {};
        found.insert(row);
    }
    return found;
}

} // namespace

QString withheldWord()
{
    return say(QT_TRANSLATE_NOOP("Message", "withheld"));
}

QString withheldText(const Scope& scope, const QString& quantity)
{
    const city::Privacy* privacy = privacyOf(scope, quantity);
    if (!privacy) return withheldWord();
    if (!privacy->reveals.isEmpty())
        return say(QT_TRANSLATE_NOOP("Message", "withheld (%1: fewer than %2)"), {scope.quantityName(privacy->reveals), leastToTell(*privacy)});
    if (privacy->running) return say(QT_TRANSLATE_NOOP("Message", "withheld (fewer than %1 more)"), {leastToTell(*privacy)});
    return say(QT_TRANSLATE_NOOP("Message", "withheld (fewer than %1)"), {leastToTell(*privacy)});
}

QString withheldSumText(const Scope& scope, const QString& quantity)
{
    const city::Privacy* privacy = privacyOf(scope, quantity);
    if (!privacy) return withheldWord();
    return say(QT_TRANSLATE_NOOP("Message", "withheld (would give away one with fewer than %1)"), {leastToTell(*privacy)});
}

QString withheldReason(const Scope& scope, const QString& quantity)
{
    const city::Privacy* privacy = privacyOf(scope, quantity);
    return privacy ? say(QT_TRANSLATE_NOOP("Message", "fewer than %1 in a part of it"), {leastToTell(*privacy)}) : QString();
}

QString insteadOfNumber(const Scope& scope, const Reading& reading, const QString& quantity)
{
    return reading.isWithheld() ? withheldText(scope, quantity) : city::freshnessText(reading.freshness).toString();
}

QString insteadOfNumber(const Scope& scope, const Aggregated& value, const QString& quantity)
{
    if (!value.isWithheld) return city::freshnessText(value.freshness).toString();
    return value.places == 1 ? withheldText(scope, quantity) : withheldSumText(scope, quantity);
}

std::optional<double> releasedSum(const Scope& scope, const std::vector<std::pair<int, Reading>>& told,
                                  const std::vector<std::pair<int, Reading>>& withheld, const QString& quantity)
{
    QSet<int> rows, open;
    for (const auto& [row, reading] : told) rows.insert(row);
    for (const auto& [row, reading] : withheld) open.insert(row);
    rows |= open;
    double sum = 0;
    for (const city::ReleasedSum& released : scope.snapshot.releasedSums()) {
        if (released.quantity != quantity || open.isEmpty()) continue;
        const QSet<int> its = members(scope, released, rows);
        if (!its.intersects(open)) continue;
        sum += released.value;
        rows -= its;
        open -= its;
    }
    if (!open.isEmpty()) return std::nullopt;
    for (const auto& [row, reading] : told)
        if (rows.contains(row)) sum += reading.value();
    return sum;
}

} // namespace app
