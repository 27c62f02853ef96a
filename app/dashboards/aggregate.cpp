// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/aggregate.h"

#include "app/dashboards/levels.h"
#include "app/dashboards/withheld.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app {

namespace {

void note(Aggregated& counts, const Reading& reading)
{
    using city::Freshness;
    const bool isFirst = counts.used + counts.withheld == 0;
    counts.freshness = isFirst ? reading.freshness : std::max(counts.freshness, reading.freshness);
    ++(reading.isWithheld() ? counts.withheld : counts.used);
    const city::Instant at = reading.observation->observedAt;
    counts.oldest = counts.oldest ? std::min(*counts.oldest, at) : at;
    counts.newest = counts.newest ? std::max(*counts.newest, at) : at;
    const city::Instant received = reading.observation->receivedAt;
    counts.received = counts.received ? std::max(*counts.received, received) : received;
    if (std::find(counts.feeds.begin(), counts.feeds.end(), reading.feed) == counts.feeds.end())
        counts.feeds.push_back(reading.feed);
}

// Why nothing could be used: the mildest of the reasons.
city::Freshness reason(const Aggregated& counts)
{
    if (counts.dead > 0) return city::Freshness::Dead;
    return counts.future > 0 ? city::Freshness::Future : city::Freshness::Missing;
}

} // namespace

Usable usable(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    using city::Freshness;
    Usable found;
    std::vector<std::pair<int, Reading>> stale, staleWithheld;
    Aggregated& counts = found.counts;
    counts.places = static_cast<int>(rows.size());
    found.readings.reserve(rows.size());
    for (const int row : rows) {
        const Reading reading = scope.index.reading(row, quantity);
        if (reading.isWithheld() && reading.freshness <= Freshness::Late) {
            note(counts, reading);
            found.withheld.emplace_back(row, reading);
        } else if (reading.isWithheld() && reading.freshness == Freshness::Stale) {
            ++counts.stale;
            staleWithheld.emplace_back(row, reading);
        } else if (!reading) {
            ++counts.missing;
        } else if (!std::isfinite(reading.value())) {
            ++counts.missing;
        } else if (reading.isCurrent()) {
            note(counts, reading);
            found.readings.emplace_back(row, reading);
        } else if (reading.freshness == Freshness::Stale) {
            ++counts.stale;
            stale.emplace_back(row, reading);
        } else if (reading.freshness == Freshness::Dead) {
            ++counts.dead;
        } else {
            ++counts.future;
        }
    }
    if (found.readings.empty() && found.withheld.empty()) {
        found.readings = std::move(stale);
        found.withheld = std::move(staleWithheld);
        for (const auto& all : {found.readings, found.withheld})
            for (const auto& [row, reading] : all) note(counts, reading);
    }
    if (found.readings.empty() && found.withheld.empty()) counts.freshness = reason(counts);
    return found;
}

namespace {

/// Counts of a day are added up with those of the same day, where most places have told theirs: an older one beside them
/// would be counted twice by who adds up days.
void keepNewest(Usable& inputs)
{
    city::Instant newest = city::Instant::min();
    for (const auto* all : {&inputs.readings, &inputs.withheld})
        for (const auto& [row, reading] : *all) newest = std::max(newest, reading.observation->observedAt);
    const auto isOlder = [newest](const auto& one) { return one.second.observation->observedAt != newest; };
    const auto older = std::count_if(inputs.readings.begin(), inputs.readings.end(), isOlder) + std::count_if(inputs.withheld.begin(), inputs.withheld.end(), isOlder);
    if (older == 0 || 2 * older > static_cast<std::ptrdiff_t>(inputs.readings.size() + inputs.withheld.size())) return;
    std::erase_if(inputs.readings, isOlder);
    std::erase_if(inputs.withheld, isOlder);
    inputs.counts.used = static_cast<int>(inputs.readings.size());
    inputs.counts.withheld = static_cast<int>(inputs.withheld.size());
    inputs.counts.stale += static_cast<int>(older);
    inputs.counts.oldest = inputs.counts.newest = newest;
}

/// What can be told where some must not be. What is made of all of them would give them away; the largest is known without
/// them, and so is how many there are. Whether the others still have to be put together.
bool addWithheld(const Scope& scope, const Usable& inputs, const QString& quantity, const QString& how, Aggregated& result)
{
    if (how == QLatin1String("max") && !inputs.readings.empty()) return true;
    if (how == QLatin1String("count"))
        result.value = static_cast<double>(inputs.readings.size() + inputs.withheld.size());
    else if (how == QLatin1String("sum"))
        result.value = releasedSum(scope, inputs.readings, inputs.withheld, quantity);
    result.isWithheld = !result.value;
    return false;
}

} // namespace

double aggregateNumbers(std::vector<double> values, const QString& how)
{
    const auto count = static_cast<double>(values.size());
    if (how == QLatin1String("count")) return count;
    if (how == QLatin1String("max")) return *std::max_element(values.begin(), values.end());
    if (how == QLatin1String("min")) return *std::min_element(values.begin(), values.end());
    if (how == QLatin1String("median")) {
        std::sort(values.begin(), values.end());
        const std::size_t middle = values.size() / 2;
        return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return how == QLatin1String("sum") ? sum : sum / count;
}

Aggregated aggregate(const Scope& scope, const std::vector<int>& rows, const QString& quantity, const QString& how)
{
    Usable inputs = usable(scope, rows, quantity);
    const city::Quantity* known = scope.quantity(quantity);
    if (known && known->privacy && how == QLatin1String("sum")) keepNewest(inputs);
    Aggregated result = std::move(inputs.counts);
    QString plain = how;
    if (how == QLatin1String("worst"))
        plain = measure(scope, quantity).worstIsHigh() ? QStringLiteral("max") : QStringLiteral("min");
    if (!inputs.withheld.empty() && !addWithheld(scope, inputs, quantity, plain, result)) return result;
    if (inputs.readings.empty()) return result;
    std::vector<double> values;
    values.reserve(inputs.readings.size());
    for (const auto& [row, reading] : inputs.readings)
        values.push_back(reading.value());
    result.value = aggregateNumbers(values, plain);
    if (plain == QLatin1String("max") || plain == QLatin1String("min")) {
        const auto extreme = std::find(values.begin(), values.end(), *result.value);
        result.row = inputs.readings[static_cast<std::size_t>(extreme - values.begin())].first;
    }
    return result;
}

QString ownAggregate(const Scope& scope, const QString& quantity)
{
    const city::Quantity* known = scope.quantity(quantity);
    switch (known ? known->over : city::Aggregate::Mean) {
    case city::Aggregate::Sum: return QStringLiteral("sum");
    case city::Aggregate::Mean: return QStringLiteral("mean");
    case city::Aggregate::Median: return QStringLiteral("median");
    case city::Aggregate::Max: return QStringLiteral("max");
    case city::Aggregate::Min: return QStringLiteral("min");
    case city::Aggregate::Count: return QStringLiteral("count");
    }
    return QStringLiteral("mean");
}

Aggregated aggregateOwn(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    return aggregate(scope, rows, quantity, ownAggregate(scope, quantity));
}

bool compare(double value, const QString& comparison, double threshold)
{
    if (comparison == QLatin1String(">")) return value > threshold;
    if (comparison == QLatin1String(">=")) return value >= threshold;
    if (comparison == QLatin1String("<")) return value < threshold;
    if (comparison == QLatin1String("<=")) return value <= threshold;
    return value == threshold;
}

} // namespace app
