// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/shared/shared_database.h"
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
    /// `begin` makes what uses the database, `end` takes it away, `home` is an object of the thread.
    SharedLink(SharedDatabase& database, StoreNews& news, QObject& home, std::function<void()> begin,
               std::function<void()> end);

    /// To be asked after every use: whether the store is gone.
    bool noteLoss();
    /// Does `job`, which gives a Result, now or as soon as it can be done; the promise is kept when it was.
    template<typename T, typename Job> void write(std::shared_ptr<QPromise<city::Result<T>>> promise, Job job)
    {
        write([this, promise = std::move(promise), job = std::move(job)]() mutable {
            noteLoss();
            const city::Result<T> answer =
                m_database.isOpen() ? job() : city::Result<T>(m_database.problem());
            if (!isFinal(answer.ok())) return false;
            promise->addResult(answer);
            promise->finish();
            return true;
        });
    }
    /// Tells the news from now on.
    void watch();
    /// The last chance of what waits; what cannot be written now never will be, and is told so.
    void close();

    /// Whether this program may ask a feed, and whether it is the one to settle: of all one.
    city::Result<bool> claimFeed(qint64 feed) { return m_database.claim(1, feed); }
    bool maySettle();
    bool mayWrite() const { return m_database.mayWrite(); }

private:
    void write(std::function<bool()> work);
    bool isFinal(bool isDone);
    void revive();
    void writeWaiting();
    void later(void (SharedLink::*what)());
    template<typename Say> void tell(Say say)
    {
        QMetaObject::invokeMethod(
            &m_news, [news = &m_news, say] { say(*news); }, Qt::QueuedConnection);
    }

    SharedDatabase& m_database;
    StoreNews& m_news;
    QObject& m_home;
    std::function<void()> m_begin, m_end;
    std::deque<std::function<bool()>> m_waiting; ///< Each is true when it was done.
    bool m_isReviving = false, m_isClosing = false, m_isWatching = false;
};

} // namespace history
