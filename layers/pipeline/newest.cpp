// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/newest.h"

#include <QSet>
#include <algorithm>

namespace pipeline {

namespace {

using Key = QPair<city::PlaceId, QString>;

/// Whether `a` says more about now than `b`: what is not dated in the future first, then what is newer. Of
/// two in the future the nearer one.
bool outweighs(const city::Observation& a, const city::Observation& b, city::Instant future)
{
    const bool aIsFuture = a.observedAt > future, bIsFuture = b.observedAt > future;
    if (aIsFuture != bIsFuture) return bIsFuture;
    return aIsFuture ? a.observedAt < b.observedAt : a.observedAt > b.observedAt;
}

/// Gathers observations; of equals the one that is told later stays.
class Newest {
public:
    explicit Newest(city::Instant future, std::size_t expected) : m_future(future)
    {
        m_places.reserve(static_cast<qsizetype>(expected));
        m_kept.reserve(expected);
    }
    void add(const city::Observation& one)
    {
        const Key key{one.place, one.quantity};
        const auto found = m_places.constFind(key);
        if (found == m_places.cend()) {
            m_places.insert(key, m_kept.size());
            m_kept.push_back(one);
        } else if (!outweighs(m_kept[*found], one, m_future)) {
            m_kept[*found] = one;
        }
    }
    std::vector<city::Observation> take() { return std::move(m_kept); }

private:
    city::Instant m_future;
    QHash<Key, std::size_t> m_places;
    std::vector<city::Observation> m_kept;
};

QSet<city::PlaceId> placesNamed(const feeds::Decoded& decoded)
{
    QSet<city::PlaceId> named;
    named.reserve(static_cast<qsizetype>(std::max(decoded.places.size(), decoded.observations.size())));
    for (const city::Place& place : decoded.places)
        named.insert(place.id);
    for (const city::Observation& one : decoded.observations)
        named.insert(one.place);
    return named;
}

bool isPlaced(const city::Place& place)
{
    return place.at || !place.shape.isEmpty();
}

} // namespace

std::vector<city::Observation> newestObservations(const city::FeedPicture& previous,
                                                  const feeds::Decoded& decoded, Listing listing,
                                                  city::Instant future)
{
    Newest newest(future, std::max(previous.observations.size(), decoded.observations.size()));
    const QSet<city::PlaceId> named = listing == Listing::Full ? placesNamed(decoded) : QSet<city::PlaceId>();
    for (const city::Observation& one : previous.observations) {
        if (listing == Listing::Partial || named.contains(one.place)) newest.add(one);
    }
    for (const city::Observation& one : decoded.observations)
        newest.add(one);
    return newest.take();
}

std::vector<city::Place> knownPlaces(const city::FeedPicture& previous, std::vector<city::Place> places,
                                     Listing listing)
{
    if (listing == Listing::Partial)
        places.insert(places.end(), previous.places.begin(), previous.places.end());
    QHash<city::PlaceId, std::size_t> index;
    index.reserve(static_cast<qsizetype>(places.size()));
    std::vector<city::Place> known;
    known.reserve(places.size());
    for (city::Place& place : places) {
        const auto found = index.constFind(place.id);
        if (found == index.cend()) {
            index.insert(place.id, known.size());
            known.push_back(std::move(place));
            continue;
        }
        city::Place& first = known[*found];
        if (!isPlaced(first) && isPlaced(place)) std::swap(first, place);
        if (first.name.isEmpty()) first.name = place.name;
    }
    return known;
}

std::optional<city::Instant> newestTime(const city::FeedPicture& picture, city::Instant future)
{
    std::optional<city::Instant> newest, soonest;
    const auto look = [&](city::Instant at) {
        if (at <= future)
            newest = newest ? std::max(*newest, at) : at;
        else
            soonest = soonest ? std::min(*soonest, at) : at;
    };
    for (const city::Observation& one : picture.observations)
        look(one.observedAt);
    for (const city::Vehicle& vehicle : picture.vehicles)
        look(vehicle.observedAt);
    return newest ? newest : soonest;
}

} // namespace pipeline
