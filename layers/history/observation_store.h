// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/history/latest_table.h"
#include "layers/history/moment_builder.h"
#include "layers/history/rollups.h"
#include "layers/history/series_numbers.h"
#include "layers/history/tail.h"

namespace history {

/// The observations of one history file. A batch is kept once it stands in the log of answers; later, some hundreds of
/// series at a time, what the log holds is settled into runs and their rollups, and then into the table of moments. Another
/// program may write the same file: what it added is seen at the next call. Used in the thread of its database.
class ObservationStore {
public:
    ObservationStore(const Database& database, const QTimeZone& zone);

    /// How many were news: an observation whose value is what its feed, or any feed, told last for that time is not.
    /// The whole batch is kept, or none of it.
    city::Result<int> append(const QString& feed, const std::vector<city::Observation>& observations);
    /// The same inside a transaction of the caller, who calls committed() with the answers in `told` afterwards, or giveUp()
    /// if it came to nothing.
    city::Result<int> append(qint64 feed, const std::vector<city::Observation>& observations, std::vector<Answer>& told);
    void committed(const std::vector<Answer>& told);
    /// What was remembered may speak of rows that were never committed.
    void giveUp();
    /// Names and positions for the tables others look at.
    void describe(const std::vector<city::Place>& places) { m_latest.describe(places); }

    /// Whether so much has gathered in the log that it should be settled.
    bool isDue() const;
    /// Settles a part of it: true when there is more to do.
    city::Result<bool> settleSome();
    /// Writes `latest` if it is more than a minute behind, or at once.
    std::optional<city::Problem> show(bool atOnce);

    /// All that was told of a series between two times (milliseconds since 1970 UTC, both included), in order.
    /// `asOf`: only what had been learned by then. `answers`: whether they matter otherwise.
    city::Result<std::vector<Told>> told(const SeriesNumbers::Kept& series, qint64 from, qint64 to,
                                         std::optional<qint64> asOf, Runs::Answers answers = Runs::Answers::Each);
    /// The newest value at or before `moment`.
    city::Result<std::optional<Told>> newest(qint64 series, qint64 moment);
    /// The newest value of every series at or before `moment`, by the number of the series; nothing when that cannot be told
    /// without looking into each.
    city::Result<std::optional<std::vector<Standing>>> standing(qint64 moment);

    /// Takes in what other programs wrote; called before anything is read.
    std::optional<city::Problem> catchUp();
    SeriesNumbers& numbers() { return m_numbers; }
    AnswerLog& log() { return m_log; }
    const Tail& tail() const { return m_tail; }
    Rollups& rollups() { return m_rollups; }

private:
    void gather(const Answer& answer);
    city::Result<bool> build();
    city::Result<Answer> appendAnswer(qint64 feed, const city::Observation* begin, const city::Observation* end);
    city::Result<bool> isNews(qint64 series, qint64 at, double value);
    city::Result<std::optional<Told>> lastTold(qint64 series, qint64 at);
    std::optional<city::Problem> settle(qint64 series, qint64 upTo);
    std::optional<city::Problem> finishSettling();

    const Database& m_database;
    SeriesNumbers m_numbers;
    AnswerLog m_log;
    Tail m_tail;
    Runs m_runs;
    Rollups m_rollups;
    Moments m_moments;
    MomentBuilder m_builder;
    LatestTable m_latest;
    Statement m_written, m_marks, m_setSettled;
    qint64 m_othersWrote = -1;         ///< SQLite's count of what other programs wrote, when they were followed last.
    qint64 m_seen = -1;                ///< The last answer that is in the tail; -1: nothing was read yet.
    qint64 m_settled = 0;              ///< The last answer that is in the runs.
    QHash<qint64, qint64> m_settledTo; ///< Series to the observed time up to which it has settled, where it was asked for.
    QHash<qint64, qint64> m_firstTold;    ///< Feed to the earliest observed time in the tail.
    QHash<qint64, qint64> m_firstSettled; ///< The same of what is being settled.
    bool m_isBuilding = false;            ///< Moments are missing.
    std::vector<qint64> m_toSettle;
    qint64 m_settlingUpTo = 0;
    qint64 m_shownAt = 0;
};

} // namespace history
