// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/dictionary.h"
#include "layers/history/told.h"

#include <QHash>
#include <functional>
#include <memory>

namespace history {

/// What one answer of a feed told: a value for each series of the list, in its order.
struct Answer {
    qint64 id = 0;
    qint64 feed = 0;
    qint64 learnedAt = 0; ///< Milliseconds since 1970 UTC.
    std::vector<qint64> series;
    std::vector<qint64> at; ///< Observed, milliseconds since 1970 UTC.
    std::vector<double> values;
};

/// The log of answers, in the order they came: what we knew and when. Appending to it is all that has to happen
/// before a batch counts as kept. Used in the thread of its database.
class AnswerLog {
public:
    explicit AnswerLog(const Database& database);

    /// The number it got. When it was learned is moved on to the feed's last answer if the clock was set back:
    /// the log of a feed never runs backwards.
    city::Result<qint64> write(Answer answer);
    /// Every answer with values whose number is higher than `id`, in order; the highest number in the log.
    city::Result<qint64> readAfter(qint64 id, const std::function<void(Answer)>& take);
    /// The answers of one feed with values, numbered higher than `after` and up to `last`, in order.
    std::optional<city::Problem> readOf(qint64 feed, qint64 after, qint64 last, const std::function<void(Answer)>& take);
    /// The last answer of a feed that was learned by `moment`; 0 when there was none.
    city::Result<qint64> knownBy(qint64 feed, qint64 moment);
    /// Of all feeds those with values numbered higher than `after` and not learned before `learned`: the first `most`, in
    /// order.
    std::optional<city::Problem> readSome(qint64 after, qint64 learned, qint64 most, const std::function<void(Answer)>& take);
    /// Those of a feed with these numbers, which are in order, but for those that told only what was observed after `moment`.
    /// False when one of them has lost its values.
    city::Result<bool> readThese(qint64 feed, const std::vector<qint64>& answers, qint64 moment,
                                 const std::function<void(const Answer&)>& take);
    /// When an answer was learned.
    city::Result<qint64> learnedAt(qint64 answer);

    /// Numbers given inside a transaction that was given up are void.
    void forget();

private:
    struct Feed {
        qint64 lastLearned = 0;
        qint64 list = 0; ///< The list of series its last answer had; 0: none.
        std::vector<qint64> series;
    };
    using List = std::shared_ptr<const std::vector<qint64>>;

    city::Result<bool> take(const QSqlQuery& row, const std::function<void(Answer)>& take);
    std::optional<city::Problem> takeAll(city::Result<QSqlQuery*> found, const std::function<void(Answer)>& take);
    city::Result<Feed*> feedOf(qint64 feed);
    city::Result<qint64> listOf(Feed& feed, const std::vector<qint64>& series);
    city::Result<List> listWith(qint64 id);

    const Database& m_database;
    Statement m_insert, m_insertList, m_after, m_some, m_of, m_range, m_newest, m_list, m_last, m_known, m_learned;
    QHash<qint64, Feed> m_feeds;
    QHash<qint64, List> m_lists;
    QHash<qint64, std::pair<qint64, qint64>> m_knownBy; ///< By feed: the moment asked for last, and its answer.
};

} // namespace history
