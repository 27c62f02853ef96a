// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/city/facts.h"
#include "layers/city/feed_health.h"
#include "layers/city/feed_memory.h"
#include "layers/city/freshness.h"
#include "layers/city/result.h"

#include <map>
#include <memory>

namespace city {

/// How a feed is doing: data, so that every view can say "stale since 14:05: HTTP 503".
struct FeedState {
    QString id;
    LocalText title, publisher;
    QString licence;
    Promise promise;
    std::optional<Instant> lastAttempt;
    std::optional<Instant> lastSuccess;
    std::optional<Instant> newestObservation;
    std::optional<Problem> failure; ///< Why the last attempt gave nothing; empty after a success.
    int failuresInARow = 0;
    std::vector<Problem> problems; ///< Of the last accepted payload: the first 100.
    int problemCount = 0;          ///< All of them.
    int recordCount = 0;           ///< Facts accepted from the last payload.
    Duration latency{0};
    qint64 payloadBytes = 0;
    FeedMemory memory; ///< What its good payloads were like.
    FeedHealth health; ///< How it has been doing, and what looks wrong although it could be read.

    /// By the newest observation, or by the last success for feeds that carry none (alerts, events).
    Freshness freshness(Instant now) const;
    /// The time `freshness` is judged by.
    std::optional<Instant> speaksOf() const { return newestObservation ? newestObservation : lastSuccess; }
};

/// What one feed last said. Immutable once it is in a snapshot; shared between snapshots while the feed says
/// nothing new.
struct FeedPicture {
    FeedState state;
    std::vector<Place> places;
    std::vector<int> areaOfPlace;          ///< Innermost area of each place, -1 outside; as long as `places`.
    std::vector<Observation> observations; ///< The newest of each place and quantity.
    std::vector<Alert> alerts;
    std::vector<Event> events;
    std::vector<Vehicle> vehicles;
    QHash<PlaceId, int> placeIndex;
    QHash<PlaceId, std::vector<int>> observationIndex;

    /// Fills the indexes and areas from the facts. Slow for large feeds: call it off the GUI thread.
    void index(const AreaTree& areas);
};

/// What may be told of all places of a kind within one area together, though some of them are withheld (Quantity::privacy).
struct ReleasedSum {
    QString quantity, kind;
    int area = -1; ///< -1: of everywhere.
    Instant at;    ///< Of the values with just this observed time.
    double value = 0;
};

/// The city at one moment. Immutable; publishing a new one never touches an old one, so any thread may keep
/// and read it for as long as it likes. Building one is cheap: it holds pointers to what each feed last said.
class CitySnapshot {
public:
    using Feeds = std::map<QString, std::shared_ptr<const FeedPicture>>;

    CitySnapshot() = default;
    CitySnapshot(Instant at, Feeds feeds, std::shared_ptr<const AreaTree> areas, std::vector<ReleasedSum> sums = {});

    Instant at() const { return m_at; }
    const Feeds& feeds() const { return m_feeds; }
    const AreaTree& areas() const { return *m_areas; }
    std::shared_ptr<const AreaTree> sharedAreas() const { return m_areas; }
    const FeedPicture* feed(const QString& id) const;
    /// Largest areas first. Only of sums in which something is withheld: all others can be added up.
    const std::vector<ReleasedSum>& releasedSums() const { return m_sums; }

    /// The place as the feed describes it that knows its position; failing that, any that names it.
    const Place* place(const PlaceId& id) const;
    /// Innermost area of a place, -1 when unknown or outside. An area asked for as a place is its own area.
    int areaOf(const PlaceId& id) const;

    /// The newest observation of a quantity at a place over all feeds, and the feed that made it.
    struct Latest {
        const Observation* observation = nullptr;
        const FeedPicture* feed = nullptr;
        explicit operator bool() const { return observation != nullptr; }
    };
    Latest latest(const PlaceId& place, const QString& quantity) const;

private:
    Instant m_at;
    Feeds m_feeds;
    std::shared_ptr<const AreaTree> m_areas = std::make_shared<const AreaTree>();
    std::vector<ReleasedSum> m_sums;
};

} // namespace city
