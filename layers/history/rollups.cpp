// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/rollups.h"

#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr city::Duration hour = std::chrono::hours(1), day = std::chrono::hours(24);
constexpr qint64 readAtOnce = 40 * 86'400'000LL; ///< Milliseconds.

qint64 secondsOf(city::Duration step)
{
    return step.count() / 1000;
}

/// Those that one of `told` falls into. Both are in order.
std::vector<Summary> touched(const std::vector<Summary>& summaries, const std::vector<Told>& told,
                             const Stretches& stretches)
{
    std::vector<Summary> some;
    auto next = told.begin();
    for (const Summary& summary : summaries) {
        const qint64 start = stampOf(summary.start);
        const qint64 end = stretches.after(start);
        next = std::find_if(next, told.end(), [start](const Told& one) { return one.at >= start; });
        if (next != told.end() && next->at < end) some.push_back(summary);
    }
    return some;
}

} // namespace

Rollups::Rollups(const Database& database, Runs& runs, QTimeZone zone)
    : m_database(database), m_runs(runs), m_zone(std::move(zone)),
      m_write(database, QStringLiteral("INSERT OR REPLACE INTO rollup (step, series_id, start, count, min, mean, max, last) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      m_read(database, QStringLiteral("SELECT start, count, min, mean, max, last FROM rollup "
                                      "WHERE step = ? AND series_id = ? AND start >= ? AND start < ? ORDER BY start"))
{
}

std::optional<city::Problem> Rollups::refresh(qint64 series, const std::vector<Told>& told)
{
    const Stretches hours{hour, m_zone}, days{day, m_zone};
    auto next = told.begin();
    while (next != told.end()) {
        // The whole days that the next values fall into, some weeks of them at a time.
        const qint64 from = days.startOf(next->at);
        const auto end = std::find_if(next, told.end(), [from](const Told& one) { return one.at >= from + readAtOnce; });
        const std::vector<Told> part(next, end);
        std::vector<Told> all;
        if (auto problem = m_runs.read(series, from, days.after(days.startOf(part.back().at)) - 1, all)) return problem;
        putInOrder(all);
        keepBelieved(all);
        if (auto problem = write(series, touched(summariesOf(all, hours), part, hours), hour)) return problem;
        if (auto problem = write(series, touched(summariesOf(all, days), part, days), day)) return problem;
        next = end;
    }
    return std::nullopt;
}

city::Result<std::vector<Summary>> Rollups::read(qint64 series, city::Duration step, qint64 from, qint64 to)
{
    auto found = m_read.run({secondsOf(step), series, from, to});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<Summary> summaries;
    while (rows.next())
        summaries.push_back({instantOf(rows.value(0).toLongLong()), rows.value(1).toInt(), rows.value(2).toDouble(),
                             rows.value(3).toDouble(), rows.value(4).toDouble(), rows.value(5).toDouble()});
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return summaries;
}

std::optional<city::Problem> Rollups::write(qint64 series, const std::vector<Summary>& summaries, city::Duration step)
{
    for (const Summary& one : summaries) {
        auto written = m_write.run({secondsOf(step), series, stampOf(one.start), one.count, one.min, one.mean, one.max, one.last});
        if (!written) return written.problem();
    }
    return std::nullopt;
}

} // namespace history
