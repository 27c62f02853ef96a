// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/series.h"
#include "layers/city/snapshot.h"
#include "layers/history/shared/spooling.h"
#include "layers/history/shared/store_news.h"
#include "layers/history/known_series.h"
#include "layers/history/retention.h"
#include "layers/history/salvage.h"
#include "layers/history/summary.h"
#include "layers/history/timeline.h"

#include <QFuture>
#include <QString>
#include <memory>

namespace history {

struct SeriesQuery {
    city::PlaceId place;
    QString quantity;
    city::Instant from, to;
    std::optional<city::Instant> asOf; ///< Only what was known then; otherwise all that is known.
};

/// Summaries of stretches of time: those that begin in [from, to), the first one whole.
struct SummaryQuery {
    city::PlaceId place;
    QString quantity;
    city::Instant from, to;
    city::Duration step{std::chrono::hours(1)}; ///< At most a day.
    QTimeZone zone = QTimeZone::utc();          ///< Where days begin at midnight.
    std::optional<city::Instant> asOf;
};
struct Summaries {
    QString unit; ///< UCUM
    std::vector<Summary> summaries;
};

/// Some answers of the log, as observations; all by one feed an entry, in the order told.
struct ToldBatch {
    qint64 last = 0; ///< The number of the last answer looked at.
    bool isAll = true;
    std::vector<std::pair<QString, std::vector<city::Observation>>> told;
};

/// Remembers every observation with both of its times: the one it speaks of and the one we learned it.
/// Corrections add, they never overwrite: a query returns for each observed time the value learned last (by
/// `asOf`). The only SQL of the program. Owns one thread and one SQLite connection; every call returns at
/// once with a future. Questions go before what waits to be written, since somebody looks at a picture that waits for
/// them: who must find what he appended asks once that future is finished. Destruction waits for what was appended
/// to be written.
class HistoryStore {
public:
    /// Opens or creates `file` (":memory:" for none on disk). A damaged file is set aside as
    /// FILE.damaged-TIME and a new one made; `opened()` says so. One that is removed while it is in use is written anew when
    /// the next answer comes in; the Problem that says so, once, stands for an answer that was kept all the same.
    /// `zone`: where the days that are kept summed up begin at midnight; of a new file only.
    /// Or uses a shared store, when `file` is a URL of PostgreSQL; `password` is for that only. While its server is gone,
    /// questions are answered with a Problem at once, and what is to be written waits until it is back, in order: in memory,
    /// and when that is too much, or the program ends before, in the file of `spooling`, which the next run goes on with.
    explicit HistoryStore(const QString& file, const QTimeZone& zone = QTimeZone::utc(), const QString& password = {},
                          const Spooling& spooling = {});
    ~HistoryStore();
    HistoryStore(const HistoryStore&) = delete;
    HistoryStore& operator=(const HistoryStore&) = delete;

    /// The file in use, or why there is none.
    QFuture<city::Result<QString>> opened() const;
    /// Set when the old file was damaged: where it was put.
    QFuture<QString> setAside() const;
    /// What of it could be saved into the new file.
    QFuture<Salvage> salvaged() const;

    /// Rows written; observations already known (same place, quantity, observed time and value) are not
    /// written again.
    QFuture<city::Result<int>> append(const QString& feed, std::vector<city::Observation> observations);
    /// The same for what a feed told and the picture it made of it, published at `shownAt`; `told` are the observations
    /// of the payload, all of them.
    QFuture<city::Result<int>> record(std::shared_ptr<const city::FeedPicture> picture,
                                      std::vector<city::Observation> told, city::Instant shownAt);
    using Pictures = std::vector<std::shared_ptr<const city::FeedPicture>>;
    /// Every feed's picture as it was shown then, or with all that was learned about that moment later; with
    /// its own facts and state; not indexed, and without what the pack says of the feed. As long as nothing
    /// new is to be shown of a feed the same object is given again.
    QFuture<city::Result<Pictures>> picturesAt(city::Instant moment, Knowledge knowledge = Knowledge::Then);
    /// What there is to see on the bar of time. Stretches without any picture are gaps when they are longer
    /// than `gap`.
    QFuture<city::Result<Timeline>> timeline(city::Instant from, city::Instant to, city::Duration gap);
    /// The number it got.
    QFuture<city::Result<qint64>> addNote(Note note);
    /// Whether there was one of that number.
    QFuture<city::Result<bool>> removeNote(qint64 id);
    QFuture<city::Result<city::Series>> series(const SeriesQuery& query);
    /// Several at once, in the order asked.
    QFuture<city::Result<std::vector<city::Series>>> seriesOf(std::vector<SeriesQuery> queries);
    /// Hours, and days in the zone of the store, are kept ready; other steps are made from the values.
    QFuture<city::Result<Summaries>> summaries(const SummaryQuery& query);
    /// The newest observation of every place and quantity at `at` by observed time: what `snapshot --store`
    /// shows.
    QFuture<city::Result<std::vector<city::Observation>>> latestAt(city::Instant at);

    /// All places and quantities there is anything of.
    QFuture<city::Result<std::vector<KnownSeries>>> known();
    /// From now on forgets what is older than this, now and then, in small steps between other work.
    void keep(const Retention& retention, city::Instant now);
    /// Marks the file for ever as holding what a demo city invented, so that nobody takes it for what happened.
    void markInvented();
    QFuture<city::Result<bool>> isInvented();
    /// Settles all that was appended so far; otherwise that happens by itself, in good time.
    QFuture<city::Result<bool>> settled();

    /// One store for many programs: see the class comment of SharedDatabase.
    bool isShared() const { return m_isShared; }
    /// Whether this program is the one that may ask a feed: of all on a shared store one may, until it ends or loses the
    /// connection; on a file every one may.
    QFuture<city::Result<bool>> claim(const QString& feed);
    /// What a shared store tells by itself, from the first call on; lives as long as this.
    StoreNews& news();
    /// The newest picture of each of these feeds, by their numbers in the store; of all feeds when there are none.
    QFuture<city::Result<Pictures>> newestPictures(QList<qint64> feeds);
    /// What was told by the answers after `answer`, those learned before `learned` left out, in order and not too much at
    /// once: for a copy of a shared store.
    QFuture<city::Result<ToldBatch>> toldAfter(qint64 answer, city::Instant learned);

private:
    class Worker;
    const bool m_isShared;
    std::unique_ptr<StoreNews> m_news;
    std::unique_ptr<Worker> m_worker;
};

} // namespace history
