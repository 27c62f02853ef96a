// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/runs.h"
#include "layers/history/summary.h"

namespace history {

/// The summaries of hours and days of what has settled. They are made from the values themselves, so a late value or a
/// correction makes those it falls into anew. Used in the thread of its database.
class Rollups {
public:
    /// `zone`: where the days of the file begin at midnight.
    Rollups(const Database& database, Runs& runs, QTimeZone zone);

    /// After `told` (in order, not empty) settled in a series.
    std::optional<city::Problem> refresh(qint64 series, const std::vector<Told>& told);
    /// Those of a whole hour or day that begin from `from` to before `to`.
    city::Result<std::vector<Summary>> read(qint64 series, city::Duration step, qint64 from, qint64 to);
    const QTimeZone& zone() const { return m_zone; }

private:
    std::optional<city::Problem> write(qint64 series, const std::vector<Summary>& summaries, city::Duration step);

    const Database& m_database;
    Runs& m_runs;
    QTimeZone m_zone;
    Statement m_write, m_read;
};

} // namespace history
