// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/log.h"

#include "layers/feeds/reasons.h"

#include <QSet>
#include <algorithm>

namespace feeds {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration quarter = 15min;
constexpr city::Duration day = 24h;
constexpr std::size_t mostTimes = 50;
constexpr std::size_t mostMonths = 13;

city::Instant quarterOf(city::Instant at)
{
    return std::chrono::floor<std::chrono::duration<qint64, std::ratio<900>>>(at);
}

void remember(std::vector<city::Instant>& times, city::Instant at)
{
    if (!times.empty() && times.back() >= at) return;
    times.push_back(at);
    if (times.size() > mostTimes) times.erase(times.begin());
}

city::FeedMonth& monthAt(std::vector<city::FeedMonth>& months, city::Instant at)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    if (months.empty() || months.back().year != year || months.back().month != month) {
        city::FeedMonth fresh;
        fresh.year = year;
        fresh.month = month;
        months.push_back(fresh);
        if (months.size() > mostMonths) months.erase(months.begin());
    }
    return months.back();
}

void noteQuarter(city::FeedLog& log, const city::FeedState& previous, const city::FeedState& now,
                 const Attempt& attempt)
{
    std::erase_if(log.quarters, [&](const city::FeedQuarter& one) {
        return one.begins + quarter < attempt.at - day || one.begins > attempt.at;
    });
    const city::Instant begins = quarterOf(attempt.at);
    if (log.quarters.empty() || log.quarters.back().begins != begins) {
        log.quarters.push_back({begins});
        log.quarters.back().worst = now.freshness(attempt.at);
    }
    city::FeedQuarter& last = log.quarters.back();
    ++last.asked;
    if (!attempt.answered) ++last.failed;
    last.latency += attempt.latency;
    // How old the data had become until this answer; before the first one ever nothing was late.
    if (previous.speaksOf()) last.worst = std::max(last.worst, previous.freshness(attempt.at));
    last.speaksOf = now.speaksOf();
}

} // namespace

city::FeedLog logAfter(const city::FeedState& previous, const city::FeedState& now, const Attempt& attempt,
                       std::optional<double> complete)
{
    city::FeedLog log = previous.health.log;
    noteQuarter(log, previous, now, attempt);
    city::FeedMonth& month = monthAt(log.months, attempt.at);
    const city::Promise& promise = now.promise;
    if (previous.lastAttempt) {
        const city::Duration gap = attempt.at - *previous.lastAttempt;
        if (gap > city::Duration(0) && gap <= 2 * promise.cadence + promise.grace) month.watched += gap;
    }
    ++month.asked;
    if (!attempt.answered) return log;
    ++month.answered;
    remember(log.answers, attempt.at);
    const auto& newest = now.newestObservation;
    if (!newest || *newest > attempt.at + promise.grace) return log;
    if (!log.observations.empty() && *newest <= log.observations.back()) return log;
    remember(log.observations, *newest);
    ++month.observations;
    if (attempt.at - *newest <= promise.cadence + promise.grace) ++month.onTime;
    month.complete += complete.value_or(1.0);
    return log;
}

std::optional<double> completeness(const city::FeedPicture& picture, city::Instant at)
{
    if (picture.places.empty() || picture.observations.empty()) return std::nullopt;
    const city::Promise& promise = picture.state.promise;
    const city::Instant since = at - promise.cadence - promise.grace;
    QSet<city::PlaceId> told;
    told.reserve(static_cast<qsizetype>(picture.places.size()));
    for (const city::Observation& one : picture.observations) {
        if (one.observedAt >= since) told.insert(one.place);
    }
    const auto all = static_cast<double>(picture.places.size());
    return std::min(1.0, static_cast<double>(told.size()) / all);
}

std::optional<Rhythm> rhythmOf(const std::vector<city::Instant>& times)
{
    if (times.size() < 3) return std::nullopt;
    std::vector<city::Duration> gaps;
    for (std::size_t i = 1; i < times.size(); ++i)
        gaps.push_back(times[i] - times[i - 1]);
    std::sort(gaps.begin(), gaps.end());
    const std::size_t n = gaps.size();
    const auto median = n % 2 == 1 ? gaps[n / 2] : (gaps[n / 2 - 1] + gaps[n / 2]) / 2;
    return Rhythm{median, (gaps[3 * (n - 1) / 4] - gaps[(n - 1) / 4]) / 2, static_cast<int>(n)};
}

std::optional<double> successRate(const city::FeedLog& log, city::Instant now)
{
    int asked = 0, failed = 0;
    for (const city::FeedQuarter& one : log.quarters) {
        if (one.begins + quarter <= now - day) continue;
        asked += one.asked;
        failed += one.failed;
    }
    if (asked == 0) return std::nullopt;
    return 1.0 - static_cast<double>(failed) / asked;
}

std::optional<city::Duration> meanLatency(const city::FeedLog& log, city::Instant now)
{
    int asked = 0;
    city::Duration sum{0};
    for (const city::FeedQuarter& one : log.quarters) {
        if (one.begins + quarter <= now - day) continue;
        asked += one.asked;
        sum += one.latency;
    }
    return asked > 0 ? std::optional(sum / asked) : std::nullopt;
}

bool isSwitchedOff(const city::FeedState& state)
{
    return !state.lastSuccess && state.failure && qstrcmp(state.failure->text.source, reasons::noSecret) == 0;
}

std::vector<Stretch> lastDay(const city::FeedState& state, city::Instant now)
{
    const city::Duration patience = 2 * state.promise.cadence + state.promise.grace + quarter;
    const city::Instant first = quarterOf(now) - day + quarter;
    std::vector<Stretch> stretches;
    auto next = state.health.log.quarters.begin();
    const auto end = state.health.log.quarters.end();
    const city::FeedQuarter* last = nullptr;
    for (city::Instant from = first; from <= now; from += quarter) {
        while (next != end && next->begins < from)
            last = &*next++;
        const city::Instant to = std::min(from + quarter, now);
        Stretch stretch{from, to, {}};
        const bool here = next != end && next->begins == from;
        if (here) last = &*next++;
        const bool watched = here || (last && (next != end ? next->begins : now) - last->begins <= patience);
        if (watched && last) {
            stretch.state = last->speaksOf ? city::freshness(*last->speaksOf, to, state.promise)
                                           : city::Freshness::Missing;
            if (here) {
                stretch.state = std::max(*stretch.state, last->worst);
                stretch.asked = last->asked;
                stretch.failed = last->failed;
            }
        }
        stretches.push_back(stretch);
    }
    return stretches;
}

Attainment attainment(const city::FeedMonth& month, const city::Promise& promise)
{
    Attainment kept;
    if (month.asked > 0) kept.answered = static_cast<double>(month.answered) / month.asked;
    if (month.watched >= promise.cadence && month.observations > 0)
        kept.cadence = std::min(1.0, month.observations * static_cast<double>(promise.cadence.count()) /
                                         static_cast<double>(month.watched.count()));
    if (month.observations > 0) {
        kept.latency = static_cast<double>(month.onTime) / month.observations;
        kept.complete = month.complete / month.observations;
    }
    return kept;
}

const city::FeedMonth* monthOf(const city::FeedLog& log, int year, int month)
{
    for (const city::FeedMonth& one : log.months) {
        if (one.year == year && one.month == month) return &one;
    }
    return nullptr;
}

} // namespace feeds
