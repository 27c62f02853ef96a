// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/snapshot.h"

namespace city {

Freshness FeedState::freshness(Instant now) const
{
    const std::optional<Instant> when = speaksOf();
    return when ? city::freshness(*when, now, promise) : Freshness::Missing;
}

void FeedPicture::index(const AreaTree& areas)
{
    placeIndex.clear();
    placeIndex.reserve(static_cast<qsizetype>(places.size()));
    areaOfPlace.assign(places.size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place& place = places[i];
        placeIndex.insert(place.id, static_cast<int>(i));
        if (place.at)
            areaOfPlace[i] = areas.locate(*place.at);
        else if (!place.shape.isEmpty())
            areaOfPlace[i] = areas.locate(place.shape.anchor());
        else if (areas.levels().contains(place.id.kind))
            areaOfPlace[i] = areas.findByName(place.id.kind, place.id.id);
    }
    observationIndex.clear();
    observationIndex.reserve(static_cast<qsizetype>(observations.size()));
    for (std::size_t i = 0; i < observations.size(); ++i)
        observationIndex[observations[i].place].push_back(static_cast<int>(i));
}

CitySnapshot::CitySnapshot(Instant at, Feeds feeds, std::shared_ptr<const AreaTree> areas, std::vector<ReleasedSum> sums)
    : m_at(at), m_feeds(std::move(feeds)), m_areas(std::move(areas)), m_sums(std::move(sums))
{
}

const FeedPicture* CitySnapshot::feed(const QString& id) const
{
    const auto found = m_feeds.find(id);
    return found == m_feeds.end() ? nullptr : found->second.get();
}

const Place* CitySnapshot::place(const PlaceId& id) const
{
    const Place* named = nullptr;
    for (const auto& [name, picture] : m_feeds) {
        const auto found = picture->placeIndex.constFind(id);
        if (found == picture->placeIndex.cend()) continue;
        const Place* place = &picture->places[static_cast<std::size_t>(*found)];
        if (place->at || !place->shape.isEmpty()) return place;
        if (!named || named->name.isEmpty()) named = place;
    }
    return named;
}

int CitySnapshot::areaOf(const PlaceId& id) const
{
    if (m_areas->levels().contains(id.kind)) return m_areas->findByName(id.kind, id.id);
    for (const auto& [name, picture] : m_feeds) {
        const auto found = picture->placeIndex.constFind(id);
        if (found != picture->placeIndex.cend() &&
            picture->areaOfPlace[static_cast<std::size_t>(*found)] >= 0)
            return picture->areaOfPlace[static_cast<std::size_t>(*found)];
    }
    return -1;
}

CitySnapshot::Latest CitySnapshot::latest(const PlaceId& place, const QString& quantity) const
{
    Latest newest;
    for (const auto& [name, picture] : m_feeds) {
        const auto found = picture->observationIndex.constFind(place);
        if (found == picture->observationIndex.cend()) continue;
        for (const int index : *found) {
            const Observation& one = picture->observations[static_cast<std::size_t>(index)];
            if (one.quantity == quantity &&
                (!newest.observation || one.observedAt > newest.observation->observedAt))
                newest = {&one, picture.get()};
        }
    }
    return newest;
}

} // namespace city
