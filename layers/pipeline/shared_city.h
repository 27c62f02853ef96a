// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/snapshot.h"
#include "layers/feeds/feed_spec.h"
#include "layers/history/history_store.h"

#include <QObject>
#include <QThreadPool>

namespace pipeline {

/// What a desk on a shared store is made of. The references must outlive it.
struct SharedCityParts {
    std::vector<feeds::FeedSpec> feeds;
    std::shared_ptr<const city::AreaTree> areas;
    const city::Clock* clock = nullptr;
    history::HistoryStore* shared = nullptr;
    history::HistoryStore* copy = nullptr; ///< This desk's own; optional.
};

/// The city as a desk on a shared store shows it. It asks no feed: collectors do, and each picture they write
/// is pushed, read and published here within a moment. What is shown is copied into a file of the desk's own;
/// while the store is gone the desk goes on with that, and afterwards catches up. Lives in the GUI thread;
/// pictures are indexed in a pool.
class SharedCity : public QObject {
    Q_OBJECT
public:
    explicit SharedCity(SharedCityParts parts, QObject* parent = nullptr);
    ~SharedCity() override;

    std::shared_ptr<const city::CitySnapshot> snapshot() const { return m_snapshot; }
    /// Where to ask for the past: the shared store, or the copy while that is gone.
    history::HistoryStore& history() const;
    bool isReached() const { return m_isReached; }

    /// Shows the newest picture of every feed and follows the store from then on.
    void start();
    /// Reads all pictures again; `settled` follows.
    void refresh();

Q_SIGNALS:
    void published(std::shared_ptr<const city::CitySnapshot> snapshot);
    /// What was there at the start, or after refresh(), is shown.
    void settled();
    /// The store is gone; the desk shows its own copy.
    void lost(const city::Problem& why);
    /// It is there again.
    void back();
    /// Somebody wrote a note on the timeline, or removed one.
    void noted();

private:
    using Pictures = std::vector<std::shared_ptr<const city::FeedPicture>>;

    void want(const QList<qint64>& feeds);
    void wantAll();
    void ask();
    void answered(city::Result<history::HistoryStore::Pictures> pictures);
    void prepare(history::HistoryStore::Pictures pictures, bool fromCopy);
    void show(const Pictures& pictures, bool fromCopy);
    void goneNow(const city::Problem& why);
    void showCopy();
    void copyTold();
    void copyPictures(history::ToldBatch& told);
    void publish();

    SharedCityParts m_parts;
    std::map<QString, std::shared_ptr<const city::FeedPicture>> m_pictures;
    std::map<QString, city::FeedState> m_said; ///< What the pack says of each feed.
    std::shared_ptr<const city::CitySnapshot> m_snapshot;
    QList<qint64> m_wanted; ///< Feeds with news, by their numbers in the store.
    bool m_wantsAll = false, m_isAsking = false, m_isReached = true, m_isCopying = false, m_copyAgain = false;
    qint64 m_copied = 0; ///< The last answer of the store that stands in the copy; 0: none in this run.
    city::Instant m_copiedSince;
    std::map<QString, std::shared_ptr<const city::FeedPicture>> m_toCopy; ///< Shown, not yet in the copy.
    QThreadPool m_pool;
};

} // namespace pipeline
