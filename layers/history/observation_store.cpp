// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/observation_store.h"

#include "layers/city/clock.h"

#include <QVariant>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace history {

namespace {

// What has not settled is kept in memory: a city of thousands of series must not keep as much of it as of all else.
constexpr qsizetype fewest = 5'000, most = 300'000;
constexpr qint64 longest = 86'400'000LL; ///< Milliseconds.
// A part settles in some hundredths of a second, since a question that comes meanwhile has to wait for it.
constexpr std::size_t settledAtOnce = 250;
constexpr qint64 shownEvery = 60'000; ///< Milliseconds.

} // namespace

ObservationStore::ObservationStore(const Database& database, const QTimeZone& zone)
    : m_database(database), m_numbers(database), m_log(database), m_runs(database), m_rollups(database, m_runs, zone),
      m_moments(database, m_log), m_builder(database, m_runs, m_log), m_latest(database), m_written(database, QLatin1String(database.dialect().othersWrote)),
      m_marks(database, QStringLiteral("SELECT (SELECT CAST(value AS BIGINT) FROM store WHERE key = 'settled'), "
                                       "(SELECT coalesce(max(id), 0) FROM answer), "
                                       "(SELECT CAST(value AS BIGINT) FROM store WHERE key = 'moments')")),
      m_setSettled(database, QStringLiteral("UPDATE store SET value = ? WHERE key = 'settled' AND CAST(value AS BIGINT) < ?")),
      m_shownAt(stampOf(city::SystemClock().now()))
{
}

city::Result<int> ObservationStore::append(const QString& feed, const std::vector<city::Observation>& observations)
{
    if (observations.empty()) return 0;
    int written = 0;
    std::vector<Answer> told;
    auto problem = m_database.transaction([&]() -> std::optional<city::Problem> {
        if (auto behind = catchUp()) return behind;
        const auto number = m_numbers.feed(feed);
        if (!number) return number.problem();
        const auto news = append(*number, observations, told);
        if (!news) return news.problem();
        written = *news;
        return std::nullopt;
    });
    if (!problem) {
        committed(told);
        return written;
    }
    giveUp();
    return *problem;
}

void ObservationStore::committed(const std::vector<Answer>& told)
{
    for (const Answer& answer : told)
        m_latest.add(answer);
}

city::Result<int> ObservationStore::append(qint64 feed, const std::vector<city::Observation>& observations,
                                           std::vector<Answer>& told)
{
    // Nearly always all of a batch were learned at one moment, and are one answer.
    const auto sameMoment = [](const city::Observation& a, const city::Observation& b) { return a.receivedAt == b.receivedAt; };
    const auto earlier = [](const city::Observation& a, const city::Observation& b) { return a.receivedAt < b.receivedAt; };
    std::vector<city::Observation> sorted;
    const std::vector<city::Observation>* ordered = &observations;
    if (!std::is_sorted(observations.begin(), observations.end(), earlier)) {
        sorted = observations;
        std::stable_sort(sorted.begin(), sorted.end(), earlier);
        ordered = &sorted;
    }
    int written = 0;
    for (auto begin = ordered->begin(); begin != ordered->end();) {
        const auto end = std::find_if_not(begin, ordered->end(), [&](const city::Observation& one) { return sameMoment(*begin, one); });
        auto answer = appendAnswer(feed, &*begin, &*begin + (end - begin));
        if (!answer) return answer.problem();
        written += static_cast<int>(answer->series.size());
        if (!answer->series.empty()) told.push_back(std::move(answer.value()));
        begin = end;
    }
    return written;
}

city::Result<Answer> ObservationStore::appendAnswer(qint64 feed, const city::Observation* begin, const city::Observation* end)
{
    Answer answer;
    answer.feed = feed;
    answer.learnedAt = stampOf(begin->receivedAt);
    QHash<QPair<qint64, qint64>, double> toldBefore; // in this answer
    for (const city::Observation* one = begin; one != end; ++one) {
        if (!std::isfinite(one->value)) continue; // no data is no row
        const auto series = m_numbers.series(feed, *one);
        if (!series) return series.problem();
        const qint64 at = stampOf(one->observedAt);
        const auto same = toldBefore.constFind({*series, at});
        if (same != toldBefore.cend() && *same == one->value) continue;
        if (same == toldBefore.cend()) {
            const auto news = isNews(*series, at, one->value);
            if (!news) return news.problem();
            if (!*news) continue;
        }
        toldBefore.insert({*series, at}, one->value);
        answer.series.push_back(*series);
        answer.at.push_back(at);
        answer.values.push_back(one->value);
    }
    if (answer.series.empty()) return answer;
    const auto id = m_log.write(answer);
    if (!id) return id.problem();
    answer.id = m_seen = *id;
    gather(answer);
    return answer;
}

void ObservationStore::gather(const Answer& answer)
{
    m_tail.add(answer);
    if (answer.at.empty()) return;
    const qint64 earliest = *std::min_element(answer.at.begin(), answer.at.end());
    const auto first = m_firstTold.find(answer.feed);
    if (first == m_firstTold.end())
        m_firstTold.insert(answer.feed, earliest);
    else
        *first = std::min(*first, earliest);
}

/// A value that was corrected and corrected back is news: the history of what was believed needs all three.
city::Result<bool> ObservationStore::isNews(qint64 series, qint64 at, double value)
{
    const auto own = lastTold(series, at);
    if (!own) return own.problem();
    if (*own && (*own)->value == value) return false;
    std::optional<Told> last = *own;
    for (const qint64 witness : m_numbers.witnesses(series)) {
        if (witness == series) continue;
        const auto other = lastTold(witness, at);
        if (!other) return other.problem();
        if (*other && (!last || (*other)->answer > last->answer)) last = *other;
    }
    return !last || last->value != value;
}

/// What a series was told last for one observed time.
city::Result<std::optional<Told>> ObservationStore::lastTold(qint64 series, qint64 at)
{
    if (at <= m_tail.newestAt(series)) {
        const std::vector<Told>& tail = m_tail.of(series);
        const auto found = std::find_if(tail.rbegin(), tail.rend(), [at](const Told& one) { return one.at == at; });
        if (found != tail.rend()) return std::optional(*found);
    }
    auto settled = m_settledTo.constFind(series);
    if (settled == m_settledTo.cend()) {
        const auto to = m_runs.settledTo(series);
        if (!to) return to.problem();
        settled = m_settledTo.insert(series, *to);
    }
    if (at > *settled) return std::optional<Told>();
    std::vector<Told> told;
    if (auto problem = m_runs.read(series, at, at, told, Runs::Answers::Each)) return *problem;
    putInOrder(told);
    return told.empty() ? std::optional<Told>() : std::optional(told.back());
}

std::optional<city::Problem> ObservationStore::catchUp()
{
    if (*m_database.dialect().othersWrote != '\0') {
        auto written = m_written.run({});
        if (!written) return written.problem();
        const qint64 count = (*written)->next() ? (*written)->value(0).toLongLong() : -1;
        (*written)->finish();
        if (m_seen >= 0 && count == m_othersWrote) return std::nullopt;
        m_othersWrote = count;
    }
    auto marks = m_marks.run({});
    if (!marks) return marks.problem();
    if (!(*marks)->next()) return m_database.explain((*marks)->lastError());
    const qint64 settled = (*marks)->value(0).toLongLong(), newest = (*marks)->value(1).toLongLong();
    m_isBuilding = m_isBuilding || (m_seen < 0 && (*marks)->value(2).toLongLong() != settled);
    (*marks)->finish();
    if (m_seen < 0) {
        m_seen = settled;
    } else if (settled != m_settled) { // by another program
        m_tail.forgetUpTo(settled);
        m_settledTo.clear();
    }
    m_settled = settled;
    if (newest <= m_seen) return std::nullopt;
    m_numbers.forgetFound();
    const auto highest = m_log.readAfter(m_seen, [this](const Answer& answer) { gather(answer); });
    if (!highest) return highest.problem();
    m_seen = *highest;
    return std::nullopt;
}

bool ObservationStore::isDue() const
{
    if (m_isBuilding) return true;
    if (m_tail.count() == 0) return false;
    const qsizetype enough = std::clamp(m_tail.seriesCount() * m_database.dialect().gatheredForASeries, fewest, most);
    return !m_toSettle.empty() || m_tail.count() >= enough || m_tail.learnedOver() > longest;
}

city::Result<bool> ObservationStore::settleSome()
{
    if (m_toSettle.empty() && m_isBuilding) return build();
    auto problem = m_database.transaction([this]() -> std::optional<city::Problem> {
        if (auto behind = catchUp()) return behind;
        if (m_toSettle.empty()) {
            m_toSettle = m_tail.series();
            m_settlingUpTo = m_seen;
            m_firstSettled = std::exchange(m_firstTold, {});
        }
        for (std::size_t i = 0; i < settledAtOnce && !m_toSettle.empty(); ++i) {
            if (auto wrong = settle(m_toSettle.back(), m_settlingUpTo)) return wrong;
            m_toSettle.pop_back();
        }
        return m_toSettle.empty() ? finishSettling() : std::nullopt;
    });
    if (problem) {
        giveUp();
        return *problem;
    }
    if (m_toSettle.empty()) {
        m_tail.forgetUpTo(m_settlingUpTo);
        m_settled = m_settlingUpTo;
        m_isBuilding = true;
    }
    return true;
}

/// A part of the moments that have settled and are not in their table.
city::Result<bool> ObservationStore::build()
{
    if (auto behind = catchUp()) return *behind;
    const auto more = m_builder.buildSome(m_settled);
    m_isBuilding = more && *more;
    return more;
}

std::optional<city::Problem> ObservationStore::settle(qint64 series, qint64 upTo)
{
    std::vector<Told> told = m_tail.of(series);
    std::erase_if(told, [upTo](const Told& one) { return one.answer > upTo; });
    if (told.empty()) return std::nullopt;
    putInOrder(told);
    m_settledTo.remove(series);
    if (auto problem = m_runs.settle(series, told)) return problem;
    return m_rollups.refresh(series, told);
}

std::optional<city::Problem> ObservationStore::finishSettling()
{
    for (auto feed = m_firstSettled.cbegin(); feed != m_firstSettled.cend(); ++feed)
        if (auto problem = m_moments.forgetFrom(feed.key(), feed.value())) return problem;
    m_firstSettled.clear();
    auto marked = m_setSettled.run({m_settlingUpTo, m_settlingUpTo}); // another program may be further
    return marked ? std::nullopt : std::optional(marked.problem());
}

std::optional<city::Problem> ObservationStore::show(bool atOnce)
{
    const qint64 now = stampOf(city::SystemClock().now());
    if (!m_latest.isBehind() || (!atOnce && std::abs(now - m_shownAt) < shownEvery)) return std::nullopt;
    m_shownAt = now;
    auto problem = m_database.transaction([this] { return m_latest.write(); });
    if (!problem) m_latest.written();
    return problem;
}

city::Result<std::vector<Told>> ObservationStore::told(const SeriesNumbers::Kept& series, qint64 from, qint64 to,
                                                       std::optional<qint64> asOf, Runs::Answers answers)
{
    std::vector<Told> all;
    if (auto problem = m_runs.read(series.id, from, to, all, asOf ? Runs::Answers::Each : answers)) return *problem;
    for (const Told& one : m_tail.of(series.id)) {
        if (one.at >= from && one.at <= to) all.push_back(one);
    }
    if (asOf) {
        const auto known = m_log.knownBy(series.feed, *asOf);
        if (!known) return known.problem();
        std::erase_if(all, [last = *known](const Told& one) { return one.answer > last; });
    }
    putInOrder(all);
    return all;
}

city::Result<std::optional<Told>> ObservationStore::newest(qint64 series, qint64 moment)
{
    auto newest = m_runs.newest(series, moment);
    if (!newest) return newest;
    std::optional<Told>& best = newest.value();
    for (const Told& one : m_tail.of(series))
        if (one.at <= moment && (!best || std::pair(best->at, best->answer) < std::pair(one.at, one.answer))) best = one;
    return newest;
}

city::Result<std::optional<std::vector<Standing>>> ObservationStore::standing(qint64 moment)
{
    std::vector<Standing> values;
    const auto known = m_moments.read(moment, values);
    if (!known) return known.problem();
    if (!*known) return std::optional<std::vector<Standing>>();
    if (m_tail.oldestAt() > moment) return std::optional(std::move(values));
    QHash<qint64, qint64> learnedAt; // an answer told many of them
    for (const qint64 series : m_tail.series()) {
        const Told* newest = nullptr;
        for (const Told& one : m_tail.of(series))
            if (one.at <= moment && (!newest || one.at >= newest->at)) newest = &one;
        if (!newest) continue;
        const auto index = static_cast<std::size_t>(series);
        if (index >= values.size()) values.resize(index + 1);
        if (newest->at < values[index].at) continue;
        auto learned = learnedAt.constFind(newest->answer);
        if (learned == learnedAt.cend()) {
            const auto found = m_log.learnedAt(newest->answer);
            if (!found) return found.problem();
            learned = learnedAt.insert(newest->answer, *found);
        }
        values[index] = {newest->at, *learned, newest->value};
    }
    return std::optional(std::move(values));
}

void ObservationStore::giveUp()
{
    m_numbers.forget();
    m_log.forget();
    m_tail.clear();
    m_settledTo.clear();
    m_firstTold.clear();
    m_firstSettled.clear();
    m_builder.forget();
    m_toSettle.clear();
    m_othersWrote = m_seen = -1;
}

} // namespace history
