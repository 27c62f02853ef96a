// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/statement.h"
#include "layers/history/told.h"

#include <functional>

namespace history {

/// The settled values of the series, in runs of some eighty. Used in the thread of its database.
class Runs {
public:
    explicit Runs(const Database& database);

    /// Whether it matters by which answer each value was told; without that all of a run count as told by its first.
    enum class Answers { Each, Rough };

    /// Adds what `series` was told from `from` to `to` (both included) to `into`: values of one time in the order told.
    std::optional<city::Problem> read(qint64 series, qint64 from, qint64 to, std::vector<Told>& into, Answers answers = Answers::Each);
    /// The same of all series of a feed that are numbered from `first` to `last`; series after series.
    std::optional<city::Problem> readOf(qint64 feed, qint64 first, qint64 last, qint64 from, qint64 to,
                                        const std::function<void(qint64 series, const Told& told)>& take);
    /// The newest value at or before `moment`, told last.
    city::Result<std::optional<Told>> newest(qint64 series, qint64 moment);
    /// Takes values of one series, in order, into runs: new ones behind the last, and where they came late the runs
    /// they fall into are written anew.
    std::optional<city::Problem> settle(qint64 series, std::vector<Told> told);
    /// The observed time up to which a series has settled; the lowest there is when nothing has.
    city::Result<qint64> settledTo(qint64 series);
    /// Removes the runs of a series that end before `moment`: how many values they held.
    city::Result<qint64> removeBefore(qint64 series, qint64 moment);

private:
    std::optional<city::Problem> take(city::Result<QSqlQuery*> found, std::vector<Told>& into, Answers answers);
    std::optional<city::Problem> takeUp(qint64 series, std::vector<Told>& told);
    std::optional<city::Problem> write(qint64 series, const Told* begin, const Told* end);

    const Database& m_database;
    Statement m_within, m_ofFeed, m_before, m_touched, m_remove, m_insert, m_end, m_removeOld;
};

} // namespace history
