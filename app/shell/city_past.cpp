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
    QList<QFuture<city::Result<history::Summaries>>> asked;
    for (const history::SeriesQuery& query : queries)
        asked.append(history().summaries(
            {query.place, query.quantity, query.from, query.to, 1h, m_pack->zone, query.asOf ? query.asOf : m_asOf}));
    const city::Instant began = m_began;
    auto all =
        QtConcurrent::run(&city::workThreads(), [asked, queries = std::move(queries), demo = m_demo, began] {
            std::vector<city::Series> series;
            for (std::size_t i = 0; i < queries.size(); ++i)
                series.push_back(hoursOf(queries[i], asked[static_cast<qsizetype>(i)].result()));
            if (demo && !queries.empty())
                series =
                    joined(pastOfDemo(*demo, queries, queries.front().from, began, 1h), std::move(series));
            return series;
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
        &city::workThreads(), [asked, moments = std::move(moments), demo = m_demo, pack = m_pack, began] {
            std::vector<std::vector<city::Observation>> found;
            for (std::size_t i = 0; i < moments.size(); ++i) {
                const auto answer = asked[static_cast<qsizetype>(i)].result();
                found.push_back(answer.ok() ? *answer : std::vector<city::Observation>{});
                if (demo && moments[i] < began) found.back() = momentOfDemo(*demo, *pack, moments[i]);
            }
            return found;
        });
    whenDone(all, this, [take = std::move(take)](std::vector<std::vector<city::Observation>> found) {
        take(std::move(found));
    });
}

} // namespace app
