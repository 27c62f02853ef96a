// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/city.h"

#include "layers/feeds/paging.h"
#include "layers/pipeline/city_private.h"
#include "layers/pipeline/paging.h"
#include "layers/pipeline/when_done.h"

#include <QThread>
#include <QtConcurrent>
#include <algorithm>
#include <utility>

namespace pipeline {

namespace {

// The clock may be simulated, run fast or jump (sleep, time service), so the schedule is looked at again at
// least this often.
constexpr city::Duration longestNap{250};

// What was learned is shown first and written down a moment later: who looks at the new picture asks for its
// series now.
constexpr city::Duration recordPause{500};

// What a crash may cost of what was learned about the feeds.
constexpr city::Duration healthPause{300'000};

} // namespace

City::Private::Private(City& city, CityParts parts) : m_city(city), m_parts(std::move(parts))
{
    if (!m_parts.quantities) m_parts.quantities = std::make_shared<const city::QuantityCatalogue>();
    if (!m_parts.areas) m_parts.areas = std::make_shared<const city::AreaTree>();
    feeds::KeptHealths kept;
    if (!m_parts.healthFile.isEmpty()) kept = feeds::readHealth(m_parts.healthFile);
    for (const feeds::FeedSpec& spec : m_parts.feeds) {
        FeedRun& run = m_runs[spec.id];
        run.spec = std::make_shared<const feeds::FeedSpec>(spec);
        run.picture = shared(unasked(spec, kept[spec.id]));
    }
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_city, [this] { tick(); });
    m_recordSoon.setSingleShot(true);
    m_recordSoon.setInterval(recordPause);
    QObject::connect(&m_recordSoon, &QTimer::timeout, &m_city, [this] { recordNow(); });
    m_keepHealth.setInterval(healthPause);
    QObject::connect(&m_keepHealth, &QTimer::timeout, &m_city, [this] { keepHealth(); });
    publish();
}

City::Private::~Private()
{
    stop();
    m_pool.clear();
    m_pool.waitForDone();
    const bool learned = std::any_of(m_runs.begin(), m_runs.end(),
                                     [](const auto& run) { return run.second.picture->state.lastAttempt.has_value(); });
    if (learned && !m_parts.healthFile.isEmpty()) feeds::writeHealth(m_parts.healthFile, *m_snapshot);
}

void City::Private::keepHealth()
{
    if (m_parts.healthFile.isEmpty() || m_healthBusy) return;
    m_healthBusy = true;
    whenDone(&m_city,
             QtConcurrent::run(&m_pool, [file = m_parts.healthFile, snapshot = m_snapshot] {
                 return !feeds::writeHealth(file, *snapshot);
             }),
             [this](std::optional<bool>) { m_healthBusy = false; });
}

void City::Private::start()
{
    m_schedule = feeds::FeedSchedule(m_parts.feeds, m_parts.clock->now());
    m_running = true;
    m_keepHealth.start();
    QSet<QString> first;
    for (const feeds::FeedSpec& feed : m_parts.feeds)
        if (feed.request.wait == city::Duration::zero()) first.insert(feed.id);
    expect(first);
    tick();
}

void City::Private::stop()
{
    m_running = false;
    m_timer.stop();
    m_keepHealth.stop();
    for (auto& [id, run] : m_runs)
        run.asked.cancel();
    recordNow();
}

void City::Private::tick()
{
    if (!m_running) return;
    for (const QString& feed : m_schedule.due(m_parts.clock->now()))
        ask(feed);
    const auto next = m_schedule.nextDue();
    const city::Duration pause = next ? *next - m_parts.clock->now() : longestNap;
    m_timer.start(static_cast<int>(std::clamp(pause, city::Duration(1), longestNap).count()));
}

void City::Private::ask(const QString& feed)
{
    const auto found = m_runs.find(feed);
    if (found == m_runs.end() || found->second.busy) return;
    FeedRun& run = found->second;
    run.busy = true;
    m_schedule.asked(feed, m_parts.clock->now());
    if (m_parts.history && m_parts.history->isShared()) return claim(run);
    askWithJoins(run);
}

void City::Private::claim(FeedRun& run)
{
    whenDone(&m_city, m_parts.history->claim(run.spec->id), [this, &run](std::optional<city::Result<bool>> claimed) {
        // While the store is gone, who asked goes on asking: what it learns is written when the store is back.
        const bool isOurs = claimed && claimed->ok() ? **claimed : run.isOurs.value_or(false);
        if (claimed && claimed->ok() && run.isOurs != isOurs) {
            run.isOurs = isOurs;
            Q_EMIT m_city.dutyChanged(run.spec->id, isOurs);
        }
        if (isOurs) return askWithJoins(run);
        m_schedule.succeeded(run.spec->id);
        finish(run);
    });
}

void City::Private::askWithJoins(FeedRun& run)
{
    if (run.spec->joins.empty()) return askNow(run);
    auto done = [this, &run](JoinedDocuments documents) {
        run.joined = std::move(documents);
        askNow(run);
    };
    (new Joining(run.spec, *m_parts.transport, m_pool, run.joined, std::move(done), &m_city))
        ->begin(m_parts.clock->now());
}

void City::Private::askNow(FeedRun& run)
{
    feeds::FetchRequest request;
    request.feed = run.spec->id;
    request.request = run.spec->request;
    request.request.url = feeds::firstPage(run.spec->request);
    const bool inPages = run.spec->request.pages.way != feeds::Paging::Way::None;
    if (!run.hasLinks && !inPages) {
        request.etag = run.etag;
        request.lastModified = run.lastModified;
    }
    run.asked = m_parts.transport->get(request);
    whenDone(&m_city, run.asked, [this, &run](std::optional<feeds::FetchResponse> response) {
        answered(run, std::move(response));
    });
}

void City::Private::expect(const QSet<QString>& feeds)
{
    m_expected += feeds;
    if (m_expected.isEmpty())
        QMetaObject::invokeMethod(
            &m_city, [this] { Q_EMIT m_city.settled(); }, Qt::QueuedConnection);
}

Job City::Private::jobFor(const FeedRun& run, feeds::FetchResponse response) const
{
    return {run.spec,
            m_parts.quantities,
            m_parts.areas,
            m_parts.decode,
            run.picture,
            std::move(response),
            tablesOf(run.joined),
            scheduleOf(run.joined),
            m_parts.payloadFolder};
}

void City::Private::answered(FeedRun& run, std::optional<feeds::FetchResponse> response)
{
    if (!response) { // cancelled
        m_schedule.givenUp(run.spec->id);
        return finish(run);
    }
    const Job job = jobFor(run, std::move(*response));
    whenDone(&m_city, QtConcurrent::run(&m_pool, digest, job),
             [this, &run, job](std::optional<OutcomePtr> outcome) {
                 if (!outcome) return finish(run);
                 if ((*outcome)->firstPage)
                     turnPages(run, job, (*outcome)->firstPage);
                 else if ((*outcome)->index)
                     follow(run, job, (*outcome)->index, {});
                 else
                     digested(run, job, *outcome);
             });
}

void City::Private::turnPages(FeedRun& run, Job job, std::shared_ptr<feeds::Decoded> first)
{
    auto done = [this, &run, job](const PageTurning::Pages& pages) {
        whenDone(&m_city, QtConcurrent::run(&m_pool, digestPages, job, pages.facts, pages.reception),
                 [this, &run, job](std::optional<OutcomePtr> outcome) {
                     if (!outcome) return finish(run);
                     digested(run, job, *outcome);
                 });
    };
    (new PageTurning(job, *m_parts.transport, m_pool, std::move(done), &m_city))->begin(std::move(first));
}

void City::Private::follow(FeedRun& run, Job job, std::shared_ptr<const feeds::Decoded> index,
                           KnownDocuments earlier)
{
    run.hasLinks = true;
    const auto links = index->follow;
    auto done = [this, &run, job = std::move(job), index,
                 earlier = std::move(earlier)](std::vector<FollowedDocument> documents) {
        whenDone(&m_city,
                 QtConcurrent::run(&m_pool, digestFollowed, job, index, std::move(documents), earlier),
                 [this, &run, job](std::optional<OutcomePtr> outcome) {
                     if (!outcome) return finish(run);
                     if ((*outcome)->index)
                         return follow(run, job, (*outcome)->index, std::move((*outcome)->known));
                     run.known = std::move((*outcome)->known);
                     digested(run, job, *outcome);
                 });
    };
    (new Following(*run.spec, *m_parts.transport, run.known, std::move(done), &m_city))->begin(links);
}

void City::Private::digested(FeedRun& run, const Job& job, const OutcomePtr& outcome)
{
    const QString& feed = run.spec->id;
    run.picture = std::move(outcome->picture);
    if (run.picture->state.failure) {
        m_schedule.failed(feed, m_parts.clock->now(), job.response.retryAfter);
    } else {
        m_schedule.succeeded(feed);
        if (!job.response.notModified) {
            // Only what was believed may be answered with "not modified" the next time.
            run.etag = job.response.etag;
            run.lastModified = job.response.lastModified;
        }
    }
    record(run.picture, std::move(outcome->toRecord));
    publish();
    finish(run);
}

void City::Private::record(const Picture& picture, std::vector<city::Observation> told)
{
    if (!m_parts.history) return;
    m_toRecord.push_back({picture, std::move(told), m_parts.clock->now()});
    if (!m_recordSoon.isActive()) m_recordSoon.start();
}

void City::Private::recordNow()
{
    m_recordSoon.stop();
    for (auto& [picture, told, shownAt] : std::exchange(m_toRecord, {})) {
        const QString feed = picture->state.id;
        whenDone(&m_city, m_parts.history->record(picture, std::move(told), shownAt),
                 [this, feed](std::optional<city::Result<int>> rows) {
                     if (!rows) return;
                     if (rows->ok())
                         Q_EMIT m_city.recorded(feed, **rows);
                     else
                         Q_EMIT m_city.notRecorded(feed, rows->problem());
                 });
    }
}

bool City::Private::isBusy() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const auto& run) { return run.second.busy; });
}

void City::Private::finish(FeedRun& run)
{
    run.busy = false;
    if (m_running) tick();
    if (m_expected.remove(run.spec->id) && m_expected.isEmpty()) Q_EMIT m_city.settled();
}

void City::Private::publish()
{
    city::CitySnapshot::Feeds pictures;
    for (const auto& [id, run] : m_runs)
        pictures[id] = run.picture;
    m_snapshot =
        std::make_shared<const city::CitySnapshot>(m_parts.clock->now(), std::move(pictures), m_parts.areas);
    Q_EMIT m_city.published(m_snapshot);
}

City::City(CityParts parts, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(parts)))
{
}

City::~City() = default;

std::shared_ptr<const city::CitySnapshot> City::snapshot() const
{
    return d->m_snapshot;
}

void City::start()
{
    d->start();
}

void City::stop()
{
    d->stop();
}

void City::refreshAll()
{
    QSet<QString> all;
    for (const auto& [id, picture] : d->m_snapshot->feeds())
        all.insert(id);
    d->expect(all);
    for (const QString& feed : all)
        d->ask(feed);
}

void City::refresh(const QString& feed)
{
    d->ask(feed);
}

void City::wake()
{
    d->tick();
}

bool City::isBusy() const
{
    return d->isBusy();
}

} // namespace pipeline
