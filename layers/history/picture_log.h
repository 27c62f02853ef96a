// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "layers/history/observation_store.h"

#include <QVariant>

namespace history {

/// What each feed's picture was after each answer. The observations of a picture lie in the log of answers; where playing
/// that log would not give them exactly (a station vanished, a value was withdrawn), they are written down whole. Used in
/// the thread of its database.
class PictureLog {
public:
    PictureLog(const Database& database, ObservationStore& store);

    /// Records a picture that was published at `shownAt` with what its answer told: how many observations were news.
    /// All of it is kept, or nothing. `again`: it was tried before and nobody knows what came of it.
    city::Result<int> record(const city::FeedPicture& picture, const std::vector<city::Observation>& told,
                             city::Instant shownAt, bool again = false);
    /// Every feed's picture as it was shown at `moment`; a feed without one is left out. They are not indexed, and of
    /// the feed's state they have what the history knows, not what the pack says.
    city::Result<std::vector<city::FeedPicture>> at(city::Instant moment);
    /// The newest picture of these feeds, by number; of all when there are none.
    city::Result<std::vector<city::FeedPicture>> newest(const QList<qint64>& feeds);

private:
    struct Value {
        qint64 at = 0;
        double value = 0;
    };
    struct Feed {
        QHash<QString, size_t> hashes; ///< Of the parts written last, by kind.
        QHash<QString, qint64> parts;
        QHash<qint64, Value> shown;    ///< What playing the log gives: series to value.
        size_t placesHash = 0;
        qsizetype playedSince = 0;     ///< Values told since the observations were written whole.
        bool isKnown = false;
    };

    city::Result<int> recordAll(const city::FeedPicture& picture, const std::vector<city::Observation>& told, qint64 shownAt,
                                std::vector<Answer>& answers);
    city::Result<QVariant> part(Feed& feed, qint64 number, const char* kind, const QByteArray& facts);
    city::Result<QVariant> places(Feed& feed, qint64 number, const std::vector<city::Place>& places);
    city::Result<QVariant> observations(Feed& feed, qint64 number, const city::FeedPicture& picture,
                                        const std::vector<Answer>& told);
    std::optional<city::Problem> readAll(city::Result<QSqlQuery*> found, std::vector<city::FeedPicture>& pictures);
    city::Result<city::FeedPicture> read(const QSqlQuery& row);
    std::optional<city::Problem> readObservations(qint64 feed, qint64 shownAt, qint64 lastAnswer,
                                                  std::vector<city::Observation>& observations);
    city::Result<QByteArray> facts(const QVariant& part);
    city::Result<city::Observation> describe(qint64 series);

    city::Result<bool> isThere(const city::FeedPicture& picture, qint64 shownAt);

    const Database& m_database;
    ObservationStore& m_store;
    Statement m_insertPart, m_insert, m_at, m_newest, m_keyframe, m_facts, m_series, m_there;
    QHash<qint64, Feed> m_feeds;
    QHash<qint64, city::Observation> m_described; ///< Series to place, quantity and unit.
};

} // namespace history
