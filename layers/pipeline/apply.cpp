// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/apply.h"

#include "layers/city/alerts.h"
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/log.h"
#include "layers/pipeline/newest.h"

#include <QSet>
#include <algorithm>

namespace pipeline {

namespace {

/// The first of each key, in order.
template<typename Fact, typename KeyOf> std::vector<Fact> eachOnce(std::vector<Fact> facts, KeyOf keyOf)
{
    QSet<decltype(keyOf(facts.front()))> seen;
    seen.reserve(static_cast<qsizetype>(facts.size()));
    const auto gone = std::remove_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        const auto key = keyOf(fact);
        if (seen.contains(key)) return true;
        seen.insert(key);
        return false;
    });
    facts.erase(gone, facts.end());
    return facts;
}

/// Why a payload that was decoded without being refused is still not believed; nothing when it is.
std::optional<city::Problem> emptiness(const city::FeedPicture& previous, const feeds::Decoded& decoded)
{
    if (decoded.factCount() > 0) return std::nullopt;
    if (decoded.problemCount > 0) {
        const QString first = decoded.problems.empty() ? QString() : decoded.problems.front().toString();
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "none of the records could be used; the first: %1"), {first}}};
    }
    // No alert, no roadworks and no bus at night are good news; a city without its stations is not.
    if (previous.places.empty() && previous.observations.empty()) return std::nullopt;
    return city::Problem{{},
                         {},
                         {QT_TRANSLATE_NOOP("Message", "the answer was empty; the last one had %1 records"),
                          {QString::number(previous.state.recordCount)}}};
}

void tellProblems(city::FeedState& state, const feeds::Decoded& decoded)
{
    const auto shown = std::min<std::size_t>(decoded.problems.size(), 100);
    state.problems.assign(decoded.problems.begin(),
                          decoded.problems.begin() + static_cast<std::ptrdiff_t>(shown));
    state.problemCount = std::max(decoded.problemCount, static_cast<int>(decoded.problems.size()));
    state.health.refusals = feeds::refusalsOf(decoded.problems, state.problemCount);
}

/// What the payload was like, for the next one to be held against, and what looks wrong with it against the
/// last.
void remember(const city::FeedPicture& previous, city::FeedPicture& next, const Reception& reception,
              const feeds::Signs& signs)
{
    city::FeedMemory& memory = next.state.memory;
    city::FeedHealth& health = next.state.health;
    memory.steadiness = feeds::steadinessAfter(previous.state.memory.steadiness, next, reception.at);
    feeds::noteLag(memory, signs.newest, next.state.promise, reception.at);
    const feeds::Arrival arrival{reception.at, reception.format, reception.contentType, signs,
                                 reception.jumps};
    const auto raised = feeds::suspicions(previous, next, arrival);
    health.findings = feeds::findingsAfter(previous.state.health.findings, raised, next, reception.at);
    health.contentType = reception.contentType;
    memory.facts = feeds::learned(previous.state.memory.facts, next.state.recordCount);
    health.log = feeds::logAfter(previous.state, next.state, {reception.at, true, reception.latency},
                                 feeds::completeness(next, reception.at));
}

/// The newest time a payload speaks of, also in the future.
std::optional<city::Instant> newestTold(const feeds::Decoded& decoded)
{
    std::optional<city::Instant> newest;
    for (const city::Observation& one : decoded.observations)
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
    for (const city::Vehicle& one : decoded.vehicles)
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
    return newest;
}

/// A payload read in the wrong character set does not take the names away that were known.
void keepReadableNames(const city::FeedPicture& previous, std::vector<city::Place>& places)
{
    const auto garbled = [](const city::Place& place) {
        const auto& texts = place.name.all();
        return std::any_of(texts.begin(), texts.end(), feeds::looksGarbled);
    };
    for (city::Place& place : places) {
        if (!garbled(place)) continue;
        const auto known = previous.placeIndex.constFind(place.id);
        if (known == previous.placeIndex.cend()) continue;
        const city::Place& before = previous.places[static_cast<std::size_t>(*known)];
        if (!garbled(before)) place.name = before.name;
    }
}

void succeed(city::FeedState& state, const Reception& reception)
{
    state.lastAttempt = state.lastSuccess = reception.at;
    state.failure.reset();
    state.failuresInARow = 0;
    state.latency = reception.latency;
}

} // namespace

city::FeedPicture unasked(const feeds::FeedSpec& spec, const feeds::KeptHealth& kept)
{
    city::FeedPicture picture;
    picture.state.id = spec.id;
    picture.state.title = spec.title;
    picture.state.publisher = spec.publisher;
    picture.state.licence = spec.licence;
    picture.state.promise = spec.promise;
    picture.state.memory = kept.memory;
    picture.state.health = kept.health;
    return picture;
}

city::FeedPicture accepted(const city::FeedPicture& previous, feeds::Decoded decoded,
                           const Reception& reception)
{
    if (auto why = emptiness(previous, decoded)) {
        city::FeedPicture kept = failed(previous, std::move(*why), reception);
        tellProblems(kept.state, decoded);
        return kept;
    }
    city::FeedPicture next;
    next.state = previous.state;
    succeed(next.state, reception);
    next.state.payloadBytes = reception.bytes;
    next.state.recordCount = decoded.factCount();
    tellProblems(next.state, decoded);
    feeds::Signs signs = feeds::signsOf(decoded.problems);
    signs.newest = newestTold(decoded);
    if (!decoded.schema.isEmpty()) next.state.memory.schema = std::move(decoded.schema);
    next.state.memory.encoding = decoded.encoding.name;
    next.state.memory.encodingConfidence = decoded.encoding.confidence;

    const city::Instant future = reception.at + next.state.promise.grace;
    next.observations = newestObservations(previous, decoded, reception.listing, future);
    next.places = knownPlaces(previous, std::move(decoded.places), reception.listing);
    keepReadableNames(previous, next.places);
    next.alerts = eachOnce(std::move(decoded.alerts), city::keyOf);
    next.events = eachOnce(std::move(decoded.events),
                           [](const city::Event& event) { return qMakePair(event.kind, event.id); });
    std::stable_sort(
        decoded.vehicles.begin(), decoded.vehicles.end(),
        [](const city::Vehicle& a, const city::Vehicle& b) { return a.observedAt > b.observedAt; });
    next.vehicles = eachOnce(std::move(decoded.vehicles), [](const city::Vehicle& vehicle) {
        return qMakePair(vehicle.kind, vehicle.id);
    });
    next.state.newestObservation = newestTime(next, future);
    remember(previous, next, reception, signs);
    return next;
}

city::FeedPicture unchanged(city::FeedPicture previous, const Reception& reception)
{
    const city::FeedState before = previous.state;
    city::FeedState& state = previous.state;
    succeed(state, reception);
    state.health.findings = feeds::findingsUnchanged(before.health.findings, previous, reception.at);
    state.health.log = feeds::logAfter(before, state, {reception.at, true, reception.latency});
    return previous;
}

city::FeedPicture failed(city::FeedPicture previous, city::Problem why, const Reception& reception)
{
    const city::FeedState before = previous.state;
    city::FeedState& state = previous.state;
    state.lastAttempt = reception.at;
    state.failure = std::move(why);
    ++state.failuresInARow;
    state.latency = reception.latency;
    state.health.log = feeds::logAfter(before, state, {reception.at, false, reception.latency});
    return previous;
}

} // namespace pipeline
