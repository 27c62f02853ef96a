// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/shared/shared_database.h"
#include "layers/history/shared/spool.h"
#include "layers/history/shared/spooling.h"
#include "layers/history/shared/store_news.h"

#include <QPromise>
#include <deque>
#include <functional>

namespace history {

/// Keeps the work of a HistoryStore on a server going while that comes and goes: what is to be written waits,
/// in order, until it stands in the store; a server that is gone is tried again every second. Used in the
/// thread of its database; what it tells is told in the thread of `news`.
class SharedLink {
public:
    /// What uses the database.
    struct User {
        QObject& home; ///< An object of the thread.
        std::function<void()> begin, end;                             ///< Makes it, takes it away.
        std::function<city::Result<int>(const WaitingAnswer&)> write; ///< An answer that may be there already.
    };
    SharedLink(SharedDatabase& database, StoreNews& news, const Spooling& spooling, User user);

    /// To be asked after every use: whether the store is gone.
    bool noteLoss();
    /// Does `job`, which gives a Result, now or as soon as it can be done; the promise is kept when it was, or when the
    /// answer is safe on disk. `answer`: the same as one that can wait there.
    template<typename T, typename Job>
    void write(std::shared_ptr<QPromise<city::Result<T>>> promise, Job job, std::function<WaitingAnswer()> answer = {})
    {
        const auto keep = [promise](const city::Result<T>& result) {
            promise->addResult(result);
            promise->finish();
        };
        Waiting waiting;
        waiting.work = [this, keep, job = std::move(job)]() mutable {
            noteLoss();
            const city::Result<T> result = m_database.isOpen() ? job() : city::Result<T>(m_database.problem());
            if (!isFinal(result.ok())) return false;
            keep(result);
            return true;
        };
        waiting.answer = std::move(answer);
        waiting.spooled = [keep] { keep(T()); };
        write(std::move(waiting));
    }
    /// Tells the news from now on.
    void watch();
    /// The last chance of what waits; what can neither be written now nor be kept on disk never will be, and is told so.
    void close();

    /// Whether this program may ask a feed, and whether it is the one to settle: of all one.
    city::Result<bool> claimFeed(qint64 feed) { return m_database.claim(1, feed); }
    bool maySettle();
    bool mayWrite() const { return m_database.mayWrite(); }

private:
    struct Waiting {
        std::function<bool()> work; ///< True when it was done.
        std::function<WaitingAnswer()> answer;
        std::function<void()> spooled;
        std::size_t weight = 0;
    };
    void write(Waiting waiting);
    void toDisk();
    bool isFinal(bool isDone);
    void revive();
    void writeWaiting();
    bool writeFromDisk();
    bool isWaiting() const { return !m_waiting.empty() || !m_spool.isEmpty(); }
    void later(void (SharedLink::*what)(), std::chrono::milliseconds after);
    void writeLater(std::chrono::milliseconds after);
    template<typename Say> void tell(Say say)
    {
        QMetaObject::invokeMethod(
            &m_news, [news = &m_news, say] { say(*news); }, Qt::QueuedConnection);
    }

    SharedDatabase& m_database;
    StoreNews& m_news;
    User m_user;
    Spool m_spool;                 ///< Older than what waits in memory, but for what cannot wait on disk.
    std::deque<Waiting> m_waiting;
    const std::size_t m_inMemory;
    std::size_t m_weight = 0;      ///< Of `m_waiting`.
    bool m_isReviving = false, m_isClosing = false, m_isWatching = false, m_isDue = false;
};

} // namespace history
