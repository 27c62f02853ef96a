// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/moments.h"
#include "layers/history/runs.h"

#include <map>
#include <set>

namespace history {

/// Fills the table `moment` from the runs: feed by feed, a stretch of time after the other, in parts short enough that no
/// question waits long. A row is begun anew once so many values were told that playing them takes longer than reading what
/// stands; the last row of a feed is taken up again when more has settled. Used in the thread of its database.
class MomentBuilder {
public:
    MomentBuilder(const Database& database, Runs& runs, AnswerLog& log);

    /// Does a part of what is missing up to the answer `settled`: true when there is more to do.
    city::Result<bool> buildSome(qint64 settled);
    /// What was begun is void.
    void forget();

private:
    struct Event {
        qint64 series = 0;
        Told told;
    };
    /// A row on its way.
    struct Row {
        qint64 start = 0;
        QByteArray standing;
        std::set<qint64> answers;
        std::size_t gathered = 0;
    };

    std::optional<city::Problem> plan(qint64 settled);
    std::optional<city::Problem> beginFeed();
    std::optional<city::Problem> beginRow();
    std::optional<city::Problem> readPart();
    std::optional<city::Problem> writeRows();
    std::optional<city::Problem> sweep();
    std::optional<city::Problem> closeRow(qint64 until);
    std::optional<city::Problem> finish();
    city::Result<bool> isStillSettled();
    QByteArray standing() const;
    bool isFull() const;

    const Database& m_database;
    Runs& m_runs;
    AnswerLog& m_log;
    Statement m_allFeeds, m_ids, m_reach, m_last, m_insert, m_settled, m_done, m_from;
    bool m_isPlanned = false;
    qint64 m_mark = 0; ///< The last answer that had settled when it was planned.
    std::vector<qint64> m_feeds;
    qint64 m_feed = 0; ///< 0: none.
    std::vector<qint64> m_series;
    std::size_t m_next = 0;                   ///< Of the series, to be read.
    qint64 m_after = 0, m_to = 0, m_end = 0;  ///< What is read: after the first, to the second; the feed has settled up to the third.
    qint64 m_window;                          ///< Milliseconds.
    std::vector<Event> m_events;
    std::map<qint64, Standing> m_values; ///< That stand, by series.
    Row m_row;
};

} // namespace history
