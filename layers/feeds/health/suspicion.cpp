// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/suspicion.h"

#include "layers/feeds/health/schema_change.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace feeds {

namespace {

constexpr int cadencesAtLeast = 5;
constexpr int payloadsAtLeast = 10;
constexpr std::size_t placesAtLeast = 5;
constexpr city::Duration clockTolerance{60'000};

using Values = QHash<city::PlaceId, double>;

std::map<QString, Values> valuesOf(const city::FeedPicture& picture)
{
    std::map<QString, Values> values;
    for (const city::Observation& one : picture.observations)
        values[one.quantity].insert(one.place, one.value);
    return values;
}

bool allZero(const Values& values)
{
    return std::all_of(values.cbegin(), values.cend(), [](double value) { return value == 0; });
}

QString minutes(city::Duration time)
{
    return QString::number(time.count() / 60'000);
}

/// The power of ten that nearly all values of two pictures jumped by; 0 when they did not.
int jump(const Values& before, const Values& now)
{
    std::map<int, int> powers;
    int pairs = 0;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const auto old = before.constFind(it.key());
        if (old == before.cend() || *old == 0 || *it == 0 || (*old < 0) != (*it < 0)) continue;
        ++pairs;
        const double power = std::log10(*it / *old);
        // Between two payloads the value itself moves a little, too.
        if (std::abs(power - std::round(power)) < 0.2) ++powers[static_cast<int>(std::round(power))];
    }
    if (pairs < static_cast<int>(placesAtLeast)) return 0;
    for (const auto& [power, count] : powers) {
        if (power != 0 && count * 10 >= pairs * 8) return power;
    }
    return 0;
}

} // namespace

std::map<QString, city::Steadiness> steadinessAfter(const std::map<QString, city::Steadiness>& before,
                                                    const city::FeedPicture& previous,
                                                    const city::FeedPicture& now, city::Instant at)
{
    std::map<QString, city::Steadiness> after;
    const auto was = valuesOf(previous);
    for (const auto& [quantity, values] : valuesOf(now)) {
        const auto known = before.find(quantity);
        const auto old = was.find(quantity);
        if (known == before.end() || old == was.end()) {
            after[quantity] = {at, city::Duration(0)};
            continue;
        }
        after[quantity] = known->second;
        if (old->second == values) continue;
        after[quantity].longest = std::max(known->second.longest, at - known->second.since);
        after[quantity].since = at;
    }
    return after;
}

std::vector<city::Problem> frozenValues(const std::map<QString, city::Steadiness>& steadiness,
                                        const city::FeedPicture& now, city::Instant at)
{
    std::vector<city::Problem> frozen;
    for (const auto& [quantity, values] : valuesOf(now)) {
        const auto known = steadiness.find(quantity);
        if (known == steadiness.end() || allZero(values) || values.size() < 3) continue;
        const city::Duration same = at - known->second.since;
        if (same <= known->second.longest || same < cadencesAtLeast * now.state.promise.cadence) continue;
        frozen.push_back(
            {{},
             quantity,
             {QT_TRANSLATE_NOOP("Message", "no value has changed for %1 minutes, longer than ever"),
              {minutes(same)}}});
    }
    return frozen;
}

std::vector<city::PlaceId> vanishedPlaces(const city::FeedPicture& previous, const city::FeedPicture& now)
{
    QSet<city::PlaceId> there;
    there.reserve(static_cast<qsizetype>(now.places.size()));
    for (const city::Place& place : now.places)
        there.insert(place.id);
    std::vector<city::PlaceId> gone;
    for (const city::Place& place : previous.places) {
        if (!there.contains(place.id)) gone.push_back(place.id);
    }
    return gone;
}

city::UsualBand learned(city::UsualBand band, double value)
{
    const double weight = 1.0 / std::min(++band.times, 50);
    const double distance = std::abs(value - band.mean);
    if (band.times > 1) band.distance += (distance - band.distance) * weight;
    band.mean += (value - band.mean) * weight;
    return band;
}

bool isUnusual(const city::UsualBand& band, double value)
{
    if (band.times < payloadsAtLeast) return false;
    return std::abs(value - band.mean) > std::max(4 * band.distance, band.mean / 5);
}

std::vector<UnitJump> unitJumps(const city::FeedPicture& previous, const city::FeedPicture& now)
{
    std::vector<UnitJump> jumps;
    const auto was = valuesOf(previous);
    for (const auto& [quantity, values] : valuesOf(now)) {
        const auto old = was.find(quantity);
        const int power = old == was.end() ? 0 : jump(old->second, values);
        if (power != 0) jumps.push_back({quantity, power});
    }
    return jumps;
}

std::optional<city::Duration> clockAhead(const city::FeedPicture& now, city::Instant receivedAt)
{
    std::optional<city::Instant> newest;
    for (const city::Observation& one : now.observations)
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
    for (const city::Vehicle& one : now.vehicles)
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
    if (!newest || *newest <= receivedAt + clockTolerance) return std::nullopt;
    return *newest - receivedAt;
}

std::vector<city::Problem> suspicions(const city::FeedPicture& previous, const city::FeedPicture& now,
                                      city::Instant at)
{
    const city::FeedMemory& was = previous.state.memory;
    const city::FeedMemory& is = now.state.memory;
    std::vector<city::Problem> said;
    for (const SchemaChange& change : schemaChanges(was.schema, is.schema))
        said.push_back(sayChange(change));
    for (city::Problem& frozen : frozenValues(is.steadiness, now, at))
        said.push_back(std::move(frozen));
    for (const UnitJump& one : unitJumps(previous, now))
        said.push_back({{},
                        one.quantity,
                        {QT_TRANSLATE_NOOP(
                             "Message", "all values jumped by the factor 10^%1: the unit may have changed"),
                         {QString::number(one.power)}}});
    const auto gone = vanishedPlaces(previous, now);
    if (!gone.empty())
        said.push_back(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message", "%1 places are gone since the last payload, %2 for one"),
              {QString::number(gone.size()), gone.front().id}}});
    if (isUnusual(was.facts, now.state.recordCount))
        said.push_back(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message", "%1 facts came where about %2 are usual"),
              {QString::number(now.state.recordCount), QString::number(std::lround(was.facts.mean))}}});
    if (const auto ahead = clockAhead(now, at))
        said.push_back(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message", "the publisher's clock is %1 minutes ahead"), {minutes(*ahead)}}});
    if (is.encodingConfidence < 70)
        said.push_back({{},
                        {},
                        {QT_TRANSLATE_NOOP("Message", "the character set is a guess: %1, %2 % sure"),
                         {is.encoding, QString::number(is.encodingConfidence)}}});
    return said;
}

} // namespace feeds
