// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"

#include "app/shell/demo_past.h"
#include "app/shell/source.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"
#include "layers/feeds/recording.h"

#include <QtConcurrent>
#include <algorithm>
#include <utility>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration demoPast = 24h;
constexpr city::Duration forgetEvery = 6h;
constexpr city::Duration demoStep = 5min; // No wider than what a chart still joins.
constexpr city::Duration demoLongest = 24h * 40;
constexpr city::Duration demoLongStep = 1h;

/// Oldest first, each time once, between the two.
void tidy(std::vector<city::Sample>& samples, city::Instant from, city::Instant to)
{
    std::erase_if(samples, [&](const city::Sample& one) { return one.at < from || one.at > to; });
    const auto earlier = [](const city::Sample& a, const city::Sample& b) { return a.at < b.at; };
    const auto same = [](const city::Sample& a, const city::Sample& b) { return a.at == b.at; };
    std::stable_sort(samples.begin(), samples.end(), earlier);
    samples.erase(std::unique(samples.begin(), samples.end(), same), samples.end());
}

} // namespace

std::vector<city::Series> pastOfDemo(const DemoCity& demo, const std::vector<history::SeriesQuery>& queries,
                                     city::Instant from, city::Instant to, city::Duration step)
{
    QHash<DemoCity::Series, int> place;
    std::vector<city::Series> series;
    for (const history::SeriesQuery& query : queries) {
        place.insert({query.place, query.quantity}, static_cast<int>(series.size()));
        series.push_back({query.place, query.quantity, {}, {}});
    }
    const QSet<DemoCity::Series> wanted(place.keyBegin(), place.keyEnd());
    for (const auto& [feed, observations] : demo.pastOf(wanted, from, to, step)) {
        for (const city::Observation& one : observations) {
            city::Series& its = series[static_cast<std::size_t>(place.value({one.place, one.quantity}))];
            its.unit = one.unit;
            its.samples.push_back({one.observedAt, one.value});
        }
    }
    for (std::size_t i = 0; i < series.size(); ++i)
        tidy(series[i].samples, queries[i].from, std::min(queries[i].to, to));
    return series;
}

std::vector<city::Series> joined(std::vector<city::Series> past, std::vector<city::Series> later)
{
    for (std::size_t i = 0; i < later.size(); ++i) {
        auto& samples = past[i].samples;
        const auto isLater = [&](const city::Sample& sample) {
            return !later[i].samples.empty() && sample.at >= later[i].samples.front().at;
        };
        std::erase_if(samples, isLater);
        later[i].samples.insert(later[i].samples.begin(), samples.begin(), samples.end());
        if (later[i].unit.isEmpty()) later[i].unit = past[i].unit;
    }
    return later;
}

namespace {

/// The last day as it was watched; what is asked of the weeks before, hour by hour.
std::vector<city::Series> wholePastOfDemo(const DemoCity& demo, const std::vector<history::SeriesQuery>& queries, city::Instant began)
{
    std::vector<city::Series> past = pastOfDemo(demo, queries, began - demoPast, began, demoStep);
    std::vector<history::SeriesQuery> longer;
    std::vector<std::size_t> of;
    city::Instant first = began - demoPast;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        if (queries[i].from >= began - demoPast) continue;
        first = std::min(first, std::max(queries[i].from, began - demoLongest));
        longer.push_back(queries[i]);
        longer.back().to = std::min(queries[i].to, began - demoPast - city::Duration(1));
        of.push_back(i);
    }
    if (longer.empty()) return past;
    const std::vector<city::Series> before = pastOfDemo(demo, longer, first, began - demoPast, demoLongStep);
    for (std::size_t i = 0; i < before.size(); ++i) {
        auto& samples = past[of[i]].samples;
        samples.insert(samples.begin(), before[i].samples.begin(), before[i].samples.end());
        // A publisher of few values speaks of times before those it was asked at: the two overlap.
        tidy(samples, queries[of[i]].from, queries[of[i]].to);
        if (past[of[i]].unit.isEmpty()) past[of[i]].unit = before[i].unit;
    }
    return past;
}

} // namespace

CityRun::CityRun(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent)
    : QObject(parent), m_pack(std::move(pack)), m_clock(clockFor(options)), m_began(m_clock->now()), m_rules{m_pack->quantities, m_pack->areas},
      m_snapshot(std::make_shared<const city::CitySnapshot>(m_clock->now(), city::CitySnapshot::Feeds{}, m_pack->areas)),
      m_files(keptFiles(*m_pack, options)), m_storePassword(options.storePassword), m_given(options.transport)
{
    if (m_files.payloads.isEmpty()) m_files.payloads = m_scratch.path();
    openHistory();
    if (options.source == RunOptions::Source::Live && m_history->isShared()) return; // a desk: see start()
    feeds::Transport* transport = nullptr;
    if (options.source == RunOptions::Source::Demo) {
        m_demo = std::make_shared<DemoCity>(m_pack, *m_clock);
        transport = m_demo.get();
        m_history->markInvented();
    } else {
        m_transport = sourceFor(options, *m_clock);
        transport = m_transport.get();
    }
    if (m_given) transport = m_given.get();
    if (!options.record.isEmpty()) {
        m_recording = std::make_unique<feeds::RecordingTransport>(*transport, options.record);
        transport = m_recording.get();
    }
    m_city = std::make_unique<pipeline::City>(
        pipeline::CityParts{m_pack->feeds, m_pack->quantities, m_pack->areas, m_clock.get(), transport, m_history.get(),
                            feeds::decode, m_files.health, m_files.payloads});
    connect(m_city.get(), &pipeline::City::published, this, &CityRun::publish);
    connect(m_city.get(), &pipeline::City::settled, this, &CityRun::settle);
    // A full disk refuses every answer: it is told once, and again only after one was taken in between.
    const auto isTold = std::make_shared<bool>(false);
    connect(m_city.get(), &pipeline::City::recorded, this, [isTold] { *isTold = false; });
    connect(m_city.get(), &pipeline::City::notRecorded, this, [this, isTold](const QString&, const city::Problem& why) {
        if (!std::exchange(*isTold, true)) Q_EMIT historyTrouble(why.text);
    });
    m_snapshot = m_city->snapshot(); // What earlier runs learned of the feeds is there from the first moment.
}

CityRun::~CityRun()
{
    m_inventedPast.reset();
    m_city.reset(); // Before the transport, the history and the clock it uses.
    m_desk.reset();
}

void CityRun::openHistory()
{
    m_history = std::make_unique<history::HistoryStore>(m_files.history, m_pack->zone, m_storePassword);
    whenDone(m_history->opened(), this, [this](const city::Result<QString>& opened) {
        if (!opened.ok()) Q_EMIT historyTrouble(opened.problem().text);
    });
    whenDone(m_history->setAside(), this, [this](const QString& file) {
        if (file.isEmpty()) return;
        whenDone(m_history->salvaged(), this, [this, file](const history::Salvage& salvage) {
            Q_EMIT historyTrouble(salvageText(file, salvage));
        });
    });
    forgetOld();
}

void CityRun::forgetOld()
{
    m_forgot = m_clock->now();
    (m_copy ? *m_copy : *m_history).keep(m_pack->keep, m_clock->now()); // a shared store is its owner's
}

void CityRun::openDesk()
{
    m_copy = std::make_unique<history::HistoryStore>(m_files.copy, m_pack->zone);
    m_desk = std::make_unique<pipeline::SharedCity>(
        pipeline::SharedCityParts{m_pack->feeds, m_pack->areas, m_clock.get(), m_history.get(), m_copy.get()});
    connect(m_desk.get(), &pipeline::SharedCity::published, this, &CityRun::publish);
    connect(m_desk.get(), &pipeline::SharedCity::settled, this, &CityRun::settle);
    connect(m_desk.get(), &pipeline::SharedCity::lost, this, [this](const city::Problem& why) { Q_EMIT storeLost(why.text); });
    connect(m_desk.get(), &pipeline::SharedCity::back, this, &CityRun::storeBack);
    connect(m_desk.get(), &pipeline::SharedCity::noted, this, &CityRun::notesChanged);
    publish(m_desk->snapshot());
    whenDone(m_copy->isInvented(), this, [this](const city::Result<bool>& copy) {
        m_invented = copy.ok() && *copy; // also where the store cannot be asked
        whenDone(m_history->isInvented(), this, [this](const city::Result<bool>& invented) {
            if (invented.ok()) m_invented = *invented;
            if (m_invented) m_copy->markInvented();
            m_desk->start();
        });
    });
}

void CityRun::start(Pace pace)
{
    if (pace == Pace::Remembered) {
        remember();
        return;
    }
    if (!m_city) return openDesk();
    pace == Pace::Scheduled ? m_city->start() : m_city->refreshAll();
}

void CityRun::refresh()
{
    if (m_city) m_city->refreshAll();
    if (m_desk) m_desk->refresh();
}

void CityRun::refresh(const QString& feed)
{
    if (m_city) m_city->refresh(feed);
    if (m_desk) m_desk->refresh();
}

void CityRun::wake()
{
    if (m_city) m_city->wake();
}

void CityRun::publish(std::shared_ptr<const city::CitySnapshot> snapshot)
{
    m_truth = snapshot;
    release(std::move(snapshot), m_asOf, &m_released, [this, truth = m_truth.get()](release::ReleasedCity city) {
        if (truth != m_truth.get()) return; // A newer one has come meanwhile.
        m_released = std::move(city);
        m_counted = release::countedPlaces(m_rules, m_released);
        m_snapshot = m_released.snapshot;
        if (m_clock->now() - m_forgot >= forgetEvery) forgetOld();
        Q_EMIT published(m_snapshot);
    });
}

void CityRun::settle()
{
    m_settled = true;
    Q_EMIT settled();
}

void CityRun::askSeries(std::vector<history::SeriesQuery> queries, SeriesTaker take,
                        std::optional<city::Instant> asOf)
{
    if (!asOf) asOf = m_asOf;
    for (history::SeriesQuery& query : queries)
        if (!query.asOf) query.asOf = asOf;
    std::vector<history::SeriesQuery> asked = release::withDeciding(m_rules, m_counted, queries);
    askTruth(asked, [this, asked, queries = std::move(queries), take = std::move(take)](city::Result<std::vector<city::Series>> answer) {
        take(answer.ok() ? release::told(m_rules, m_counted, asked, queries, std::move(answer.value())) : std::move(answer));
    });
}

void CityRun::askTruth(std::vector<history::SeriesQuery> queries, SeriesTaker take)
{
    const auto remembered = history().seriesOf(queries);
    const city::Instant began = m_began;
    // A demo city that has run for long enough has nothing to invent.
    const bool isRecorded = std::all_of(queries.begin(), queries.end(), [began](const history::SeriesQuery& one) { return one.from >= began; });
    if (!m_demo || isRecorded) {
        whenDone(remembered, this, take);
        return;
    }
    auto invented = QtConcurrent::run(&city::workThreads(), [demo = m_demo, queries = std::move(queries), began] {
        return wholePastOfDemo(*demo, queries, began);
    });
    whenDone(remembered, this, [this, take = std::move(take), invented](city::Result<std::vector<city::Series>> answer) {
        whenDone(invented, this, [take, answer = std::move(answer)](const std::vector<city::Series>& past) mutable {
            take(answer.ok() ? joined(past, std::move(answer.value())) : std::move(answer));
        });
    });
}

std::optional<city::Instant> CityRun::inventedSince() const
{
    return m_demo ? std::optional(m_began - demoPast) : std::nullopt;
}

void CityRun::askCity(city::Instant at, history::Knowledge knowledge, CityTaker take)
{
    const std::optional<city::Instant> asOf = knowledge == history::Knowledge::Then ? std::optional(at) : m_asOf;
    CityTaker released = [this, asOf, take = std::move(take)](city::Result<std::shared_ptr<const city::CitySnapshot>> truth) {
        if (!truth.ok()) return take(truth);
        release(std::move(truth.value()), asOf, &m_past, [this, take](release::ReleasedCity city) {
            m_past = std::move(city);
            take(m_past.snapshot);
        });
    };
    if (!m_demo || at >= m_began)
        askRemembered(at, knowledge, std::move(released));
    else
        invent(at, std::move(released));
}

void CityRun::invent(city::Instant at, CityTaker take)
{
    if (!m_inventedPast) m_inventedPast = std::make_unique<InventedPast>(m_pack, m_demo);
    m_inventedPast->ask(at, std::move(take));
}

void CityRun::askRemembered(city::Instant at, history::Knowledge knowledge, CityTaker take)
{
    whenDone(
        history().picturesAt(at, knowledge), this,
        [this, at, take = std::move(take)](city::Result<history::HistoryStore::Pictures> answer) mutable {
            if (!answer.ok()) return take(answer.problem());
            if (answer->empty()) return m_demo ? invent(at, std::move(take)) : askValues(at, std::move(take));
            make([pack = m_pack, at, pictures = std::move(answer.value()),
                  before = m_indexed] { return rememberedCity(*pack, at, pictures, before.get()); },
                 std::move(take));
        });
}

/// Of a history that was kept before pictures were, or of a time before it.
void CityRun::askValues(city::Instant at, CityTaker take)
{
    whenDone(history().latestAt(at), this,
             [this, at, take = std::move(take)](city::Result<std::vector<city::Observation>> answer) mutable {
                 if (!answer.ok()) return take(answer.problem());
                 make(
                     [pack = m_pack, at, observations = std::move(answer.value())]() mutable {
                         if (observations.empty())
                             return rememberedCity(*pack, at, history::HistoryStore::Pictures());
                         return RememberedCity{rememberedCity(*pack, at, std::move(observations)), nullptr};
                     },
                     std::move(take));
             });
}

template<typename Make> void CityRun::make(Make make, CityTaker take)
{
    whenDone(QtConcurrent::run(&city::workThreads(), std::move(make)), this,
             [this, take = std::move(take)](RememberedCity made) {
                 m_indexed = std::move(made.indexed);
                 take(std::move(made.snapshot));
             });
}

void CityRun::remember()
{
    m_asOf = m_clock->now();
    whenDone(m_history->isInvented(), this, [this](const city::Result<bool>& invented) {
        m_invented = invented.ok() && *invented;
        askRemembered(*m_asOf, history::Knowledge::Then,
                      [this](city::Result<std::shared_ptr<const city::CitySnapshot>> answer) {
                          if (answer.ok())
                              publish(std::move(answer.value()));
                          else
                              Q_EMIT historyTrouble(answer.problem().text);
                          settle();
                      });
    });
}

} // namespace app
