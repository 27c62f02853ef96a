// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "layers/history/described_series.h"
#include "layers/history/mark_log.h"
#include "layers/history/observation_store.h"
#include "layers/history/whole_picture.h"

#include <QJsonObject>
#include <QList>
#include <QVariant>
#include <memory>

namespace history {

/// Gives back the pictures of the feeds at past moments. Remembers what it read last of each feed, so that a
/// walk through time reads only what changes from step to step. Used in the thread of its database.
class PictureReader {
public:
    using Pictures = std::vector<std::shared_ptr<const city::FeedPicture>>;

    PictureReader(const Database& database, ObservationStore& store, MarkLog& marks);

    /// Every feed's picture as it was shown at `moment`; a feed without one is left out. They are not
    /// indexed, and of the feed's state they have what the history knows, not what the pack says. A feed
    /// whose picture is the one that was read last is the very same object.
    city::Result<Pictures> shownAt(city::Instant moment);
    /// The same with all that was learned later about that moment: corrections, and values, alerts and events
    /// that came late.
    city::Result<Pictures> knownAbout(city::Instant moment);
    /// The newest picture of these feeds, by number; of all when there are none.
    city::Result<Pictures> newest(const QList<qint64>& feeds);

private:
    /// The facts of one kind that were read last.
    template<typename Facts> struct Parsed {
        qint64 part = 0;
        Facts facts;
    };
    /// The observations of a feed, played up to an answer.
    struct Played {
        qint64 keyframe = 0, answer = 0;
        std::vector<city::Observation> observations;
        std::vector<qint64> series;       ///< Of each observation.
        QHash<qint64, std::size_t> index; ///< By series.
    };
    struct Feed {
        qint64 picture = 0;
        qint64 lastAnswer = 0;
        std::shared_ptr<const city::FeedPicture> shown;
        Parsed<QJsonObject> state;
        Parsed<std::vector<city::Place>> places;
        Parsed<std::vector<city::Alert>> alerts;
        Parsed<std::vector<city::Event>> events;
        Parsed<std::vector<city::Vehicle>> vehicles;
        Played played;
    };

    std::optional<city::Problem> readAll(city::Result<QSqlQuery*> found, Pictures& pictures);
    std::optional<city::Problem> read(const QSqlQuery& row, Feed& feed);
    std::optional<city::Problem> play(qint64 number, const QVariant& picture, Feed& feed);
    std::optional<city::Problem> show(Played& played, std::size_t guess, qint64 series, qint64 at, qint64 learned, double value);
    template<typename Fact>
    city::Result<std::vector<Fact>> factsOf(const QVariant& part, Parsed<std::vector<Fact>>& parsed);
    city::Result<QByteArray> facts(const QVariant& part);
    std::optional<city::Problem> learnLater(qint64 number, qint64 moment, bool wasThere,
                                            const std::vector<qint64>& series, city::FeedPicture& picture);
    city::Result<QHash<qint64, std::vector<qint64>>> seriesByFeed();

    const Database& m_database;
    ObservationStore& m_store;
    MarkLog& m_marks;
    Statement m_at, m_newest, m_keyframe, m_facts, m_feedOfSeries, m_feedNames;
    DescribedSeries m_series;
    QHash<qint64, Feed> m_feeds;
};

} // namespace history
