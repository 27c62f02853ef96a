// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_city.h"
#include "app/packs/pack.h"
#include "app/shell/kept_files.h"
#include "layers/feeds/recording.h"
#include "layers/history/history_store.h"
#include "layers/pipeline/city.h"
#include "layers/pipeline/shared_city.h"

#include <QObject>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace app {

/// A running city: pack, clock, transport, history and pipeline, put together as the options say. Has no window and needs
/// none. On a shared store it is a desk: it asks no feed and shows what collectors wrote. Lives in the GUI thread.
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

    using SeriesTaker = std::function<void(city::Result<std::vector<city::Series>>)>;
    /// What the history knows, in the order asked, handed to `take` later in this thread; to nobody once this is gone.
    /// Of the demo city also what it would remember, had it run for a day before.
    void askSeries(std::vector<history::SeriesQuery> queries, SeriesTaker take);

    /// The same as hourly means, for what needs weeks of them.
    void askHours(std::vector<history::SeriesQuery> queries, SeriesTaker take);
    using ObservationsTaker = std::function<void(std::vector<std::vector<city::Observation>>)>;
    /// What was known of every place at each of the moments, in their order; empty where nothing was. The demo city speaks
    /// of the days before it began as if it had run.
    void askMoments(std::vector<city::Instant> moments, ObservationsTaker take);

    const std::shared_ptr<const Pack>& pack() const { return m_pack; }
    const city::Clock& clock() const { return *m_clock; }
    std::shared_ptr<const city::CitySnapshot> snapshot() const { return m_snapshot; }
    /// ":memory:" when nothing is kept.
    const QString& historyFile() const { return m_files.history; }
    /// The folder of the last payloads of each feed.
    QString payloads() const { return m_files.payloads; }
    /// What is shown was invented, now or when it was recorded.
    bool isDemo() const { return m_demo || m_invented; }
    /// The shared store is gone: what is shown is this desk's own copy.
    bool isOnCopy() const { return m_desk && !m_desk->isReached(); }
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

private:
    void openHistory();
    void openDesk();
    void remember();
    void rememberPictures();
    void rememberValues();
    void forget(const city::Problem& why);
    template<typename Make> void show(Make make);
    void publish(std::shared_ptr<const city::CitySnapshot> snapshot);
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
    std::shared_ptr<const city::CitySnapshot> m_snapshot;
    KeptFiles m_files;
    QString m_storePassword;
    QTemporaryDir m_scratch; ///< For the payloads of a run that keeps nothing.
    std::optional<city::Instant> m_asOf; ///< Set when only what was known then is shown.
    bool m_invented = false;
    bool m_settled = false;
};

/// The city as it was shown at `at`: every feed's picture of then, and what the pack says of the feeds.
std::shared_ptr<const city::CitySnapshot> rememberedCity(const Pack& pack, city::Instant at,
                                                         std::vector<city::FeedPicture> pictures);

/// A snapshot of what a history remembers of the moment `at`: values of places, as one feed. Positions of stations
/// are not remembered, those of areas come from the pack.
std::shared_ptr<const city::CitySnapshot> rememberedCity(const Pack& pack, city::Instant at,
                                                         std::vector<city::Observation> observations);

} // namespace app
