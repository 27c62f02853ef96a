// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"
#include "app/shell/demo_past.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QtConcurrent>

/// What a CityRun can tell of the weeks before now.
namespace app {

namespace {

using namespace std::chrono_literals;

std::vector<city::Observation> momentOfDemo(const DemoCity& demo, const Pack& pack, city::Instant at)
{
    std::vector<city::Observation> all;
    for (const feeds::FeedSpec& feed : pack.feeds) {
        std::vector<city::Observation> its = demo.past(feed.id, at, at + 1min, 1min);
        all.insert(all.end(), std::make_move_iterator(its.begin()), std::make_move_iterator(its.end()));
    }
    return all;
}

/// What may be told of values that belong together: as a city of nothing else.
std::vector<city::Observation> released(const release::Rules& rules, std::vector<city::Observation> observations)
{
    auto picture = std::make_shared<city::FeedPicture>();
    std::erase_if(observations, [&](const city::Observation& one) {
        const bool isPrivate = rules.privacyOf(one.quantity, one.unit) != nullptr;
        if (isPrivate) picture->observations.push_back(one);
        return isPrivate;
    });
    if (picture->observations.empty()) return observations;
    picture->index(*rules.areas);
    auto truth = std::make_shared<const city::CitySnapshot>(city::Instant{}, city::CitySnapshot::Feeds{{QString(), picture}}, rules.areas);
    const release::ReleasedCity made = release::released(std::move(truth), rules);
    const std::vector<city::Observation>& told = made.snapshot->feeds().begin()->second->observations;
    observations.insert(observations.end(), told.begin(), told.end());
    return observations;
}

/// With what the demo city would remember of the time before it began.
std::vector<city::Series> withDemo(const DemoCity* demo, const std::vector<history::SeriesQuery>& queries, city::Instant began, std::vector<city::Series> series)
{
    if (!demo || queries.empty()) return series;
    return joined(pastOfDemo(*demo, queries, queries.front().from, began, 1h), std::move(series));
}

/// What has just come in may not have been written yet when the history answers.
void addNewest(const city::CitySnapshot& city, const std::vector<history::SeriesQuery>& queries, std::vector<city::Series>& series)
{
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const auto latest = city.latest(queries[i].place, queries[i].quantity);
        if (!latest) continue;
        const city::Observation& one = *latest.observation;
        const bool isAsked = one.observedAt >= queries[i].from && one.observedAt <= queries[i].to && (!queries[i].asOf || one.receivedAt <= *queries[i].asOf);
        std::vector<city::Sample>& samples = series[i].samples;
        if (isAsked && (samples.empty() || samples.back().at < one.observedAt)) samples.push_back({one.observedAt, one.value});
    }
}

} // namespace

city::Series hoursOf(const history::SeriesQuery& query, const city::Result<history::Summaries>& answer)
{
    city::Series series{query.place, query.quantity, {}, {}};
    if (!answer.ok()) return series;
    series.unit = answer->unit;
    for (const history::Summary& hour : answer->summaries)
        series.samples.push_back({hour.start, hour.mean});
    return series;
}

void CityRun::askHours(std::vector<history::SeriesQuery> queries, SeriesTaker take)
{
    // The hours that are kept are of all values: of counts of people they are made of those that may be told.
    std::vector<history::SeriesQuery> counted, plain;
    for (history::SeriesQuery& query : queries) {
        if (!query.asOf) query.asOf = m_asOf;
        (m_rules.privacyOf(query.quantity, {}) ? counted : plain).push_back(query);
    }
    QList<QFuture<city::Result<history::Summaries>>> kept;
    for (const history::SeriesQuery& one : plain)
        kept.append(history().summaries({one.place, one.quantity, one.from, one.to, 1h, m_pack->zone, one.asOf}));
    std::vector<history::SeriesQuery> deciding = release::withDeciding(m_rules, m_counted, counted);
    auto truth = history().seriesOf(deciding);
    auto all = QtConcurrent::run(
        &city::workThreads(), [=, queries = std::move(queries), demo = m_demo, began = m_began, rules = m_rules, places = m_counted, zone = m_pack->zone, city = m_truth ? m_truth : m_snapshot] {
            std::vector<city::Series> hours;
            for (std::size_t i = 0; i < plain.size(); ++i) hours.push_back(hoursOf(plain[i], kept[static_cast<qsizetype>(i)].result()));
            hours = withDemo(demo.get(), plain, began, std::move(hours));
            const auto answer = truth.result();
            std::vector<city::Series> told = withDemo(demo.get(), deciding, began, answer.ok() ? *answer : std::vector<city::Series>(deciding.size()));
            addNewest(*city, deciding, told);
            told = release::told(rules, places, deciding, counted, std::move(told));
            std::vector<city::Series> inOrder;
            std::size_t nextPlain = 0, nextTold = 0;
            for (const history::SeriesQuery& one : queries) {
                const bool isPlain = nextPlain < plain.size() && plain[nextPlain].place == one.place && plain[nextPlain].quantity == one.quantity;
                inOrder.push_back(isPlain ? std::move(hours[nextPlain++]) : release::hours(told[nextTold++], zone));
            }
            return inOrder;
        });
    whenDone(all, this,
             [take = std::move(take)](std::vector<city::Series> series) { take(std::move(series)); });
}

void CityRun::askMoments(std::vector<city::Instant> moments, ObservationsTaker take)
{
    QList<QFuture<city::Result<std::vector<city::Observation>>>> asked;
    for (const city::Instant moment : moments)
        asked.append(history().latestAt(moment));
    const city::Instant began = m_began;
    auto all = QtConcurrent::run(
        &city::workThreads(), [asked, moments = std::move(moments), demo = m_demo, pack = m_pack, began, rules = m_rules] {
            std::vector<std::vector<city::Observation>> found;
            for (std::size_t i = 0; i < moments.size(); ++i) {
                const auto answer = asked[static_cast<qsizetype>(i)].result();
                found.push_back(answer.ok() ? *answer : std::vector<city::Observation>{});
                if (demo && moments[i] < began) found.back() = momentOfDemo(*demo, *pack, moments[i]);
                found.back() = released(rules, std::move(found.back()));
            }
            return found;
        });
    whenDone(all, this, [take = std::move(take)](std::vector<std::vector<city::Observation>> found) {
        take(std::move(found));
    });
}

} // namespace app
