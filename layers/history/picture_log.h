// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "layers/history/mark_log.h"
#include "layers/history/observation_store.h"

#include <QVariant>

namespace history {

/// Writes down what each feed's picture was after each answer; PictureReader reads it. The observations of a
/// picture lie in the log of answers; where playing that log would not give them exactly (a station vanished,
/// a value was withdrawn, another program recorded the feed, too), they are written down whole. Used in the
/// thread of its database.
class PictureLog {
public:
    PictureLog(const Database& database, ObservationStore& store, MarkLog& marks);

    /// Records a picture that was published at `shownAt` with what its answer told: how many observations were news.
    /// All of it is kept, or nothing. `again`: it was tried before and nobody knows what came of it.
    city::Result<int> record(const city::FeedPicture& picture, const std::vector<city::Observation>& told,
                             city::Instant shownAt, bool again = false);

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
        qint64 lastPicture = 0, lastAnswer = 0; ///< Of this feed, that this program wrote.
        bool isKnown = false;
    };

    city::Result<int> recordAll(const city::FeedPicture& picture, const std::vector<city::Observation>& told, qint64 shownAt,
                                std::vector<Answer>& answers);
    city::Result<QVariant> part(Feed& feed, qint64 number, const char* kind, const QByteArray& facts);
    city::Result<QVariant> places(Feed& feed, qint64 number, const std::vector<city::Place>& places);
    city::Result<QVariant> observations(Feed& feed, qint64 number, const city::FeedPicture& picture,
                                        const std::vector<Answer>& told);
    city::Result<bool> isThere(const city::FeedPicture& picture, qint64 shownAt);
    city::Result<bool> isAlone(Feed& feed, qint64 number);

    const Database& m_database;
    ObservationStore& m_store;
    MarkLog& m_marks;
    Statement m_insertPart, m_insert, m_lastPicture, m_there;
    QHash<qint64, Feed> m_feeds;
};

} // namespace history
