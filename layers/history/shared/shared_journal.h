// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/alarm_journal.h"
#include "layers/history/jobs.h"
#include "layers/history/shared/request_spool.h"
#include "layers/history/shared/shared_database.h"

#include <QThread>
#include <functional>

namespace history {

/// The journal of a whole administration, in its shared store. One program judges at a time: it says so every
/// few seconds, and when it does not another one goes on with what it left. Has a connection and a thread of
/// its own, so that an alarm never waits behind pictures; all its private members but the thread are used
/// there.
class SharedJournal : public AlarmJournal {
    Q_OBJECT
public:
    /// `spool`: the file in which requests wait while the store is away; empty: in memory.
    SharedJournal(const QString& url, const QString& password, Fitness fitness, const QString& spool,
                  QObject* parent = nullptr);
    ~SharedJournal() override;

    QFuture<city::Result<std::vector<QByteArray>>> opened() override;
    QFuture<city::Result<JournalTurn>> turn(std::optional<city::Instant> judgedAt, bool mayJudge) override;
    QFuture<city::Result<Kept>> keep(JournalPage page) override;
    QFuture<city::Result<Asked>> ask(QByteArray request) override;
    bool isShared() const override { return true; }

private:
    template<typename T, typename Job> QFuture<city::Result<T>> run(Job job);
    /// What `ask` found out, as rows; or why not.
    city::Result<QSqlQuery> asked(const QString& sql, const QVariantList& values);
    std::optional<city::Problem> reach();
    void watch();
    std::optional<city::Problem> deliver();
    std::optional<city::Problem> askNow(const RequestSpool::Waiting& one);
    city::Result<JournalTurn> takeTurn(std::optional<city::Instant> judgedAt, bool mayJudge);
    city::Result<bool> isFit();
    city::Result<bool> claim(std::optional<city::Instant> judgedAt);
    std::optional<city::Problem> follow(JournalTurn& turn);
    std::optional<city::Problem> readEntries(JournalTurn& turn, qint64 from);
    std::optional<city::Problem> readPast(JournalTurn& turn, qint64 until);
    std::optional<city::Problem> readFacts(JournalTurn& turn);
    std::optional<city::Problem> readForJudge(JournalTurn& turn);
    city::Result<Kept> write(const JournalPage& page);

    const Fitness m_fitness;
    const QString m_holder; ///< What this one is called.
    QThread m_thread;
    Jobs m_jobs;
    std::unique_ptr<SharedDatabase> m_database;
    std::unique_ptr<RequestSpool> m_spool;
    std::optional<bool> m_mayJudge; ///< By the rights of the user; nothing: not asked yet.
    std::optional<qint64> m_number; ///< The last entry that is known here; nothing: none was read yet.
    qint64 m_version = 0;           ///< Of the facts known here.
    bool m_isOurs = false;          ///< As of the last turn.
};

} // namespace history
