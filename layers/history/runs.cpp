// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/runs.h"

#include "layers/history/number_list.h"

#include <QVariant>
#include <algorithm>
#include <functional>
#include <limits>

namespace history {

namespace {

constexpr std::size_t longestRun = 80;
constexpr int shortRun = 40; ///< Shorter ones are taken up again, so that seldom feeds do not leave crumbs.

const QString columns =
    QStringLiteral("from_at, step, base_answer, CAST(at AS BLOB), CAST(answer AS BLOB), CAST(value AS BLOB)");

/// Whether values that follow each other are of different times.
bool isAscending(const std::vector<qint64>& at)
{
    return std::adjacent_find(at.begin(), at.end(), std::greater_equal<>()) == at.end();
}

/// Of a row with `columns`; false when its lists do not belong together.
bool addRun(const QSqlQuery& row, std::vector<Told>& into, Runs::Answers wanted)
{
    const auto values = readNumbers(row.value(5).toByteArray());
    if (!values) return false;
    const qint64 from = row.value(0).toLongLong();
    const qint64 step = row.value(1).toLongLong();
    const qint64 answer = row.value(2).toLongLong();
    std::vector<qint64> at;
    if (!row.isNull(3)) {
        auto listed = readSeconds(row.value(3).toByteArray());
        if (!listed || listed->size() != values->size()) return false;
        at = std::move(*listed);
    }
    std::optional<std::vector<qint64>> answers;
    if (wanted == Runs::Answers::Each || !isAscending(at)) {
        answers = readWholeNumbers(row.value(4).toByteArray());
        if (!answers || answers->size() != values->size()) return false;
    }
    for (std::size_t i = 0; i < values->size(); ++i) {
        const qint64 after = at.empty() ? static_cast<qint64>(i) * step : at[i];
        into.push_back({from + after, answer + (answers ? (*answers)[i] : 0), (*values)[i]});
    }
    return true;
}

/// The last value at or before `moment` of a row with `columns`, reading no more of its lists than it has to.
std::optional<Told> newestIn(const QSqlQuery& row, qint64 moment)
{
    const qint64 from = row.value(0).toLongLong();
    const QByteArray answers = row.value(4).toByteArray(), values = row.value(5).toByteArray();
    std::size_t index = 0;
    qint64 after = 0;
    if (row.isNull(3)) {
        const qint64 step = std::max<qint64>(1, row.value(1).toLongLong());
        const auto last = static_cast<std::size_t>(values.count(','));
        index = std::min(last, static_cast<std::size_t>((moment - from) / step));
        after = static_cast<qint64>(index) * step;
    } else {
        const auto at = readSeconds(row.value(3).toByteArray());
        if (!at || at->empty() || at->front() > moment - from) return std::nullopt;
        index = static_cast<std::size_t>(std::upper_bound(at->begin(), at->end(), moment - from) - at->begin()) - 1;
        after = (*at)[index];
    }
    const auto answer = wholeNumberAt(answers, index);
    const auto value = numberAt(values, index);
    if (!answer || !value) return std::nullopt;
    return Told{from + after, row.value(2).toLongLong() + *answer, *value};
}

/// The distance all have from the one before; 0 when it varies.
qint64 evenStep(const Told* begin, const Told* end)
{
    if (end - begin < 2) return 0;
    const qint64 step = begin[1].at - begin->at;
    for (const Told* one = begin + 1; one != end; ++one) {
        if (one->at - (one - 1)->at != step) return 0;
    }
    return step;
}

} // namespace

Runs::Runs(const Database& database)
    : m_database(database),
      m_within(database, QStringLiteral("SELECT %1 FROM chunk WHERE series_id = ? AND from_at <= ? AND from_at >= coalesce("
                                        "(SELECT max(from_at) FROM chunk WHERE series_id = ? AND from_at <= ?), ?) "
                                        "ORDER BY from_at")
                             .arg(columns)),
      m_ofFeed(database, QStringLiteral("SELECT %1, series_id FROM series s JOIN chunk c ON c.series_id = s.id AND from_at <= ? "
                                        "AND from_at >= coalesce((SELECT max(from_at) FROM chunk WHERE series_id = s.id AND "
                                        "from_at <= ?), ?) WHERE s.feed_id = ? AND s.id >= ? AND s.id <= ? "
                                        "ORDER BY series_id, from_at")
                             .arg(columns)),
      m_before(database, QStringLiteral("SELECT %1 FROM chunk WHERE series_id = ? AND from_at <= ? "
                                        "ORDER BY from_at DESC LIMIT 1")
                             .arg(columns)),
      m_touched(database, QStringLiteral("SELECT %1, id, count, to_at FROM chunk WHERE series_id = ? AND from_at <= ? AND from_at >= "
                                         "coalesce((SELECT max(from_at) FROM chunk WHERE series_id = ? AND from_at <= ?), ?)")
                              .arg(columns)),
      m_remove(database, QStringLiteral("DELETE FROM chunk WHERE id = ?")),
      m_insert(database, QStringLiteral("INSERT INTO chunk (series_id, from_at, to_at, count, step, base_answer, at, answer, value) "
                                        "VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))")),
      m_end(database, QStringLiteral("SELECT to_at FROM chunk WHERE series_id = ? ORDER BY from_at DESC LIMIT 1")),
      m_removeOld(database, QStringLiteral("DELETE FROM chunk WHERE series_id = ? AND to_at < ? RETURNING count"))
{
}

std::optional<city::Problem> Runs::read(qint64 series, qint64 from, qint64 to, std::vector<Told>& into, Answers answers)
{
    const std::size_t before = into.size();
    if (auto problem = take(m_within.run({series, to, series, from, from}), into, answers)) return problem;
    const auto outside = [from, to](const Told& one) { return one.at < from || one.at > to; };
    into.erase(std::remove_if(into.begin() + static_cast<std::ptrdiff_t>(before), into.end(), outside), into.end());
    return std::nullopt;
}

std::optional<city::Problem> Runs::readOf(qint64 feed, qint64 first, qint64 last, qint64 from, qint64 to,
                                          const std::function<void(qint64, const Told&)>& take)
{
    auto found = m_ofFeed.run({to, from, from, feed, first, last});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<Told> told;
    while (rows.next()) {
        told.clear();
        addRun(rows, told, Answers::Each);
        for (const Told& one : told)
            if (one.at >= from && one.at <= to) take(rows.value(6).toLongLong(), one);
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

city::Result<std::optional<Told>> Runs::newest(qint64 series, qint64 moment)
{
    auto found = m_before.run({series, moment});
    if (!found) return found.problem();
    QSqlQuery& row = **found;
    std::optional<Told> newest;
    if (row.next())
        newest = newestIn(row, moment);
    else if (row.lastError().isValid())
        return m_database.explain(row.lastError());
    row.finish();
    return newest;
}

std::optional<city::Problem> Runs::settle(qint64 series, std::vector<Told> told)
{
    if (told.empty()) return std::nullopt;
    if (auto problem = takeUp(series, told)) return problem;
    // As many runs as needed, of about the same length. Values of one time stay in one run.
    const std::size_t runs = (told.size() + longestRun - 1) / longestRun;
    std::size_t begin = 0;
    for (std::size_t run = 1; run <= runs; ++run) {
        std::size_t end = told.size() * run / runs;
        while (end > begin && end < told.size() && told[end].at == told[end - 1].at)
            ++end;
        if (end == begin) continue;
        if (auto problem = write(series, told.data() + begin, told.data() + end)) return problem;
        begin = end;
    }
    return std::nullopt;
}

city::Result<qint64> Runs::settledTo(qint64 series)
{
    auto found = m_end.run({series});
    if (!found) return found.problem();
    const qint64 end = (*found)->next() ? (*found)->value(0).toLongLong() : std::numeric_limits<qint64>::min();
    (*found)->finish();
    return end;
}

city::Result<qint64> Runs::removeBefore(qint64 series, qint64 moment)
{
    auto found = m_removeOld.run({series, moment});
    if (!found) return found.problem();
    qint64 removed = 0;
    while ((*found)->next())
        removed += (*found)->value(0).toLongLong();
    return removed;
}

std::optional<city::Problem> Runs::take(city::Result<QSqlQuery*> found, std::vector<Told>& into, Answers answers)
{
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next())
        addRun(rows, into, answers);
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

/// Adds the values of the runs that `told` falls into, or that are short and right before it, and removes those runs.
std::optional<city::Problem> Runs::takeUp(qint64 series, std::vector<Told>& told)
{
    const qint64 first = told.front().at;
    auto found = m_touched.run({series, told.back().at, series, first, first});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<qint64> ids;
    std::vector<Told> earlier;
    while (rows.next()) {
        const bool behind = rows.value(8).toLongLong() < first;
        if (behind && rows.value(7).toInt() >= shortRun) continue;
        if (addRun(rows, earlier, Answers::Each)) ids.push_back(rows.value(6).toLongLong());
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    for (const qint64 id : ids) {
        if (auto removed = m_remove.run({id}); !removed) return removed.problem();
    }
    told.insert(told.end(), earlier.begin(), earlier.end());
    putInOrder(told);
    return std::nullopt;
}

std::optional<city::Problem> Runs::write(qint64 series, const Told* begin, const Told* end)
{
    const qint64 from = begin->at;
    const qint64 step = evenStep(begin, end);
    const auto byAnswer = [](const Told& a, const Told& b) { return a.answer < b.answer; };
    const qint64 answer = std::min_element(begin, end, byAnswer)->answer;
    std::vector<qint64> at, answers;
    std::vector<double> values;
    for (const Told* one = begin; one != end; ++one) {
        at.push_back(one->at - from);
        answers.push_back(one->answer - answer);
        values.push_back(one->value);
    }
    const QVariant steps = step > 0 ? QVariant(step) : QVariant();
    const QVariant times = step > 0 ? QVariant() : QVariant(secondsList(at));
    auto written = m_insert.run({series, from, (end - 1)->at, static_cast<qint64>(end - begin), steps, answer, times,
                                 numberList(answers), numberList(values)});
    if (!written) return written.problem();
    return std::nullopt;
}

} // namespace history
