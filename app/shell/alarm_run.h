// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_judging.h"
#include "app/shell/alarm_learning.h"
#include "app/shell/city_run.h"

#include <QElapsedTimer>
#include <QTimer>

namespace app {

/// The alarms of a running city: judged in the pool after every snapshot and once a second, one judgement at
/// a time, and kept in the journal before anybody sees them, so that what was seen is what a later run knows.
/// On a shared store one program judges for all: the others show what it kept, and their operators' actions
/// are applied there. Lives in the GUI thread, which only hands values over.
class AlarmRun : public QObject {
    Q_OBJECT
public:
    using Fitness = history::AlarmJournal::Fitness;

    /// `run` must outlive it.
    explicit AlarmRun(CityRun& run, QObject* parent = nullptr);
    ~AlarmRun() override;

    /// Keeps a trail beside the history file, if there is one, or in the shared store; of a city that is only
    /// remembered nothing.
    void start(CityRun::Pace pace, Fitness fitness = Fitness::Desk);
    void act(alarms::Action action);

    /// As they were last judged and kept, with what this desk's operator did that could not be told yet;
    /// never null.
    const std::shared_ptr<const alarms::Alarms>& alarms() const { return m_shown; }
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
    /// One set of alarms for several programs.
    bool isShared() const { return m_journal->isShared(); }
    /// This program judges.
    bool isOurs() const { return m_isOurs; }
    /// They are no longer current, but those of this moment: the shared store is away, or nobody judges.
    std::optional<city::Instant> asOf() const;
    /// How many things its operators did wait for the shared store.
    int waiting() const { return static_cast<int>(m_waiting.size()); }

Q_SIGNALS:
    void judged();
    /// New changes, kept already, by whomever.
    void happened(const std::vector<alarms::Change>& changes);
    /// Those of them that this program found out.
    void judgedHere(const std::vector<alarms::Change>& changes);
    /// From now on this program judges, or no longer.
    void dutyChanged(bool isOurs);
    void trouble(const city::Message& text);

private:
    void open(std::unique_ptr<history::AlarmJournal> journal);
    void begin();
    void restore(const std::vector<QByteArray>& entries);
    void judgeSoon();
    void judge();
    void take(history::JournalTurn turn);
    void keep(Judgement judgement);
    void kept(const city::Result<history::AlarmJournal::Kept>& kept, Judgement& judgement);
    void stay();
    void publish(const Judgement& judgement);
    void show();
    void forgetPast();
    void learn();

    CityRun& m_run;
    std::unique_ptr<history::AlarmJournal> m_journal;
    AlarmsHeld m_held;
    std::shared_ptr<const alarms::Alarms> m_shown;
    Judge m_judge;
    AlarmLearning m_learned;
    std::vector<alarms::Change> m_past;
    std::vector<alarms::Action> m_waiting; ///< Done here, not told yet.
    std::vector<history::JournalEntry>
        m_unkept; ///< Entries that are not in the trail yet: the disk was full. They go first.
    QElapsedTimer m_facts, m_judgingFacts,
        m_judgedFacts;     ///< Since facts came: not judged yet, being judged, judged.
    QElapsedTimer m_heard; ///< Since the journal answered last.
    QTimer m_second;
    std::optional<city::Instant> m_learnedAt;
    bool m_open = false, m_busy = false, m_old = false, m_judged = false, m_troubled = false;
    bool m_isAway = false, m_isJudgedNow = true, m_isOurs = false;
};

} // namespace app
