// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_city.h"
#include "app/packs/pack.h"
#include "app/shell/invented_past.h"
#include "app/shell/kept_files.h"
#include "app/shell/remembered_city.h"
#include "layers/feeds/recording.h"
#include "layers/history/history_store.h"
#include "layers/pipeline/city.h"
#include "layers/pipeline/shared_city.h"
#include "layers/release/released_series.h"

#include <QObject>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace app {

/// A running city: pack, clock, transport, history and pipeline, put together as the options say. Has no window and needs
/// none. What it tells of counts of people is released (see layers/release), whatever is asked. On a shared store it is a desk: it asks no feed and shows what collectors wrote. Lives in the GUI thread.
class CityRun : public QObject {
    Q_OBJECT
public:
    /// Where the facts come from: the feeds, for ever or once, or only what a history file remembers.
    enum class Pace { Scheduled, Once, Remembered };

    CityRun(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent = nullptr);
    ~CityRun() override;

    void start(Pace pace);
    /// Asks every feed again, now.
    void refresh();
    void refresh(const QString& feed);
    /// What is due by now is done: for whoever sets the clock by hand.
    void wake();
    /// A feed is being asked, or its answer digested.
    bool isBusy() const { return m_city && m_city->isBusy(); }

    using SeriesTaker = std::function<void(city::Result<std::vector<city::Series>>)>;
    /// What the history knows, in the order asked, handed to `take` later in this thread; to nobody once this
    /// is gone. Of the demo city also what it would remember, had it run for a day before. Those without
    /// `asOf` of their own get this one.
    void askSeries(std::vector<history::SeriesQuery> queries, SeriesTaker take,
                   std::optional<city::Instant> asOf = {});

    using CityTaker = std::function<void(city::Result<std::shared_ptr<const city::CitySnapshot>>)>;
    /// The city at a past moment, as it was shown then or with all that was learned since, handed to `take`
    /// likewise. Before it was recorded the demo city is what it would have been. A city nothing is known of
    /// is empty.
    void askCity(city::Instant at, history::Knowledge knowledge, CityTaker take);
    /// Where the past is asked for: the history, or this desk's own copy of a shared store while that is gone.
    history::HistoryStore& history() { return m_desk ? m_desk->history() : *m_history; }
    /// The earliest moment there can be anything to show of; nothing where only the history knows.
    std::optional<city::Instant> inventedSince() const;

    /// The same as hourly means, for what needs weeks of them.
    void askHours(std::vector<history::SeriesQuery> queries, SeriesTaker take);
    using ObservationsTaker = std::function<void(std::vector<std::vector<city::Observation>>)>;
    /// What was known of every place at each of the moments, in their order; empty where nothing was. The demo city speaks
    /// of the days before it began as if it had run.
    void askMoments(std::vector<city::Instant> moments, ObservationsTaker take);

    const std::shared_ptr<const Pack>& pack() const { return m_pack; }
    const city::Clock& clock() const { return *m_clock; }
    std::shared_ptr<const city::CitySnapshot> snapshot() const { return m_snapshot; }
    /// Where it remembers: a file, ":memory:", or the URL of a shared store, with the password of that.
    const QString& store() const { return m_files.history; }
    const QString& storePassword() const { return m_storePassword; }
    /// Where what operators did to alarms waits while a shared store is gone; empty: nowhere.
    const QString& requestFile() const { return m_files.requests; }
    /// The folder of the last payloads of each feed.
    QString payloads() const { return m_files.payloads; }
    /// What is shown was invented, now or when it was recorded.
    bool isDemo() const { return m_demo || m_invented; }
    /// The shared store is gone: what is shown is this desk's own copy.
    bool isOnCopy() const { return m_desk && !m_desk->isReached(); }
    /// The moment of a city that is only remembered: it stands still.
    const std::optional<city::Instant>& rememberedAt() const { return m_asOf; }
    /// Every feed has answered or failed since `start`.
    bool isSettled() const { return m_settled; }

Q_SIGNALS:
    void published(std::shared_ptr<const city::CitySnapshot> snapshot);
    void settled();
    /// The history cannot be kept, or the old file was damaged and set aside.
    void historyTrouble(const city::Message& text);
    /// The shared store is gone and what is shown is this desk's own copy; it is there again.
    void storeLost(const city::Message& why);
    void storeBack();
    /// Somebody else wrote a note on time, or removed one.
    void notesChanged();

private:
    void openHistory();
    void openDesk();
    void forgetOld();
    void remember();
    void askRemembered(city::Instant at, history::Knowledge knowledge, CityTaker take);
    void invent(city::Instant at, CityTaker take);
    void askValues(city::Instant at, CityTaker take);
    template<typename Make> void make(Make make, CityTaker take);
    void publish(std::shared_ptr<const city::CitySnapshot> snapshot);
    void release(std::shared_ptr<const city::CitySnapshot> truth, std::optional<city::Instant> asOf, const release::ReleasedCity* before,
                 std::function<void(release::ReleasedCity)> take);
    void askTruth(std::vector<history::SeriesQuery> queries, SeriesTaker take);
    void settle();

    std::shared_ptr<const Pack> m_pack;
    std::unique_ptr<city::Clock> m_clock;
    city::Instant m_began;
    std::shared_ptr<DemoCity> m_demo; ///< Shared with the jobs that compute its past.
    std::unique_ptr<feeds::Transport> m_transport;
    std::unique_ptr<feeds::RecordingTransport> m_recording;
    std::unique_ptr<history::HistoryStore> m_history;
    std::unique_ptr<history::HistoryStore> m_copy; ///< Of a shared store, with the next.
    std::unique_ptr<pipeline::SharedCity> m_desk;
    std::unique_ptr<pipeline::City> m_city; ///< Null on a desk.
    const release::Rules m_rules;
    release::ReleasedCity m_past;     ///< The last past city that was told.
    release::ReleasedCity m_released; ///< What was published last,
    std::shared_ptr<const city::CitySnapshot> m_truth; ///< of this.
    std::vector<release::CountedPlace> m_counted;
    std::shared_ptr<const city::CitySnapshot> m_snapshot;
    std::shared_ptr<const IndexedPictures> m_indexed; ///< Of the last past city.
    std::unique_ptr<InventedPast> m_inventedPast;     ///< Of the demo city.
    KeptFiles m_files;
    QString m_storePassword;
    std::shared_ptr<feeds::Transport> m_given; ///< By the options; null: none.
    QTemporaryDir m_scratch; ///< For the payloads of a run that keeps nothing.
    city::Instant m_forgot; ///< When the history was last told what to forget.
    std::optional<city::Instant> m_asOf; ///< Set when only what was known then is shown.
    bool m_invented = false;
    bool m_settled = false;
};

} // namespace app
