// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/report_making.h"

#include "app/dashboards/usual.h"
#include "app/reports/expected.h"
#include "app/reports/write_report.h"
#include "app/shell/exposure_reading.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QtConcurrent>

namespace app {

/// What lies beneath the maps of a report and in the areas of alerts.
struct ReportGround {
    std::shared_ptr<const GisLayers> layers;
    std::shared_ptr<const Exposure> exposure;
    std::shared_ptr<const map::ProjectedAreas> areas;
};

namespace {

QSet<QString> layersOf(const ReportSpec& spec)
{
    QSet<QString> all;
    for (const ReportBlockSpec& block : spec.blocks)
        for (const QString& layer : block.parts.layers)
            all.insert(layer);
    return all;
}

// Sentences and impact speak of what stands in the area of an alert, whether a map shows it or not.
bool speaksOfExposure(const ReportSpec& spec)
{
    return std::any_of(spec.blocks.begin(), spec.blocks.end(), [](const ReportBlockSpec& block) {
        return block.kind == ReportBlockSpec::Kind::Headlines || block.kind == ReportBlockSpec::Kind::Impact;
    });
}

bool speaksOfUsual(const ReportSpec& spec)
{
    return std::any_of(spec.blocks.begin(), spec.blocks.end(), [](const ReportBlockSpec& block) { return block.kind == ReportBlockSpec::Kind::Tiles; });
}

std::shared_ptr<const ReportGround> readAll(const ReportJob& job)
{
    const bool exposure = speaksOfExposure(job.spec);
    const QSet<QString> wanted = layersOf(job.spec);
    std::vector<GisSource> sources;
    for (const LayerSpec& spec : job.pack->layers) {
        // What depends on the view, tiles of a service, has no place on paper.
        if (!(wanted.contains(spec.id) || (exposure && !spec.exposure.isEmpty())) || spec.tiles || spec.raster) continue;
        const auto read = readGisSource(spec, nullptr);
        if (read.ok()) sources.push_back(*read);
    }
    return std::make_shared<const ReportGround>(ReportGround{dressGisLayers(sources, job.theme, job.orders.front().language, job.pack->palettes),
            exposureOf(sources, job.orders.front().language), map::projectAreas(*job.pack->areas)});
}

} // namespace

ReportMaking::ReportMaking(ReportJob job, QObject* parent)
    : QObject(parent), m_job(std::move(job)), m_remembered(m_job.run.source == RunOptions::Source::Live && !m_job.run.store.isEmpty())
{
    m_shared.pack = m_job.pack;
    m_shared.spec = m_job.spec;
    m_shared.theme = m_job.theme;
}

ReportMaking::~ReportMaking() = default;

void ReportMaking::start()
{
    const ReportOrder& order = m_job.orders.front();
    m_waiting = momentsFor(m_job.spec, order);
    Q_EMIT told(tr("Looking at the city…"));
    m_ground = QtConcurrent::run(&city::workThreads(), [job = m_job] { return readAll(job); });
    RunOptions options = m_job.run;
    options.at = order.to;
    options.speed = 0; // the time of the data stands still while the report is made
    if (m_job.run.source == RunOptions::Source::Live && !m_remembered) options.at.reset();
    if (m_job.running) return takeCity();
    m_run = std::make_unique<CityRun>(m_job.pack, options);
    connect(m_run.get(), &CityRun::historyTrouble, this, [this](const city::Message& text) { m_trouble = text.toString(); });
    connect(m_run.get(), &CityRun::settled, this, &ReportMaking::takeCity, Qt::QueuedConnection);
    m_run->start(m_remembered ? CityRun::Pace::Remembered : CityRun::Pace::Once);
}

void ReportMaking::takeCity()
{
    m_shared.snapshot = m_job.shown ? m_job.shown : source().snapshot();
    if (m_remembered && m_shared.snapshot->feeds().empty()) return Q_EMIT failed({QT_TRANSLATE_NOOP("Message", "The history cannot be read: %1"), {m_trouble}});
    m_shared.stamp = source().isDemo() ? m_job.stamp : QString();
    nextMoment();
}

void ReportMaking::nextMoment()
{
    if (m_waiting.empty()) {
        std::reverse(m_shared.moments.begin(), m_shared.moments.end());
        return readLayers();
    }
    const city::Instant at = m_waiting.back();
    m_waiting.pop_back();
    source().askCity(at, history::Knowledge::Then, whileThere(this, [this, at](const city::Result<std::shared_ptr<const city::CitySnapshot>>& answer) {
        // A city of which no feed had answered yet tells nothing.
        const auto seen = answer.ok() ? *answer : nullptr;
        const bool any = seen && std::any_of(seen->feeds().begin(), seen->feeds().end(), [](const auto& feed) { return feed.second->state.lastSuccess.has_value(); });
        m_shared.moments.push_back({at, any ? seen : nullptr});
        nextMoment();
    }));
}

void ReportMaking::readLayers()
{
    whenDone(m_ground, this, [this](const std::shared_ptr<const ReportGround>& ground) {
        m_shared.gis = ground->layers;
        m_shared.exposure = ground->exposure;
        m_shared.projectedAreas = ground->areas;
        findSeries();
    });
}

void ReportMaking::findSeries()
{
    Q_EMIT told(tr("Asking the history…"));
    auto finding = QtConcurrent::mapped(&city::workThreads(), m_job.orders, [shared = m_shared](const ReportOrder& order) {
        ReportInput input = shared;
        input.order = order;
        return seriesFor(input);
    });
    auto* watcher = new QFutureWatcher<std::vector<history::SeriesQuery>>(this);
    connect(watcher, &QFutureWatcher<std::vector<history::SeriesQuery>>::finished, this, [this, watcher] {
        watcher->deleteLater();
        std::vector<std::vector<history::SeriesQuery>> queries;
        for (const auto& some : watcher->future().results())
            queries.push_back(some);
        askSeries(std::move(queries));
    });
    watcher->setFuture(finding);
}

void ReportMaking::askSeries(std::vector<std::vector<history::SeriesQuery>> queries)
{
    // Neighbours ask for the same series; each is asked for once, as far back as anybody wants it.
    std::vector<history::SeriesQuery> all;
    QHash<QPair<city::PlaceId, QString>, std::size_t> known;
    for (const auto& some : queries) {
        for (const history::SeriesQuery& query : some) {
            const auto key = QPair(query.place, query.quantity);
            const auto found = known.constFind(key);
            if (found == known.cend()) {
                known.insert(key, all.size());
                all.push_back(query);
            } else {
                all[*found].from = std::min(all[*found].from, query.from);
            }
        }
    }
    source().askSeries(all, whileThere(this, [this, known, queries = std::move(queries)](city::Result<std::vector<city::Series>> answer) {
        if (!answer.ok()) return Q_EMIT failed(answer.problem().text);
        m_inputs.clear();
        for (std::size_t i = 0; i < m_job.orders.size(); ++i) {
            ReportInput input = m_shared;
            input.order = m_job.orders[i];
            for (const history::SeriesQuery& query : queries[i])
                input.history.push_back((*answer)[known.value({query.place, query.quantity})]);
            m_inputs.push_back(std::move(input));
        }
        askPast();
    }));
}

void ReportMaking::askPast()
{
    Q_EMIT told(tr("Comparing with what is usual…"));
    std::vector<history::SeriesQuery> queries;
    QSet<QPair<city::PlaceId, QString>> known;
    for (const ReportInput& input : m_inputs)
        for (history::SeriesQuery& query : hoursFor(input)) {
            if (known.contains({query.place, query.quantity})) continue;
            known.insert({query.place, query.quantity});
            queries.push_back(std::move(query));
        }
    if (queries.empty() && !speaksOfUsual(m_job.spec)) return Q_EMIT gathered(std::move(m_inputs));
    source().askHours(std::move(queries), whileThere(this, [this](city::Result<std::vector<city::Series>> hours) {
        const auto past = std::make_shared<ReportPast>();
        if (hours.ok()) past->hours = std::move(hours.value());
        past->moments = indicators::likeMoments(m_job.orders.front().to, m_job.pack->calendar);
        source().askMoments(past->moments, whileThere(this, [this, past](std::vector<std::vector<city::Observation>> told) { compare(past, std::move(told)); }));
    }));
}

void ReportMaking::compare(std::shared_ptr<ReportPast> past, std::vector<std::vector<city::Observation>> told)
{
    const auto shared = std::make_shared<std::vector<std::vector<city::Observation>>>(std::move(told));
    auto comparing = QtConcurrent::run(&city::workThreads(), [past, shared, inputs = std::move(m_inputs)]() mutable {
        DashboardInput now;
        now.pack = inputs.front().pack;
        now.snapshot = inputs.front().snapshot;
        past->cities = pastInputs(now, past->moments, std::move(*shared));
        QtConcurrent::blockingMap(&city::workThreads(), inputs, [&](ReportInput& input) { addExpected(input, *past); });
        return std::move(inputs);
    });
    whenDone(comparing, this, [this](std::vector<ReportInput> inputs) { Q_EMIT gathered(std::move(inputs)); });
}

city::Result<QStringList> makeReport(const ReportInput& input, const QString& file)
{
    return writeReport(buildReport(input), input.theme, file);
}

} // namespace app
