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
    /// Those of the hours, or of the days, that begin from `from` to before `to`.
    city::Result<std::vector<Summary>> hours(qint64 series, qint64 from, qint64 to);
    city::Result<std::vector<Summary>> days(qint64 series, qint64 from, qint64 to);
    const QTimeZone& zone() const { return m_zone; }

private:
    std::optional<city::Problem> write(qint64 series, const std::vector<Told>& believed);
    std::optional<city::Problem> writeHours(qint64 series, qint64 day, const Summary* begin, const Summary* end);

    const Database& m_database;
    Runs& m_runs;
    QTimeZone m_zone;
    Statement m_writeDay, m_writeHours, m_days, m_hours;
};

} // namespace history
