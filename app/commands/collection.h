// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/shell/alarm_notices.h"
#include "app/shell/kept_files.h"
#include "layers/feeds/recording.h"
#include "layers/history/history_store.h"
#include "layers/pipeline/city.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

namespace app {

/// Fetches the feeds of a pack into a history file and prints a line for every answer. Into a shared store it
/// also judges the alarms, for all who use it, unless another collector does. Lives in the main thread; ends
/// the application with its exit status once it is told to `finish` and everything is written.
class Collection : public QObject {
    Q_OBJECT
public:
    Collection(std::shared_ptr<const Pack> pack, const RunOptions& options);
    ~Collection() override;

    /// Asks every feed once and finishes.
    void runOnce();
    /// Follows the schedule until `finish`.
    void run();
    void finish();

private:
    void tell(const city::CitySnapshot& snapshot);
    void tellStore();
    void judgeAlarms();
    QString storeName() const;
    void end();

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<city::Clock> m_clock;
    std::unique_ptr<feeds::Transport> m_transport;
    std::unique_ptr<feeds::RecordingTransport> m_recording;
    QTimer m_forget; ///< What is too old.
    KeptFiles m_files;
    std::unique_ptr<history::HistoryStore> m_history;
    std::unique_ptr<pipeline::City> m_city;
    RunOptions m_watched;                    ///< How the store is watched for alarms.
    std::unique_ptr<CityRun> m_watch;        ///< As a desk does, since others may ask some of the feeds; with the next two.
    std::unique_ptr<AlarmRun> m_alarms;
    std::unique_ptr<AlarmNotices> m_notices;
    std::map<QString, std::optional<city::Instant>> m_told; ///< The attempt last printed, by feed.
    qint64 m_rows = 0;
    bool m_gaveData = false;
    bool m_leftSome = false; ///< Feeds that another program asks.
    bool m_storeRefused = false;
    bool m_finishing = false;
};

/// Calls `stop` in the main thread on SIGINT or SIGTERM; the second signal ends the program the hard way.
void onTermination(QObject* owner, std::function<void()> stop);

} // namespace app
