// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_run.h"
#include "app/shell/dashboard_feed.h"
#include "layers/alarms/standing.h"

namespace app {

/// The alarms of the moment that is looked at, while that is not now: those that stood then, as the audit trail tells it, with
/// what was done to them by then. The trail is read in the pool, once (of a shared one as far back as is needed); what happens
/// meanwhile is added. A run that keeps none
/// knows its own. Where neither reaches back to, nobody knows which alarms there were, but for the demo city, whose past is
/// invented. Lives in the GUI thread.
class PastAlarms : public QObject {
    Q_OBJECT
public:
    /// `run` and `alarms` must outlive it.
    PastAlarms(CityRun& run, AlarmRun& alarms, QObject* parent = nullptr);

    /// Another city is looked at; `changed` follows when it is one of the past.
    void show(const ShownCity& city);
    /// A moment of the past is looked at, and there is a trail.
    bool isPast() const { return m_at.has_value(); }
    /// Null: nobody knows.
    const std::shared_ptr<const alarms::Alarms>& alarms() const { return m_alarms; }
    /// Nothing is being read.
    bool isSettled() const { return !m_busy; }

Q_SIGNALS:
    void changed();

private:
    using Trail = std::shared_ptr<const alarms::StandingAlarms>;
    struct Found {
        Trail trail;
        std::shared_ptr<const alarms::Alarms> alarms;
    };

    bool hasTrail() const;
    void find();
    void take(Found found, city::Instant at);

    CityRun& m_run;
    AlarmRun& m_live;
    std::optional<city::Instant> m_at;
    std::shared_ptr<const city::CitySnapshot> m_snapshot;
    city::Instant m_begin; ///< Of the run.
    Trail m_trail;                        ///< Null: not read yet.
    city::Instant m_trailFrom;            ///< It tells of this moment and later ones.
    std::vector<alarms::Change> m_since;  ///< What happened after it was read, or while.
    std::shared_ptr<const alarms::Alarms> m_alarms;
    bool m_busy = false;
};

} // namespace app
