// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/rollups.h"

#include "layers/history/number_list.h"

#include <QVariant>
#include <algorithm>
#include <array>

namespace history {

namespace {

constexpr city::Duration hour = std::chrono::hours(1), day = std::chrono::hours(24);
constexpr qint64 dayLong = 86'400'000; ///< Milliseconds.

/// Of a row of lists: those of its summaries that begin from `from` to before `to`.
void addHours(const QSqlQuery& row, qint64 from, qint64 to, std::vector<Summary>& into)
{
    const auto starts = readSeconds(row.value(1).toByteArray());
    const auto counts = readWholeNumbers(row.value(2).toByteArray());
    std::array<std::vector<double>, 4> numbers; // min, mean, max, last
    bool whole = starts && counts && counts->size() == starts->size();
    for (std::size_t i = 0; whole && i < numbers.size(); ++i) {
        auto list = readNumbers(row.value(static_cast<int>(i) + 3).toByteArray());
        whole = list && list->size() == starts->size();
        if (whole) numbers[i] = std::move(*list);
    }
    if (!whole) return;
    for (std::size_t i = 0; i < starts->size(); ++i) {
        const qint64 start = row.value(0).toLongLong() + (*starts)[i];
        if (start < from || start >= to) continue;
        into.push_back({instantOf(start), static_cast<int>((*counts)[i]), numbers[0][i], numbers[1][i], numbers[2][i], numbers[3][i]});
    }
}

/// One column of the summaries.
template<typename Get> auto column(const Summary* begin, const Summary* end, Get get)
{
    std::vector<std::decay_t<decltype(get(*begin))>> numbers;
    for (const Summary* one = begin; one != end; ++one)
        numbers.push_back(get(*one));
    return numbers;
}

} // namespace

Rollups::Rollups(const Database& database, Runs& runs, QTimeZone zone)
    : m_database(database), m_runs(runs), m_zone(std::move(zone)),
      m_writeDay(database, QStringLiteral("INSERT INTO day (series_id, start, count, min, mean, max, last) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series_id, start) DO UPDATE SET "
                                          "count = excluded.count, min = excluded.min, mean = excluded.mean, "
                                          "max = excluded.max, last = excluded.last")),
      m_writeHours(database,
                   QStringLiteral("INSERT INTO day_hours (series_id, day, start, count, min, mean, max, last) VALUES (?, ?, "
                                  "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), "
                                  "CAST(? AS TEXT)) ON CONFLICT (series_id, day) DO UPDATE SET start = excluded.start, "
                                  "count = excluded.count, min = excluded.min, mean = excluded.mean, max = excluded.max, "
                                  "last = excluded.last")),
      m_days(database, QStringLiteral("SELECT start, count, min, mean, max, last FROM day "
                                      "WHERE series_id = ? AND start >= ? AND start < ? ORDER BY start")),
      m_hours(database,
              QStringLiteral("SELECT day, CAST(start AS BLOB), CAST(count AS BLOB), CAST(min AS BLOB), CAST(mean AS BLOB), "
                             "CAST(max AS BLOB), CAST(last AS BLOB) FROM day_hours "
                             "WHERE series_id = ? AND day >= ? AND day < ? ORDER BY day"))
{
}

std::optional<city::Problem> Rollups::refresh(qint64 series, const std::vector<Told>& told)
{
    const Stretches days{day, m_zone};
    for (auto next = told.begin(); next != told.end();) {
        // The whole days that the next values fall into, as long as one follows the other.
        const qint64 from = days.startOf(next->at);
        qint64 to = days.after(from);
        while ((next = std::find_if(next, told.end(), [to](const Told& one) { return one.at >= to; })) != told.end()) {
            if (days.startOf(next->at) != to) break;
            to = days.after(to);
        }
        std::vector<Told> all;
        if (auto problem = m_runs.read(series, from, to - 1, all, Runs::Answers::Rough)) return problem;
        putInOrder(all);
        keepBelieved(all);
        if (auto problem = write(series, all)) return problem;
    }
    return std::nullopt;
}

std::optional<city::Problem> Rollups::write(qint64 series, const std::vector<Told>& believed)
{
    const Stretches days{day, m_zone};
    const std::vector<Summary> hours = summariesOf(believed, {hour, m_zone});
    auto begin = hours.begin();
    for (const Summary& one : summariesOf(believed, days)) {
        auto written = m_writeDay.run({series, stampOf(one.start), one.count, one.min, one.mean, one.max, one.last});
        if (!written) return written.problem();
        const qint64 start = stampOf(one.start);
        const qint64 after = days.after(start);
        const auto end = std::find_if(begin, hours.end(), [after](const Summary& next) { return stampOf(next.start) >= after; });
        if (auto problem = writeHours(series, start, &*begin, &*begin + (end - begin))) return problem;
        begin = end;
    }
    return std::nullopt;
}

std::optional<city::Problem> Rollups::writeHours(qint64 series, qint64 day, const Summary* begin, const Summary* end)
{
    const auto starts = column(begin, end, [day](const Summary& one) { return stampOf(one.start) - day; });
    const auto counts = column(begin, end, [](const Summary& one) { return static_cast<qint64>(one.count); });
    auto written = m_writeHours.run({series, day, secondsList(starts), numberList(counts),
                                     numberList(column(begin, end, [](const Summary& one) { return one.min; })),
                                     numberList(column(begin, end, [](const Summary& one) { return one.mean; })),
                                     numberList(column(begin, end, [](const Summary& one) { return one.max; })),
                                     numberList(column(begin, end, [](const Summary& one) { return one.last; }))});
    return written ? std::nullopt : std::optional(written.problem());
}

city::Result<std::vector<Summary>> Rollups::hours(qint64 series, qint64 from, qint64 to)
{
    // The first hours may belong to a day that began before.
    auto found = m_hours.run({series, from - dayLong - dayLong / 24, to});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<Summary> summaries;
    while (rows.next())
        addHours(rows, from, to, summaries);
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return summaries;
}

city::Result<std::vector<Summary>> Rollups::days(qint64 series, qint64 from, qint64 to)
{
    auto found = m_days.run({series, from, to});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<Summary> summaries;
    while (rows.next())
        summaries.push_back({instantOf(rows.value(0).toLongLong()), rows.value(1).toInt(), rows.value(2).toDouble(),
                             rows.value(3).toDouble(), rows.value(4).toDouble(), rows.value(5).toDouble()});
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return summaries;
}

} // namespace history
