// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"

#include "layers/history/database.h"
#include "layers/history/forgetting.h"
#include "layers/history/jobs.h"
#include "layers/history/observation_store.h"
#include "layers/history/picture_log.h"
#include "layers/history/picture_reader.h"
#include "layers/history/series_reader.h"
#include "layers/history/shared/shared_link.h"
#include "layers/history/shared/told_log.h"

#include <QPromise>
#include <QThread>
#include <atomic>
#include <functional>

namespace history {

/// The thread of the store and what lives in it. Jobs run there one after the other: questions first, those of
/// one kind in the order they were asked.
class HistoryStore::Worker {
public:
    Worker(const QString& file, const QTimeZone& zone, const QString& password, const Spooling& spooling, StoreNews& news)
        : m_inMemory(file == QLatin1String(":memory:")), m_isShared(isSharedStore(file)), m_zone(zone)
    {
        m_jobs.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("history"));
        m_thread.start();
        m_opened = run<city::Result<QString>>(Qt::HighEventPriority, [this, file, password, spooling, &news]() -> city::Result<QString> {
            if (isSharedStore(file)) {
                auto database = std::make_unique<SharedDatabase>(file, password);
                SharedDatabase& shared = *database;
                m_database = std::move(database);
                SharedLink::User user{m_jobs, [this] { begin(); }, [this] { end(); }, {}};
                user.write = [this](const WaitingAnswer& answer) { return keep(answer, true); };
                m_link = std::make_unique<SharedLink>(shared, news, spooling, std::move(user));
            } else {
                m_database = std::make_unique<HistoryFile>(file);
                if (m_database->isOpen() && !m_database->setAside().isEmpty())
                    m_salvage = history::salvage(*m_database, m_database->setAside());
                if (m_database->isOpen()) begin();
            }
            if (!m_database->isOpen()) return m_database->problem();
            return m_database->name();
        });
        m_setAside = run<QString>(Qt::HighEventPriority, [this] { return m_database->setAside(); });
        m_salvaged = run<Salvage>(Qt::HighEventPriority, [this] { return m_salvage; });
    }

    ~Worker()
    {
        m_vanishing = m_inMemory;
        // Behind all other jobs, so that they are done first.
        post(Qt::LowEventPriority, [this] {
            if (m_link) m_link->close();
            if (m_store && !m_vanishing && (!m_link || m_link->mayWrite())) m_store->show(true);
            end();
            m_link.reset();
            m_database.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    /// Runs `job` in the thread; its answer finishes the future.
    template<typename T, typename Job> QFuture<T> run(Qt::EventPriority priority, Job job)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        post(priority, [promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        });
        return future;
    }

    /// The same for jobs that need the file: without one, the answer is why there is none.
    template<typename T, typename Job> QFuture<city::Result<T>> ask(Job job)
    {
        return run<city::Result<T>>(Qt::HighEventPriority, [this, job = std::move(job)]() mutable { return withFile<T>(job); });
    }
    template<typename T, typename Job> QFuture<city::Result<T>> write(Job job, std::function<WaitingAnswer()> answer = {})
    {
        auto promise = std::make_shared<QPromise<city::Result<T>>>();
        promise->start();
        auto future = promise->future();
        post(Qt::NormalEventPriority, [this, promise, job = std::move(job), answer = std::move(answer)]() mutable {
            if (m_link) return m_link->write<T>(promise, std::move(job), std::move(answer));
            promise->addResult(withFile<T>(job));
            promise->finish();
        });
        return future;
    }

    /// Appends or records it; `again`: it may be there already.
    city::Result<int> keep(const WaitingAnswer& answer, bool again)
    {
        const auto moved = followFile();
        if (!m_store) return m_database->problem();
        if (answer.picture) m_store->describe(answer.picture->places);
        auto written = answer.picture ? m_pictures->record(*answer.picture, answer.told, answer.shownAt, again)
                                      : m_store->append(answer.feed, answer.told);
        keepHouse();
        return moved ? *moved : written;
    }
    /// The same now, or when the store is there again.
    QFuture<city::Result<int>> write(WaitingAnswer answer)
    {
        const auto shared = std::make_shared<const WaitingAnswer>(std::move(answer));
        return write<int>([this, shared, again = false]() mutable { return keep(*shared, std::exchange(again, true)); },
                          [shared] { return *shared; });
    }

    /// After something was written: brings `latest` up to date and begins to settle when it is time. It settles part by
    /// part, each a job of its own behind what was appended meanwhile, so that no question waits for the whole. What goes
    /// wrong here loses nothing, since the log has it all, and is tried again after the next answer.
    void keepHouse()
    {
        m_store->show(false);
        if (m_isSettling || !m_store->isDue() || (m_link && !m_link->maySettle())) return;
        m_isSettling = true;
        post(Qt::NormalEventPriority, [this] { settle(); });
    }

    void keep(const Retention& retention, city::Instant now)
    {
        post(Qt::NormalEventPriority, [this, retention, now] {
            if (!m_forgetting || m_forgetting->isBusy()) return;
            m_forgetting->begin(retention, now);
            forget();
        });
    }

    const Database& database() const { return *m_database; }
    ObservationStore& store() { return *m_store; }
    SharedLink* link() { return m_link.get(); } ///< Null for a file.
    PictureLog& pictures() { return *m_pictures; }
    PictureReader& reader() { return *m_reader; }
    MarkLog& marks() { return *m_marks; }
    QFuture<city::Result<QString>> opened() const { return m_opened; }
    QFuture<QString> setAside() const { return m_setAside; }
    QFuture<Salvage> salvaged() const { return m_salvaged; }

private:
    template<typename T, typename Job> city::Result<T> withFile(Job& job)
    {
        if (!m_store) return m_database->problem();
        if (m_vanishing) return T();
        const city::Result<T> answer = job();
        if (m_link) m_link->noteLoss();
        return answer;
    }

    /// Looks whether the file is still where it was, and sees to it: what happened, if it is not.
    std::optional<city::Problem> followFile()
    {
        if (m_link || !m_database->isLost()) return std::nullopt;
        end();
        m_database->reopen();
        if (m_database->isOpen()) begin();
        return m_database->problem();
    }

    void begin()
    {
        m_store = std::make_unique<ObservationStore>(*m_database, m_database->zone(m_zone));
        m_marks = std::make_unique<MarkLog>(*m_database);
        m_pictures = std::make_unique<PictureLog>(*m_database, *m_store, *m_marks);
        m_reader = std::make_unique<PictureReader>(*m_database, *m_store, *m_marks);
        if (!m_isShared) m_forgetting = std::make_unique<Forgetting>(*m_database);
    }
    void end()
    {
        m_isSettling = false;
        m_forgetting.reset();
        m_reader.reset();
        m_pictures.reset();
        m_marks.reset();
        m_store.reset();
    }

    void settle()
    {
        const auto more = m_store && !m_vanishing ? m_store->settleSome() : city::Result<bool>(false);
        m_isSettling = more && *more;
        if (m_isSettling) post(Qt::NormalEventPriority, [this] { settle(); });
    }

    void forget()
    {
        const auto more =
            m_forgetting && !m_vanishing ? m_forgetting->forgetSome() : city::Result<bool>(false);
        if (more && *more) post(Qt::NormalEventPriority, [this] { forget(); });
    }

    void post(Qt::EventPriority priority, std::function<void()> job)
    {
        m_jobs.post(priority, std::move(job));
    }

    const bool m_inMemory, m_isShared;
    const QTimeZone m_zone;
    std::atomic<bool> m_vanishing = false; ///< Nobody will ever read what is still to be written.
    QThread m_thread;
    Jobs m_jobs; ///< Lives in the thread.
    std::unique_ptr<Database> m_database;      ///< Made, used and destroyed in the thread.
    std::unique_ptr<ObservationStore> m_store; ///< Likewise; null without a file.
    std::unique_ptr<MarkLog> m_marks;          ///< Likewise.
    std::unique_ptr<PictureLog> m_pictures;    ///< Likewise.
    std::unique_ptr<PictureReader> m_reader;   ///< Likewise.
    std::unique_ptr<Forgetting> m_forgetting;  ///< Likewise; null for a shared store, where whole partitions go.
    std::unique_ptr<SharedLink> m_link;        ///< Likewise; null for a file.
    Salvage m_salvage;                         ///< In the thread only.
    bool m_isSettling = false;                 ///< Likewise.
    QFuture<city::Result<QString>> m_opened;
    QFuture<QString> m_setAside;
    QFuture<Salvage> m_salvaged;
};

HistoryStore::HistoryStore(const QString& file, const QTimeZone& zone, const QString& password, const Spooling& spooling)
    : m_isShared(isSharedStore(file)), m_news(std::make_unique<StoreNews>()),
      m_worker(std::make_unique<Worker>(file, zone, password, spooling, *m_news))
{
}

HistoryStore::~HistoryStore() = default;

QFuture<city::Result<QString>> HistoryStore::opened() const
{
    return m_worker->opened();
}

QFuture<QString> HistoryStore::setAside() const
{
    return m_worker->setAside();
}

QFuture<Salvage> HistoryStore::salvaged() const
{
    return m_worker->salvaged();
}

void HistoryStore::keep(const Retention& retention, city::Instant now)
{
    if (!retention.isForEver()) m_worker->keep(retention, now);
}

QFuture<city::Result<int>> HistoryStore::append(const QString& feed,
                                                std::vector<city::Observation> observations)
{
    return m_worker->write({feed, std::move(observations), nullptr, {}});
}

QFuture<city::Result<int>> HistoryStore::record(std::shared_ptr<const city::FeedPicture> picture,
                                                std::vector<city::Observation> told, city::Instant shownAt)
{
    const QString feed = picture->state.id;
    return m_worker->write({feed, std::move(told), std::move(picture), shownAt});
}

QFuture<city::Result<HistoryStore::Pictures>> HistoryStore::picturesAt(city::Instant moment,
                                                                       Knowledge knowledge)
{
    return m_worker->ask<Pictures>([worker = m_worker.get(), moment, knowledge] {
        PictureReader& reader = worker->reader();
        return knowledge == Knowledge::Then ? reader.shownAt(moment) : reader.knownAbout(moment);
    });
}

QFuture<city::Result<Timeline>> HistoryStore::timeline(city::Instant from, city::Instant to,
                                                       city::Duration gap)
{
    return m_worker->ask<Timeline>(
        [worker = m_worker.get(), from, to, gap] { return worker->marks().between(from, to, gap); });
}

QFuture<city::Result<qint64>> HistoryStore::addNote(Note note)
{
    return m_worker->ask<qint64>(
        [worker = m_worker.get(), note = std::move(note)] { return worker->marks().addNote(note); });
}

QFuture<city::Result<bool>> HistoryStore::removeNote(qint64 id)
{
    return m_worker->ask<bool>([worker = m_worker.get(), id] { return worker->marks().removeNote(id); });
}

QFuture<city::Result<city::Series>> HistoryStore::series(const SeriesQuery& query)
{
    return m_worker->ask<city::Series>(
        [worker = m_worker.get(), query] { return readSeries(worker->store(), query); });
}

QFuture<city::Result<std::vector<city::Series>>> HistoryStore::seriesOf(std::vector<SeriesQuery> queries)
{
    using All = std::vector<city::Series>;
    return m_worker->ask<All>(
        [worker = m_worker.get(), queries = std::move(queries)]() -> city::Result<All> {
            All answer;
            answer.reserve(queries.size());
            for (const SeriesQuery& query : queries) {
                auto one = readSeries(worker->store(), query);
                if (!one) return one.problem();
                answer.push_back(std::move(one.value()));
            }
            return answer;
        });
}

QFuture<city::Result<Summaries>> HistoryStore::summaries(const SummaryQuery& query)
{
    return m_worker->ask<Summaries>([worker = m_worker.get(), query] { return readSummaries(worker->store(), query); });
}

QFuture<city::Result<std::vector<city::Observation>>> HistoryStore::latestAt(city::Instant at)
{
    return m_worker->ask<std::vector<city::Observation>>(
        [worker = m_worker.get(), at] { return readLatest(worker->store(), at); });
}

QFuture<city::Result<std::vector<KnownSeries>>> HistoryStore::known()
{
    return m_worker->ask<std::vector<KnownSeries>>(
        [worker = m_worker.get()] { return readKnown(worker->database()); });
}

void HistoryStore::markInvented()
{
    m_worker->write<bool>([worker = m_worker.get()]() -> city::Result<bool> {
        worker->database().run(QStringLiteral("INSERT INTO store (key, value) VALUES ('invented', 1) ON CONFLICT (key) DO UPDATE SET value = 1"));
        return true;
    });
}

QFuture<city::Result<bool>> HistoryStore::isInvented()
{
    return m_worker->ask<bool>([worker = m_worker.get()]() -> city::Result<bool> {
        Statement marked(worker->database(), QStringLiteral("SELECT count(*) FROM store WHERE key = 'invented'"));
        auto found = marked.run({});
        if (!found) return found.problem();
        return (*found)->next() && (*found)->value(0).toInt() > 0;
    });
}

QFuture<city::Result<bool>> HistoryStore::settled()
{
    return m_worker->write<bool>([worker = m_worker.get()]() -> city::Result<bool> {
        // What was under way settles only what had been appended when it began.
        for (int round = 0; round < 2; ++round) {
            for (bool isMore = true; isMore;) {
                const auto more = worker->store().settleSome();
                if (!more) return more;
                isMore = *more;
            }
            if (worker->store().tail().count() == 0) break;
        }
        return false;
    });
}

QFuture<city::Result<bool>> HistoryStore::claim(const QString& feed)
{
    return m_worker->ask<bool>([worker = m_worker.get(), feed]() -> city::Result<bool> {
        if (!worker->link()) return true;
        const auto number = worker->store().numbers().feed(feed);
        return number ? worker->link()->claimFeed(*number) : city::Result<bool>(number.problem());
    });
}

StoreNews& HistoryStore::news()
{
    m_worker->run<bool>(Qt::HighEventPriority, [worker = m_worker.get()] {
        if (worker->link()) worker->link()->watch();
        return true;
    });
    return *m_news;
}

QFuture<city::Result<HistoryStore::Pictures>> HistoryStore::newestPictures(QList<qint64> feeds)
{
    return m_worker->ask<Pictures>([worker = m_worker.get(), feeds] { return worker->reader().newest(feeds); });
}

QFuture<city::Result<ToldBatch>> HistoryStore::toldAfter(qint64 answer, city::Instant learned)
{
    return m_worker->ask<ToldBatch>(
        [worker = m_worker.get(), answer, learned] { return readTold(worker->database(), worker->store(), answer, learned); });
}

} // namespace history
