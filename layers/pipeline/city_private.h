// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/schedule.h"
#include "layers/pipeline/city.h"
#include "layers/pipeline/feed_jobs.h"
#include "layers/pipeline/joining.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace pipeline {

/// One feed of a running city.
struct FeedRun {
    std::shared_ptr<const feeds::FeedSpec> spec;
    Picture picture;
    QByteArray etag, lastModified; ///< Of the last accepted payload.
    KnownDocuments known;          ///< Documents it pointed to.
    JoinedDocuments joined;        ///< Documents its records are joined with.
    QFuture<feeds::FetchResponse> asked;
    bool busy = false;     ///< From the question to the new picture.
    std::optional<bool> isOurs; ///< Of a shared store: whether we are to ask; nothing: not known yet.
    bool hasLinks = false; ///< Its own document is asked for in full: what it points to may have changed.
};

class City::Private {
public:
    Private(City& city, CityParts parts);
    ~Private();

    void start();
    void stop();
    void tick();
    void ask(const QString& feed);
    void expect(const QSet<QString>& feeds);
    bool isBusy() const;

    std::shared_ptr<const city::CitySnapshot> m_snapshot;

private:
    Job jobFor(const FeedRun& run, feeds::FetchResponse response) const;
    void claim(FeedRun& run);
    void askWithJoins(FeedRun& run);
    void askNow(FeedRun& run);
    void turnPages(FeedRun& run, Job job, std::shared_ptr<feeds::Decoded> first);
    void answered(FeedRun& run, std::optional<feeds::FetchResponse> response);
    void follow(FeedRun& run, Job job, std::shared_ptr<const feeds::Decoded> index, KnownDocuments earlier);
    void digested(FeedRun& run, const Job& job, const OutcomePtr& outcome);
    void record(const Picture& picture, std::vector<city::Observation> told);
    void recordNow();
    void keepHealth();
    void finish(FeedRun& run);
    void publish();

    City& m_city;
    CityParts m_parts;
    std::map<QString, FeedRun> m_runs; ///< Never changes its keys, so that references stay good.
    feeds::FeedSchedule m_schedule;
    QTimer m_timer;
    QTimer m_recordSoon;
    QTimer m_keepHealth;
    bool m_healthBusy = false; ///< It is being written.
    struct ToRecord {
        Picture picture;
        std::vector<city::Observation> told;
        city::Instant shownAt;
    };
    std::vector<ToRecord> m_toRecord; ///< In the order learned.
    QSet<QString> m_expected; ///< Feeds refreshAll still waits for.
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace pipeline
