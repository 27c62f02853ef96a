// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/remembered_city.h"

#include "layers/pipeline/apply.h"

#include <algorithm>

namespace app {

namespace {

city::Place placeOf(const Pack& pack, const city::PlaceId& id)
{
    city::Place place{.id = id, .name = {}, .at = {}, .shape = {}, .details = {}};
    const int area = pack.areas->find(id.kind, id.id);
    if (area >= 0) {
        place.name = pack.areas->at(area).name;
        if (!pack.areas->at(area).geometry.isEmpty()) place.at = pack.areas->at(area).geometry.anchor();
    } else {
        place.name = city::LocalText(id.id);
    }
    return place;
}

bool sameGround(const city::Place& a, const city::Place& b)
{
    return a.id == b.id && a.at.has_value() == b.at.has_value() && (!a.at || (a.at->lon == b.at->lon && a.at->lat == b.at->lat)) &&
           (a.at || a.shape.isEmpty());
}

bool sameSubject(const city::Observation& a, const city::Observation& b)
{
    return a.place == b.place;
}

/// From moment to moment a feed mostly speaks of the same places in the same order: then nothing has to be located again.
bool takeIndex(city::FeedPicture& picture, const city::FeedPicture* like)
{
    if (!like) return false;
    const auto& places = picture.places;
    const auto& observations = picture.observations;
    if (!std::equal(places.begin(), places.end(), like->places.begin(), like->places.end(), sameGround) ||
        !std::equal(observations.begin(), observations.end(), like->observations.begin(), like->observations.end(), sameSubject))
        return false;
    picture.areaOfPlace = like->areaOfPlace;
    picture.placeIndex = like->placeIndex;
    picture.observationIndex = like->observationIndex;
    return true;
}

/// With what the pack says of its feed, and indexed; `like`: another picture of the feed, may be null.
std::shared_ptr<const city::FeedPicture> dressed(const Pack& pack, const city::FeedPicture& kept,
                                                 const city::FeedState& spec, const city::FeedPicture* like)
{
    auto picture = std::make_shared<city::FeedPicture>(kept);
    city::FeedState& state = picture->state;
    state.title = spec.title;
    state.publisher = spec.publisher;
    state.licence = spec.licence;
    state.promise = spec.promise;
    if (!takeIndex(*picture, like)) picture->index(*pack.areas);
    return picture;
}

/// The picture of the same feed; null when there is none.
const city::FeedPicture* ofFeed(const IndexedPictures* pictures, const QString& feed)
{
    if (!pictures) return nullptr;
    for (const auto& [kept, indexed] : *pictures)
        if (indexed->state.id == feed) return indexed.get();
    return nullptr;
}

} // namespace

std::shared_ptr<const city::CitySnapshot> rememberedCity(const Pack& pack, city::Instant at,
                                                         std::vector<city::Observation> observations)
{
    auto picture = std::make_shared<city::FeedPicture>();
    city::FeedState& state = picture->state;
    state.id = QStringLiteral("history");
    state.title.set(QStringLiteral("en"), QStringLiteral("History"));
    state.title.set(QStringLiteral("zh_TW"), QStringLiteral("歷史紀錄"));
    state.lastAttempt = state.lastSuccess = at;
    state.recordCount = static_cast<int>(observations.size());

    QSet<city::PlaceId> known;
    for (const city::Observation& observation : observations) {
        if (!state.newestObservation || *state.newestObservation < observation.observedAt)
            state.newestObservation = observation.observedAt;
        if (known.contains(observation.place)) continue;
        known.insert(observation.place);
        picture->places.push_back(placeOf(pack, observation.place));
    }
    picture->observations = std::move(observations);
    picture->index(*pack.areas);
    city::CitySnapshot::Feeds feeds;
    feeds.emplace(state.id, std::move(picture));
    return std::make_shared<const city::CitySnapshot>(at, std::move(feeds), pack.areas);
}

RememberedCity rememberedCity(const Pack& pack, city::Instant at,
                              const history::HistoryStore::Pictures& pictures, const IndexedPictures* before)
{
    city::CitySnapshot::Feeds feeds;
    for (const feeds::FeedSpec& spec : pack.feeds)
        feeds[spec.id] = std::make_shared<const city::FeedPicture>(pipeline::unasked(spec));
    auto indexed = std::make_shared<IndexedPictures>();
    for (const auto& picture : pictures) {
        const auto told = feeds.find(picture->state.id);
        if (told == feeds.end()) continue; // the pack has given this feed up since
        const auto known = before ? before->find(picture) : IndexedPictures::const_iterator();
        told->second =
            before && known != before->end()
                ? known->second
                : dressed(pack, *picture, told->second->state, ofFeed(before, picture->state.id));
        indexed->emplace(picture, told->second);
    }
    return {std::make_shared<const city::CitySnapshot>(at, std::move(feeds), pack.areas), std::move(indexed)};
}

} // namespace app
