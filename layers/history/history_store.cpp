// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"

#include "layers/history/database.h"
#include "layers/history/observation_writer.h"
#include "layers/history/series_reader.h"

#include <QPromise>
#include <QThread>

namespace history {

/// The thread of the store and what lives in it. Jobs run there one after the other, in the order they were
/// asked.
class HistoryStore::Worker {
public:
    explicit Worker(const QString& file)
    {
        m_context.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("history"));
        m_thread.start();
        m_opened = run<city::Result<QString>>([this, file]() -> city::Result<QString> {
            m_database = std::make_unique<Database>(file);
            m_writer = std::make_unique<ObservationWriter>(*m_database);
            if (!m_database->isOpen()) return m_database->problem();
            return m_database->file();
        });
        m_setAside = run<QString>([this] { return m_database->setAside(); });
    }

    ~Worker()
    {
        // Behind all jobs that were asked for before, so that they are done first.
        post([this] {
            m_writer.reset();
            m_database.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    /// Runs `job` in the thread; its answer finishes the future.
    template<typename T, typename Job> QFuture<T> run(Job job)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        post([promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        });
        return future;
    }

    /// The same for a job that needs the file: without one, the answer is why there is none.
    template<typename T, typename Job> QFuture<city::Result<T>> ask(Job job)
    {
        return run<city::Result<T>>([this, job = std::move(job)]() mutable -> city::Result<T> {
            if (!m_database->isOpen()) return m_database->problem();
            return job();
        });
    }

    const Database& database() const { return *m_database; }
    ObservationWriter& writer() { return *m_writer; }
    QFuture<city::Result<QString>> opened() const { return m_opened; }
    QFuture<QString> setAside() const { return m_setAside; }

private:
    template<typename Job> void post(Job job)
    {
        QMetaObject::invokeMethod(&m_context, std::move(job), Qt::QueuedConnection);
    }

    QThread m_thread;
    QObject m_context;                           ///< Lives in the thread; jobs are posted to it.
    std::unique_ptr<Database> m_database;        ///< Made, used and destroyed in the thread.
    std::unique_ptr<ObservationWriter> m_writer; ///< Likewise.
    QFuture<city::Result<QString>> m_opened;
    QFuture<QString> m_setAside;
};

HistoryStore::HistoryStore(const QString& file) : m_worker(std::make_unique<Worker>(file)) {}

HistoryStore::~HistoryStore() = default;

QFuture<city::Result<QString>> HistoryStore::opened() const
{
    return m_worker->opened();
}

QFuture<QString> HistoryStore::setAside() const
{
    return m_worker->setAside();
}

QFuture<city::Result<int>> HistoryStore::append(const QString& feed,
                                                std::vector<city::Observation> observations)
{
    return m_worker->ask<int>([worker = m_worker.get(), feed, observations = std::move(observations)] {
        return worker->writer().write(feed, observations);
    });
}

QFuture<city::Result<city::Series>> HistoryStore::series(const SeriesQuery& query)
{
    return m_worker->ask<city::Series>(
        [worker = m_worker.get(), query] { return readSeries(worker->database(), query); });
}

QFuture<city::Result<std::vector<city::Series>>> HistoryStore::seriesOf(std::vector<SeriesQuery> queries)
{
    using Answer = std::vector<city::Series>;
    return m_worker->ask<Answer>(
        [worker = m_worker.get(), queries = std::move(queries)]() -> city::Result<Answer> {
            Answer answer;
            answer.reserve(queries.size());
            for (const SeriesQuery& query : queries) {
                auto one = readSeries(worker->database(), query);
                if (!one) return one.problem();
                answer.push_back(std::move(one.value()));
            }
            return answer;
        });
}

QFuture<city::Result<std::vector<city::Observation>>> HistoryStore::latestAt(city::Instant at)
{
    return m_worker->ask<std::vector<city::Observation>>(
        [worker = m_worker.get(), at] { return readLatest(worker->database(), at); });
}

} // namespace history
