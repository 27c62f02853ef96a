// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_learning.h"
#include "app/shell/city_run.h"
#include "layers/alarms/step.h"
#include "layers/history/audit_trail.h"

#include <QElapsedTimer>
#include <QTimer>

namespace app {

/// The alarms of a running city: judged in the pool after every snapshot and once a second, one judgement at a time, and
/// kept in the audit trail before anybody sees them, so that what was seen is what a later run knows. Lives in the GUI
/// thread, which only hands values over.
class AlarmRun : public QObject {
    Q_OBJECT
public:
    /// `run` must outlive it.
    explicit AlarmRun(CityRun& run, QObject* parent = nullptr);
    ~AlarmRun() override;

    /// Keeps a trail beside the history file, if there is one; of a city that is only remembered nothing.
    void start(CityRun::Pace pace);
    void act(const alarms::Action& action);

    /// As they were last judged and kept; never null.
    const std::shared_ptr<const alarms::Alarms>& alarms() const { return m_alarms; }
    /// What happened, oldest first: of the trail and since; the last day, at most 200,000.
    const std::vector<alarms::Change>& past() const { return m_past; }
    const alarms::Plan& plan() const { return *m_run.pack()->alarms; }
    CityRun& run() { return m_run; }
    /// Milliseconds since the facts came that were judged last; -1: none came anew.
    qint64 sinceFacts() const { return m_judgedFacts.isValid() ? m_judgedFacts.elapsed() : -1; }
    /// Judged at least once.
    bool isJudged() const { return m_judged; }
    /// Nothing is being judged, nor waits for it.
    bool isSettled() const { return !m_busy && !m_old; }

Q_SIGNALS:
    void judged();
    /// New changes, kept already.
    void happened(const std::vector<alarms::Change>& changes);
    void trouble(const city::Message& text);

private:
    struct Judgement {
        std::shared_ptr<const alarms::Alarms> alarms;
        std::vector<alarms::Change> changes;
        std::vector<QByteArray> entries;
    };
    void openTrail(const QString& history);
    void open();
    void restore(const std::vector<QByteArray>& entries);
    void judgeSoon();
    void judge();
    void keep(Judgement judgement);
    void publish(const Judgement& judgement);
    void forgetPast();
    void learn();

    CityRun& m_run;
    std::unique_ptr<history::AuditTrail> m_trail; ///< Null: nothing is kept.
    std::shared_ptr<const alarms::Alarms> m_alarms = std::make_shared<const alarms::Alarms>();
    AlarmLearning m_learned;
    std::vector<alarms::Change> m_past;
    std::vector<alarms::Action> m_actions;
    std::vector<QByteArray> m_unkept; ///< Entries that are not in the trail yet: the disk was full. They go first.
    QElapsedTimer m_facts, m_judgingFacts, m_judgedFacts; ///< Since facts came: not judged yet, being judged, judged.
    QTimer m_second;
    std::optional<city::Instant> m_learnedAt;
    bool m_open = false, m_busy = false, m_old = false, m_judged = false, m_troubled = false;
};

} // namespace app
